/** What one handbook answers: which kind of answer, and what is read. */
import type { Answer, Part } from '../../../../knowledge/diff/answer.ts';
import { plainText } from '../../../../knowledge/passage.ts';
import type { Names } from '../names.ts';
import { ALARM_WORDS, routeWord } from './words.ts';

/** Longer texts are folded: the page stays one to look through. */
const SHOWN_LETTERS = 80;

type Props = { readonly answer: Answer; readonly names: Names; readonly side: 'was' | 'is' };

export function AnswerView({ answer, names, side }: Props) {
  const { route, rule, alarm } = answer;
  return (
    <div class={side}>
      <p class="kind">
        {routeWord(route)}
        {alarm === 'none' ? '' : `・${ALARM_WORDS[alarm]}`}
        {rule === null ? '' : '・規則 '}
        {rule === null ? null : <code>{rule}</code>}
      </p>
      {answer.parts.map((part) => (
        <PartView part={part} names={names} />
      ))}
    </div>
  );
}

function PartView({ part, names }: { part: Part; names: Names }) {
  switch (part.kind) {
    case 'passage': {
      const passage = names.passage(part.id);
      return (
        <>
          <p>
            <strong>{passage?.title ?? part.id}</strong> <code>{part.id}</code>
          </p>
          {passage ? <Folded text={plainText(passage.body)} /> : null}
        </>
      );
    }
    case 'clue':
      return (
        <>
          <p>近い記事を題で示す（はっきりした答えがないとき）</p>
          <ul>
            {part.ids.map((id) => (
              <li>
                {names.passage(id)?.title ?? id} <code>{id}</code>
              </li>
            ))}
          </ul>
        </>
      );
    case 'rule':
    case 'words':
      return <Folded text={part.text} />;
    default:
      return part satisfies never;
  }
}

function Folded({ text }: { text: string }) {
  if (text.length <= SHOWN_LETTERS) return <p class="text">{text}</p>;
  const first = text.slice(0, SHOWN_LETTERS).split('\n')[0] ?? '';
  return (
    <details>
      <summary>{first}…</summary>
      <p class="text">{text}</p>
    </details>
  );
}
