/** The guided way to a second opinion: (state, input, now) gives the next state and what to show. */
import { GUIDE_END, type SecondOpinionGuide } from '../../knowledge/second-opinion.ts';
import { forgetTicks, tick } from './checklist.ts';
import { choiceId, type SecondOpinionShow, showChecklist, showPaused, showPlace } from './show.ts';
import { freshSecondOpinion, isExpired, type SecondOpinionState, stepOf } from './state.ts';

/** After a pause, or so long a silence, going on begins with a greeting. */
const GREET_AFTER_MS = 60 * 60 * 1000;

export type SecondOpinionTurn = { readonly state: SecondOpinionState; readonly show: SecondOpinionShow };

/** Begins the guide at its first step. */
export function startSecondOpinion(guide: SecondOpinionGuide, nowMs: number): SecondOpinionTurn {
  return begin(guide, nowMs, null);
}

/** Goes on where `previous` stopped; begins anew, and says so, when it is older than 90 days or its step is gone. */
export function resumeSecondOpinion(
  previous: SecondOpinionState | null,
  guide: SecondOpinionGuide,
  nowMs: number,
): SecondOpinionTurn {
  return previous === null
    ? begin(guide, nowMs, null)
    : stepSecondOpinion(previous, 'continue', guide, nowMs);
}

/**
 * Takes one tap or matched word. `input` is a button's id: a choice (`who.family`), a control (`back`, `checklist`,
 * `pause`, `continue`, `restart`), or `done:letter` / `undone:letter` for a tick on the checklist. A choice of a step
 * already passed (a button of an earlier message) goes back there and is taken; anything unknown shows the place again.
 */
export function stepSecondOpinion(
  state: SecondOpinionState,
  input: string,
  guide: SecondOpinionGuide,
  nowMs: number,
): SecondOpinionTurn {
  if (isExpired(state, nowMs)) return begin(guide, nowMs, guide.says.expired);
  if (state.step !== GUIDE_END && !stepOf(guide, state.step)) return begin(guide, nowMs, guide.says.changed);

  const path = state.path.filter((id) => stepOf(guide, id));
  const here: SecondOpinionState = { ...state, path, paused: false, updatedAtMs: nowMs };
  const place = (before: string | null): SecondOpinionTurn => ({
    state: here,
    show: showPlace(here, guide, before),
  });
  switch (input) {
    case 'back':
      return goBack(here, guide);
    case 'checklist':
      return { state: { ...here, paused: state.paused }, show: showChecklist(here, guide) };
    case 'pause':
      return { state: { ...here, paused: true }, show: showPaused(guide) };
    case 'continue':
      return place(state.paused || nowMs - state.updatedAtMs > GREET_AFTER_MS ? guide.says.resumed : null);
    case 'restart':
      return begin(guide, nowMs, null);
  }
  const [, verb, item = ''] = /^(done|undone):(.+)$/.exec(input) ?? [];
  if (guide.checklist.some((one) => one.id === item)) {
    const ticked = tick({ ...here, paused: state.paused }, item, verb === 'done');
    return { state: ticked, show: showChecklist(ticked, guide) };
  }
  return choose(here, input, guide) ?? place(null);
}

function begin(guide: SecondOpinionGuide, nowMs: number, before: string | null): SecondOpinionTurn {
  const state = freshSecondOpinion(guide, nowMs);
  return { state, show: showPlace(state, guide, before) };
}

/** On the first step there is no way back: it is shown again. */
function goBack(here: SecondOpinionState, guide: SecondOpinionGuide): SecondOpinionTurn {
  const state = { ...here, step: here.path.at(-1) ?? here.step, path: here.path.slice(0, -1) };
  return { state, show: showPlace(state, guide, null) };
}

/** null when `input` is no choice of this step nor of one passed. */
function choose(
  here: SecondOpinionState,
  input: string,
  guide: SecondOpinionGuide,
): SecondOpinionTurn | null {
  for (const step of [here.step, ...here.path].flatMap((id) => stepOf(guide, id) ?? [])) {
    const choice = step.choices.find((one) => choiceId(step.id, one.id) === input);
    if (!choice) continue;
    const before = choice.answer ?? null;
    const at = moveTo(here, step.id);
    if (choice.next === step.id) return { state: at, show: showPlace(at, guide, before, true) };
    const answers = { ...at.answers, [step.id]: choice.id };
    const state = forgetTicks(moveTo({ ...at, answers }, choice.next), choice.done);
    return { state, show: showPlace(state, guide, before) };
  }
  return null;
}

/** `here` moved to `step`; a step already passed is gone back to, so that the path never holds one twice. */
function moveTo(here: SecondOpinionState, step: string): SecondOpinionState {
  if (step === here.step) return here;
  const passed = here.path.indexOf(step);
  const path = passed >= 0 ? here.path.slice(0, passed) : [...here.path, here.step];
  return { ...here, step, path };
}
