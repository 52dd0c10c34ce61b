/** 「答えられなかった質問」: what patients asked in vain, grouped by what it is about, without who asked. */

import type { AskedQuestions, Nearest, ShownGroup, ShownQuestion } from '../../editors/asked-questions.ts';
import type { SignedIn } from '../env.ts';
import { Button, SelectField, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Badge, Empty, Moment, Notice, Panel } from '../kit/parts.tsx';
import { StartPassageButton } from './draft-page.tsx';
import type { Period } from './period.ts';
import { EditorsTabs } from './tabs.tsx';

export const QUESTION_KINDS = [
  { id: 'unanswered', label: '答えが見つからなかった質問' },
  { id: 'not_helpful', label: '「役に立たなかった」と答えた質問' },
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number]['id'];

/** Of a group so many stand open; the others behind a disclosure. */
const SHOWN = 3;

type QuestionsPageProps = {
  readonly staff: SignedIn;
  readonly kind: QuestionKind;
  readonly period: Period;
  readonly asked: AskedQuestions;
  /** How far the list was read: rows, and their oldest moment. */
  readonly looked: { readonly rows: number; readonly oldestMs: number | null };
  /** The address of older ones, where there are some. */
  readonly older: string | null;
};

export function QuestionsPage({ staff, kind, period, asked, looked, older }: QuestionsPageProps) {
  return (
    <Page title="答えられなかった質問" at="editors" staff={staff}>
      <EditorsTabs at="questions" />
      <form class="filters" method="get" action="/console/editors/questions">
        <SelectField name="kind" label="見るもの" choices={QUESTION_KINDS} chosen={kind} />
        <TextField name="from" type="date" label="始まりの日" value={period.from} />
        <TextField
          name="to"
          type="date"
          label="終わりの日"
          value={period.to}
          error={period.error ?? undefined}
        />
        <Button>見る</Button>
      </form>
      <p class="muted">
        だれの質問かは出しません。4桁以上の数字、電話番号、メール、人の名前や病院の名前らしい言葉は〔　〕で伏せ、
        表記はそろえてあります。伏せきれないことがあるので、文をそのままほかへ写さないでください。
      </p>
      <Looked looked={looked} asked={asked} older={older !== null} />
      {asked.groups.length === 0 ? (
        <Empty title="この期間には、ありません">
          <p>期間を広げると、前の質問も見られます。</p>
        </Empty>
      ) : (
        <div class="stack">
          {asked.groups.map((group) => (
            <Group group={group} />
          ))}
        </div>
      )}
      {older === null ? null : (
        <nav class="pager" aria-label="前の質問">
          <a href={older}>もっと前の質問を見る</a>
        </nav>
      )}
    </Page>
  );
}

function Looked({
  looked: { rows, oldestMs },
  asked,
  older,
}: Pick<QuestionsPageProps, 'looked' | 'asked'> & { readonly older: boolean }) {
  if (oldestMs === null) return null;
  return (
    <Notice tone={older ? 'amber' : 'grey'}>
      <p>
        新しいものから{rows}件（
        <Moment ms={oldestMs} />
        まで）を見て、{asked.groups.length}のまとまりに分けました。
        {older ? 'この期間には、もっと前の質問もあります。' : 'この期間のすべてです。'}
        {asked.withoutText > 0
          ? `このうち${asked.withoutText}件は、写真やスタンプ、取り消された文などで、文がありません。`
          : ''}
      </p>
    </Notice>
  );
}

function Group({ group }: { group: ShownGroup }) {
  const { about, questions, nearest, words } = group;
  const [first] = questions;
  const title = about.length > 0 ? about.join('・') : words.join('・') || '1件だけの質問';
  return (
    <Panel title={title}>
      <p class="row">
        <Badge tone={questions.length > 1 ? 'amber' : 'grey'}>{questions.length}件</Badge>
        {about.length > 0 ? <span class="muted">同じ言葉：{about.join('、')}</span> : null}
      </p>
      <QuestionList questions={questions.slice(0, SHOWN)} />
      {questions.length > SHOWN ? (
        <details class="more">
          <summary>ほか{questions.length - SHOWN}件</summary>
          <QuestionList questions={questions.slice(SHOWN)} />
        </details>
      ) : null}
      <NearestPassage nearest={nearest} />
      <div class="row">
        <StartPassageButton words={words} />
        {first ? <TryButton text={first.text} /> : null}
      </div>
    </Panel>
  );
}

function NearestPassage({ nearest }: { nearest: Nearest }) {
  switch (nearest.kind) {
    case 'found':
      return (
        <p>
          いちばん近い記事：
          <a href={`/console/editors/passages/${nearest.passage.id}`}>{nearest.passage.title}</a>
          （確信度{Math.round(nearest.confidence * 100)}%）
        </p>
      );
    case 'none':
      return <p>近い記事はありません。</p>;
    case 'not_searched':
      return null;
    default:
      return nearest satisfies never;
  }
}

/** Shows what a patient would get for the masked text, and the passages near to it. */
function TryButton({ text }: { text: string }) {
  return (
    <form method="post" action="/console/editors">
      <input type="hidden" name="question" value={text} />
      <Button kind="quiet">この質問を試す</Button>
    </form>
  );
}

function QuestionList({ questions }: { questions: readonly ShownQuestion[] }) {
  return (
    <ul class="list">
      {questions.map(({ text, atMs, passage }) => (
        <li>
          <p class="asked">{text === '' ? '（文字が残りません）' : text}</p>
          <p class="muted small">
            <Moment ms={atMs} />
            {passage ? (
              <>
                {'　役に立たなかった記事：'}
                <a href={`/console/editors/passages/${passage.id}`}>{passage.title}</a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
