/** One line of a chat as a phone shows it. */
export type ChatEntry =
  | {
      kind: 'message';
      id: string;
      at: number;
      from: 'patient' | 'bot';
      /** The message object: LINE's webhook content from the patient, the bot's own message object. */
      message: unknown;
      /** How the bot's message came; a push counts against the quota. */
      via?: 'reply' | 'push';
      /** The event that a patient's message went out with. */
      webhookEventId?: string;
      quoteToken?: string;
      read: boolean;
      /** Taken back: the content is gone, a line remains. */
      unsent: boolean;
    }
  | { kind: 'note'; id: string; at: number; note: 'followed' | 'unfollowed' };

/** One patient's phone. */
export interface Phone {
  readonly userId: string;
  readonly displayName: string;
  blocked: boolean;
  /** Blocked and unblocked at least once: the next follow is an unblocking. */
  wasBlocked: boolean;
  /** The three dots show until then, or until the bot's next message. */
  loadingUntilMs: number | undefined;
  entries: ChatEntry[];
}

/** The patient's or bot's message with this id, if it is still there. */
export function findMessage(phone: Phone, messageId: string): (ChatEntry & { kind: 'message' }) | undefined {
  const entry = phone.entries.find((each) => each.id === messageId);
  return entry?.kind === 'message' ? entry : undefined;
}

/** Marks the patient's messages up to and with this one as read, as LINE does. */
export function markReadUpTo(phone: Phone, messageId: string): void {
  const last = phone.entries.findIndex((each) => each.id === messageId);
  for (const entry of phone.entries.slice(0, last + 1)) {
    if (entry.kind === 'message' && entry.from === 'patient') entry.read = true;
  }
}
