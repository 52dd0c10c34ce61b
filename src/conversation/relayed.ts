/** A counselor is talking with the patient: the message goes to them and the bot is silent. */
import { type Decision, plainDecision } from './decision.ts';
import { withoutComment } from './flows/survey.ts';
import type { ConversationState } from './state.ts';

export function relayed(state: ConversationState): Decision {
  // What is written to a counselor is no answer to the survey, nor is what is written after they have gone.
  return {
    ...plainDecision('counselor', withoutComment(state), [], 'a counselor has the case: relayed'),
    offers: [],
  };
}
