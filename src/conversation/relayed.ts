/** A counselor is talking with the patient: the message goes to them and the bot is silent. */
import { type Decision, plainDecision } from './decision.ts';
import type { ConversationState } from './state.ts';

export function relayed(state: ConversationState): Decision {
  return { ...plainDecision('counselor', state, [], 'a counselor has the case: relayed'), offers: [] };
}
