/** Questions whose answer changed in the same way: old and new side by side, and the questions. */
import { type Asked, type ChangeGroup, isGolden } from '../../../../knowledge/diff/compare.ts';
import type { OriginKind } from '../../../../knowledge/diff/question.ts';
import type { Names } from '../names.ts';
import { AnswerView } from './answer-view.tsx';
import { ORIGIN_WORDS, TURN_WORDS } from './words.ts';

/** More are folded. */
const QUESTIONS_SHOWN = 6;

export function ChangeGroupView({ group, before, now }: { group: ChangeGroup; before: Names; now: Names }) {
  const { asked } = group;
  const [first, rest] = [asked.slice(0, QUESTIONS_SHOWN), asked.slice(QUESTIONS_SHOWN)];
  return (
    <article class={['entry', ...marks(asked)].join(' ')}>
      <header>
        <h3>{asked.length}件の質問</h3>
        <span class="quiet">{origins(asked)}</span>
      </header>
      <div class="columns">
        <div class="side was">前</div>
        <div class="side is">今</div>
        <AnswerView answer={group.before} names={before} side="was" />
        <AnswerView answer={group.now} names={now} side="is" />
      </div>
      <QuestionList asked={first} />
      {rest.length === 0 ? null : (
        <details>
          <summary>ほかの{rest.length}件</summary>
          <QuestionList asked={rest} />
        </details>
      )}
    </article>
  );
}

function QuestionList({ asked }: { asked: readonly Asked[] }) {
  return (
    <ul class="asked">
      {asked.map(({ question, turn }) => (
        <li>
          {question.turns.join(' → ')}
          <span class="label quiet">{ORIGIN_WORDS[leading(question.origins.map(({ kind }) => kind))]}</span>
          {TURN_WORDS[turn] === null ? null : (
            <span class={`label ${turn === 'mended' ? 'good' : 'bad'}`}>{TURN_WORDS[turn]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Of several origins the one that says most. */
function leading(kinds: readonly OriginKind[]): OriginKind {
  const order: readonly OriginKind[] = ['golden', 'patient', 'passage', 'rule'];
  return order.find((kind) => kinds.includes(kind)) ?? 'golden';
}

/** Classes by which the page's filters choose. */
function marks(asked: readonly Asked[]): string[] {
  const kinds = new Set<string>(asked.flatMap(({ question }) => question.origins.map(({ kind }) => kind)));
  if (asked.some(({ question, turn }) => turn === 'broken' && isGolden(question))) kinds.add('broken');
  return [...kinds];
}

function origins(asked: readonly Asked[]): string {
  const counts = new Map<OriginKind, number>();
  for (const { question } of asked) {
    const kind = leading(question.origins.map((origin) => origin.kind));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${ORIGIN_WORDS[kind]} ${count}`).join('、');
}
