/** The guided dialogue to a second opinion: it can be left and taken up again at any step. */
import { matchSecondOpinion } from '../../guidance/second-opinion/match.ts';
import {
  resumeSecondOpinion,
  type SecondOpinionTurn,
  stepSecondOpinion,
} from '../../guidance/second-opinion/second-opinion.ts';
import { type Decision, plainDecision } from '../decision.ts';
import type { Setting } from '../knowledge.ts';
import type { ConversationState } from '../state.ts';

/** Begins the guide, or goes on where the patient left it. */
export function openSecondOpinion(state: ConversationState, { knowledge, nowMs }: Setting): Decision {
  const guide = knowledge.handbook.secondOpinion;
  return show(
    resumeSecondOpinion(state.secondOpinion, guide, nowMs),
    state,
    'the guide is begun or taken up again',
  );
}

/** A button of the guide, also of an older message. */
export function tapSecondOpinion(input: string, state: ConversationState, setting: Setting): Decision {
  const guide = setting.knowledge.handbook.secondOpinion;
  if (state.secondOpinion === null) return openSecondOpinion(state, setting);
  return show(stepSecondOpinion(state.secondOpinion, input, guide, setting.nowMs), state, `guide: ${input}`);
}

/** A typed message as an answer to the guide's question; null when it is none. */
export function typeSecondOpinion(text: string, state: ConversationState, setting: Setting): Decision | null {
  const guide = setting.knowledge.handbook.secondOpinion;
  if (state.flow !== 'second-opinion' || state.secondOpinion === null) return null;
  const input = matchSecondOpinion(state.secondOpinion, text, guide, setting.nowMs);
  return input === null ? null : tapSecondOpinion(input, state, setting);
}

function show(turn: SecondOpinionTurn, state: ConversationState, why: string): Decision {
  const ended = turn.show.kind === 'paused' || turn.show.kind === 'finished';
  const next = {
    ...state,
    flow: ended ? ('none' as const) : ('second-opinion' as const),
    secondOpinion: turn.state,
    unclearInARow: 0,
  };
  return {
    ...plainDecision('second_opinion', next, [{ kind: 'guide', show: turn.show }], why),
    offers: ['centre', 'support_line'],
  };
}
