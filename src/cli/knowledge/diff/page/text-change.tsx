/** The same passage or rule in other words: sentence beside sentence, with what changed marked. */
import type { TextChange } from '../../../../knowledge/diff/text-changes.ts';
import { type Segment, type SideBySide, wordChanges } from '../../../../knowledge/diff/word-changes.ts';
import { SECTION_WORDS, TEXT_KIND_WORDS } from './words.ts';

/** Of a longer stretch that stayed the same only the ends are shown. */
const SAME_LETTERS = 60;

export function TextChangeView({ change }: { change: TextChange }) {
  return (
    <article class="entry">
      <header>
        <h3>
          {TEXT_KIND_WORDS[change.kind]}「{change.title}」
        </h3>
        {change.kind === 'words' ? null : <code>{change.id}</code>}
        <span class="quiet">
          {change.questions === 0 ? 'この質問の中では出ない' : `${change.questions}件の質問への答え`}
        </span>
      </header>
      <div class="columns">
        {change.sections.map((section) => (
          <Section section={section} />
        ))}
      </div>
    </article>
  );
}

function Section({ section: { name, before, now } }: { section: TextChange['sections'][number] }) {
  const heading = SECTION_WORDS[name];
  if (before === '' || now === '') {
    const [word, text] = before === '' ? ['新しい', now] : ['なくなる', before];
    return (
      <details class={before === '' ? 'alone new' : 'alone old'}>
        <summary>
          {heading}（{word}・{[...text].length}字）
        </summary>
        <p class="text">{text}</p>
      </details>
    );
  }
  return (
    <>
      <h4 class="section-name">{heading}</h4>
      <div class="side was">前</div>
      <div class="side is">今</div>
      {wordChanges(before, now).map((row) => (
        <Row row={row} />
      ))}
    </>
  );
}

function Row({ row }: { row: SideBySide }) {
  const look = row.same ? 'row same text' : 'row text';
  return (
    <>
      <div class={`${look} was`}>
        {row.before.map((segment) => (
          <Words segment={segment} same={row.same} as="del" />
        ))}
      </div>
      <div class={`${look} is`}>
        {row.now.map((segment) => (
          <Words segment={segment} same={row.same} as="ins" />
        ))}
      </div>
    </>
  );
}

function Words({ segment, same, as }: { segment: Segment; same: boolean; as: 'del' | 'ins' }) {
  const text = segment.text.replace(/\n$/, '');
  if (!segment.changed) return <span>{same ? middleLeftOut(text) : text}</span>;
  return as === 'del' ? <del>{text}</del> : <ins>{text}</ins>;
}

function middleLeftOut(text: string): string {
  if (text.length <= 2 * SAME_LETTERS) return text;
  const count = text.length - 2 * SAME_LETTERS;
  return `${text.slice(0, SAME_LETTERS)} …（${count}字は同じ）… ${text.slice(-SAME_LETTERS)}`;
}
