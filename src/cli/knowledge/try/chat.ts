/** One patient's chat in a terminal: state kept over turns, and the buttons that can be tapped. Pure. */
import { decide } from '../../../conversation/decide.ts';
import { type Decision, isAwaited } from '../../../conversation/decision.ts';
import type { Knowledge, Person } from '../../../conversation/knowledge.ts';
import type { PatientEvent } from '../../../conversation/patient-event.ts';
import type { ConversationState } from '../../../conversation/state.ts';
import { renderDecision } from '../../../line/render/decision.ts';
import type { LineMessage } from '../../../line/render/messages.ts';
import { readTap } from '../../../line/tap-data.ts';

export type Button = { readonly label: string; readonly event: PatientEvent };

export type Chat = {
  readonly state: ConversationState | null;
  readonly person: Person;
  /** What can be tapped under the last answer, in the order in which it stands there. */
  readonly buttons: readonly Button[];
};

export type Turn = {
  readonly chat: Chat;
  readonly decision: Decision;
  readonly messages: readonly LineMessage[];
};

/** The chat of a patient who has written nothing yet. */
export const NEW_CHAT: Chat = { state: null, person: 'none', buttons: [] };

/** The chat after `event`, and what it was answered. No counselor ever claims the case of such a chat. */
export function takeTurn(chat: Chat, event: PatientEvent, knowledge: Knowledge, nowMs: number): Turn {
  const decision = decide(chat.state, event, { knowledge, nowMs, person: chat.person });
  const messages = renderDecision(decision, knowledge);
  const waits = decision.escalation !== null && isAwaited(decision.escalation);
  return {
    chat: {
      state: decision.state,
      person: waits ? 'waiting' : chat.person,
      buttons: messages.flatMap(buttonsOf),
    },
    decision,
    messages,
  };
}

function buttonsOf(message: LineMessage): Button[] {
  const buttons: Button[] = [];
  if (message.type === 'flex') collect(message.contents, buttons);
  collect(message.quickReply?.items ?? [], buttons);
  return buttons;
}

/** Links and telephone numbers are left out: a terminal has nothing to open them with. */
function collect(node: unknown, buttons: Button[]): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, buttons);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const action = node as { type?: unknown; label?: unknown; data?: unknown; text?: unknown };
  const label = typeof action.label === 'string' ? action.label : '';
  if (action.type === 'postback' && typeof action.data === 'string') {
    const tap = readTap(action.data);
    if (tap) buttons.push({ label, event: { kind: 'tap', tap } });
  } else if (action.type === 'message' && typeof action.text === 'string') {
    buttons.push({ label, event: { kind: 'text', text: action.text } });
  } else for (const part of Object.values(node)) collect(part, buttons);
}
