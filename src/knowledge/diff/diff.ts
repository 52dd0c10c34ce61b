/** What would change for patients between two handbooks, all in one. */
import type { Handbook } from '../handbook.ts';
import type { Answer } from './answer.ts';
import { type Asked, type ChangeGroup, compareAnswers, groupChanges, isGolden } from './compare.ts';
import type { OriginKind, Question } from './question.ts';
import { type TextChange, textChanges } from './text-changes.ts';

export type Named = { readonly id: string; readonly title: string };

export type KnowledgeDiff = {
  readonly questions: number;
  /** How many come from where; one may come from several. */
  readonly from: Readonly<Record<OriginKind, number>>;
  readonly golden: {
    readonly total: number;
    readonly rightBefore: number;
    readonly rightNow: number;
    /** Right before and wrong now, and the other way round. */
    readonly broken: readonly Asked[];
    readonly mended: readonly Asked[];
  };
  readonly groups: readonly ChangeGroup[];
  readonly texts: readonly TextChange[];
  readonly passages: { readonly added: readonly Named[]; readonly removed: readonly Named[] };
  readonly rules: { readonly added: readonly Named[]; readonly removed: readonly Named[] };
};

/** Compares what both handbooks answered to `questions`; the three lists go in step. */
export function diffKnowledge(
  before: { readonly handbook: Handbook; readonly answers: readonly Answer[] },
  now: { readonly handbook: Handbook; readonly answers: readonly Answer[] },
  questions: readonly Question[],
): KnowledgeDiff {
  const asked = compareAnswers(questions, before.answers, now.answers);
  const golden = asked.filter(({ question }) => isGolden(question));
  const turned = (...turns: readonly Asked['turn'][]) => golden.filter(({ turn }) => turns.includes(turn));
  const from = (kind: OriginKind) =>
    questions.filter(({ origins }) => origins.some((origin) => origin.kind === kind)).length;
  return {
    questions: asked.length,
    from: {
      golden: from('golden'),
      passage: from('passage'),
      rule: from('rule'),
      patient: from('patient'),
    },
    golden: {
      total: golden.length,
      rightBefore: turned('right', 'broken').length,
      rightNow: turned('right', 'mended').length,
      broken: turned('broken'),
      mended: turned('mended'),
    },
    groups: groupChanges(asked),
    texts: textChanges(before.handbook, now.handbook, asked),
    passages: cameAndWent(before.handbook.passages, now.handbook.passages),
    rules: cameAndWent(before.handbook.triage.rules, now.handbook.triage.rules),
  };
}

function cameAndWent(before: readonly Named[], now: readonly Named[]) {
  const not = (others: readonly Named[]) => (one: Named) => !others.some(({ id }) => id === one.id);
  const named = ({ id, title }: Named): Named => ({ id, title });
  return { added: now.filter(not(before)).map(named), removed: before.filter(not(now)).map(named) };
}
