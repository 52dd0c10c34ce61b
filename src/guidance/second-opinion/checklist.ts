/** The checklist: what this patient needs, and what of it is done, from the answers given and the ticks made. */
import type { GuideChoice, SecondOpinionGuide } from '../../knowledge/second-opinion.ts';
import type { SecondOpinionState } from './state.ts';

export type ChecklistEntry = {
  readonly id: string;
  readonly label: string;
  readonly how: string;
  readonly done: boolean;
};

/**
 * All that this patient needs, in the editors' order, from the first step on: what every step adds, and what the
 * choices made add (a consent for a family alone).
 */
export function checklistOf(state: SecondOpinionState, guide: SecondOpinionGuide): ChecklistEntry[] {
  const chosen = choicesMade(state, guide);
  const needed = new Set([...guide.steps, ...chosen].flatMap((source) => source.adds));
  const doneByAnswers = new Set(chosen.flatMap((choice) => choice.done));
  return guide.checklist
    .filter((item) => needed.has(item.id))
    .map((item) => ({ ...item, done: tickOf(state, item.id) ?? doneByAnswers.has(item.id) }));
}

/** `state` with the item ticked by hand as done or not yet done. */
export function tick(state: SecondOpinionState, item: string, done: boolean): SecondOpinionState {
  return { ...state, ticks: { ...state.ticks, [item]: done } };
}

/** `state` without ticks on `items`: a newer answer speaks of them. */
export function forgetTicks(state: SecondOpinionState, items: readonly string[]): SecondOpinionState {
  const ticks = Object.fromEntries(Object.entries(state.ticks).filter(([id]) => !items.includes(id)));
  return { ...state, ticks };
}

function tickOf(state: SecondOpinionState, item: string): boolean | undefined {
  return Object.hasOwn(state.ticks, item) ? state.ticks[item] : undefined;
}

/** Answers whose step or choice editors have removed since are passed over. */
function choicesMade(state: SecondOpinionState, guide: SecondOpinionGuide): GuideChoice[] {
  return guide.steps.flatMap((step) => {
    const made = Object.hasOwn(state.answers, step.id) ? state.answers[step.id] : undefined;
    return step.choices.filter((choice) => choice.id === made);
  });
}
