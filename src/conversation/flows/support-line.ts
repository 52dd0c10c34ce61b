/** The telephone line: whether it is open now, when it opens next, and a button that calls. */
import { supportLineText } from '../../guidance/hours/service-text.ts';
import type { Action } from '../actions.ts';
import { type Decision, plainDecision } from '../decision.ts';
import type { Setting } from '../knowledge.ts';
import type { ConversationState } from '../state.ts';

export function showSupportLine(state: ConversationState, setting: Setting): Decision {
  const calm = { ...state, flow: 'none' as const, unclearInARow: 0 };
  return plainDecision('support_line', calm, [supportLineAction(setting)], 'asked for the telephone line');
}

/** The card of the line as it is at the setting's time. */
export function supportLineAction({ knowledge, nowMs }: Setting): Action {
  const line = knowledge.handbook.supportLine;
  return { kind: 'support-line', line, hours: supportLineText(line, nowMs) };
}
