/** Old and new answers to the same questions: what was lost, changed and gained, the gravest first. */
import { type Answer, answerKey, foundNothing, isLouder } from './answer.ts';
import type { Question } from './question.ts';
import { type Turn, turnOf } from './verdict.ts';

/**
 * In the order in which an editor should look: a warning that no longer comes, or more weakly; a new or louder one;
 * an answer that is now none; another one; one where there was none.
 */
export const CHANGES = ['alarm_lost', 'alarm_raised', 'lost', 'changed', 'gained'] as const;
export type Change = (typeof CHANGES)[number];

export type Asked = {
  readonly question: Question;
  readonly before: Answer;
  readonly now: Answer;
  readonly turn: Turn;
};

/** Questions whose answer changed in the same way. */
export type ChangeGroup = {
  readonly change: Change;
  readonly before: Answer;
  readonly now: Answer;
  readonly asked: readonly Asked[];
};

/** How `now` differs from `before`; null where it is the same but for its words. */
export function changeOf(before: Answer, now: Answer): Change | null {
  if (isLouder(before.alarm, now.alarm)) return 'alarm_lost';
  if (isLouder(now.alarm, before.alarm)) return 'alarm_raised';
  if (answerKey(before) === answerKey(now)) return null;
  if (!foundNothing(before) && foundNothing(now)) return 'lost';
  if (foundNothing(before) && !foundNothing(now)) return 'gained';
  return 'changed';
}

/** Each question with both of its answers; the three lists go in step. */
export function compareAnswers(
  questions: readonly Question[],
  before: readonly Answer[],
  now: readonly Answer[],
): Asked[] {
  return questions.flatMap((question, i) => {
    const [old, fresh] = [before[i], now[i]];
    if (!old || !fresh) return [];
    return [{ question, before: old, now: fresh, turn: turnOf(question.origins, old, fresh) }];
  });
}

/** What changed, grouped: the gravest kind first, in it what breaks golden questions, then the largest. */
export function groupChanges(asked: readonly Asked[]): ChangeGroup[] {
  const groups = new Map<string, { change: Change; before: Answer; now: Answer; asked: Asked[] }>();
  for (const one of asked) {
    const change = changeOf(one.before, one.now);
    if (change === null) continue;
    const key = `${change} ${answerKey(one.before)} > ${answerKey(one.now)}`;
    const group = groups.get(key) ?? { change, before: one.before, now: one.now, asked: [] };
    group.asked.push(one);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, asked: group.asked.toSorted((a, b) => weight(b) - weight(a)) }))
    .sort(
      (a, b) =>
        CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) ||
        brokenGolden(b.asked) - brokenGolden(a.asked) ||
        b.asked.length - a.asked.length,
    );
}

/** How many golden questions among `asked` were right and are wrong now. */
export function brokenGolden(asked: readonly Asked[]): number {
  return asked.filter(({ question, turn }) => turn === 'broken' && isGolden(question)).length;
}

export function isGolden({ origins }: Question): boolean {
  return origins.some(({ kind }) => kind === 'golden');
}

/** Within a group: what is wrong now, golden questions, patients' own, then examples. */
function weight({ question, turn }: Asked): number {
  const golden = isGolden(question) ? 2 : question.origins.some(({ kind }) => kind === 'patient') ? 1 : 0;
  return (turn === 'broken' ? 4 : 0) + golden;
}
