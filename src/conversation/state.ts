/** What the conversation remembers of one patient between messages. */

/** After this silence a new message begins a new conversation. */
export const STATE_LIFETIME_MS = 24 * 60 * 60 * 1000;

export type ConversationState = {
  /** Format of this record; raised when its shape changes, so that an older one is dropped, not misread. */
  readonly format: 1;
  /** How many messages in a row found no answer. */
  readonly unclearInARow: number;
  /** Topic of the last passage shown, for questions that lean on it. */
  readonly lastTopic: string | null;
  readonly updatedAtMs: number;
};

/** A patient of whom nothing is remembered. */
export function freshState(nowMs: number): ConversationState {
  return { format: 1, unclearInARow: 0, lastTopic: null, updatedAtMs: nowMs };
}

/** `state` if it is still of this conversation at `nowMs`, else a fresh one. */
export function currentState(state: ConversationState | null, nowMs: number): ConversationState {
  if (state === null || state.format !== 1 || nowMs - state.updatedAtMs > STATE_LIFETIME_MS) return freshState(nowMs);
  return state;
}
