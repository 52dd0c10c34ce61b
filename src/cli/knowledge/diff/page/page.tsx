/** The differences as one page for editors: no script, nothing from elsewhere, fit for print. */
import { raw } from 'hono/html';
import { CHANGES } from '../../../../knowledge/diff/compare.ts';
import type { Named } from '../../../../knowledge/diff/diff.ts';
import { namesOf } from '../names.ts';
import type { RanDiff } from '../run-diff.ts';
import { ChangeGroupView } from './change-group.tsx';
import { STYLE } from './style.ts';
import { TextChangeView } from './text-change.tsx';
import { CHANGE_WORDS, ORIGIN_WORDS, TEXTS_WORDS } from './words.ts';

const FILTERS = [
  ['every', 'すべて'],
  ['only-broken', '正しい答えでなくなるものだけ'],
  ['only-golden', `${ORIGIN_WORDS.golden}だけ`],
  ['only-patient', `${ORIGIN_WORDS.patient}だけ`],
  ['only-passage', `${ORIGIN_WORDS.passage}だけ`],
  ['only-rule', `${ORIGIN_WORDS.rule}だけ`],
] as const;

const moment = new Intl.DateTimeFormat('ja-JP', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Tokyo',
});

/** The whole page as HTML; all that comes from files and people is escaped. */
export function diffPage(ran: RanDiff, nowMs: number): string {
  return `<!doctype html>\n${(<Page ran={ran} nowMs={nowMs} />).toString()}\n`;
}

function Page({ ran, nowMs }: { ran: RanDiff; nowMs: number }) {
  const { commit, diff } = ran;
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`患者さんへの答えの変化（${commit.short}から）`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <header>
          <h1>患者さんへの答えは、どう変わるか</h1>
          <p>
            前：<code>{commit.short}</code> {commit.day}「{commit.subject}」　今：手元のファイル{' '}
            <code>{ran.now.version}</code>
          </p>
          <p class="quiet">
            {moment.format(nowMs)}に、{diff.questions}件の質問を両方にたずねました（
            {(['golden', 'passage', 'rule', 'patient'] as const)
              .map((kind) => `${ORIGIN_WORDS[kind]} ${diff.from[kind]}件`)
              .join('、')}
            ）。どれも、はじめての人からの最初の文としてです。
          </p>
          <Figures ran={ran} />
        </header>
        <main>
          <Facts ran={ran} />
          {FILTERS.map(([id]) => (
            <span class="target" id={id} />
          ))}
          <nav class="filters" aria-label="表示するもの">
            <span>表示：</span>
            {FILTERS.map(([id, label]) => (
              <a href={`#${id}`}>{label}</a>
            ))}
          </nav>
          <Sections ran={ran} />
        </main>
        <footer>
          <p class="quiet">
            患者さんの質問は、名前や番号などを隠して示しています。隠しきれないこともあるので、この紙やファイルは関係者のほかに渡さないでください。
          </p>
        </footer>
      </body>
    </html>
  );
}

function Figures({ ran: { diff } }: { ran: RanDiff }) {
  const { golden, groups, texts } = diff;
  const figures = [
    ...CHANGES.map((change) => ({
      id: change as string,
      count: groups
        .filter((group) => group.change === change)
        .reduce((sum, { asked }) => sum + asked.length, 0),
      label: CHANGE_WORDS[change].title,
      alert: change === 'alarm_lost',
    })),
    { id: 'texts', count: texts.length, label: `${TEXTS_WORDS.title}（記事や規則の数）`, alert: false },
    {
      id: 'only-broken',
      count: golden.broken.length,
      label: 'チェック用の質問で、正しい答えでなくなる',
      alert: true,
    },
  ];
  return (
    <ul class="figures">
      {figures.map(({ id, count, label, alert }) => (
        <li>
          <a href={`#${id}`} class={count === 0 ? 'zero' : alert ? 'alert' : ''}>
            <strong>{count}</strong>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Facts({ ran: { diff, mended } }: { ran: RanDiff }) {
  const { golden, passages, rules } = diff;
  return (
    <div class="facts">
      <p>
        チェック用の質問 {golden.total}件のうち、正しい答えは前 {golden.rightBefore}件、今 {golden.rightNow}
        件（正しくなる {golden.mended.length}件、正しくなくなる {golden.broken.length}件）。
      </p>
      <NamedList title="増えた記事" list={passages.added} />
      <NamedList title="なくなった記事" list={passages.removed} />
      <NamedList title="増えた規則" list={rules.added} />
      <NamedList title="なくなった規則" list={rules.removed} />
      {mended.length === 0 ? null : (
        <>
          <p>
            前のファイルが今のプログラムで読めないため、今のファイルで代えたもの（この中の変化は出ません）：
          </p>
          <ul>
            {mended.map((path) => (
              <li>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function NamedList({ title, list }: { title: string; list: readonly Named[] }) {
  if (list.length === 0) return null;
  return (
    <>
      <p>
        {title}：{list.length}
      </p>
      <ul>
        {list.map((one) => (
          <li>
            {one.title} <code>{one.id}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sections({ ran }: { ran: RanDiff }) {
  const { groups, texts } = ran.diff;
  const [before, now] = [namesOf(ran.before.handbook), namesOf(ran.now.handbook)];
  return (
    <>
      {CHANGES.map((change) => {
        const ofKind = groups.filter((group) => group.change === change);
        return (
          <section id={change} class={change === 'alarm_lost' && ofKind.length > 0 ? 'alert' : ''}>
            <h2>{CHANGE_WORDS[change].title}</h2>
            <p class="quiet">{ofKind.length === 0 ? 'ありません。' : CHANGE_WORDS[change].about}</p>
            {ofKind.map((group) => (
              <ChangeGroupView group={group} before={before} now={now} />
            ))}
          </section>
        );
      })}
      <section id="texts">
        <h2>{TEXTS_WORDS.title}</h2>
        <p class="quiet">{texts.length === 0 ? 'ありません。' : TEXTS_WORDS.about}</p>
        {texts.map((change) => (
          <TextChangeView change={change} />
        ))}
      </section>
    </>
  );
}
