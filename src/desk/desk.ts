/** What a counselor does to a case; each act is written down with its audit entry in one transaction. */
import type { LineMessage } from '../line/render/messages.ts';

export type StaffId = string;

/** `changed`: somebody acted on the case meanwhile, nothing was done; look at it again. */
export type Acted = { readonly kind: 'done' } | { readonly kind: 'changed' };

/** Who acts on which state of a case: `version` is the one that the counselor had before their eyes. */
export type Act = { readonly caseId: string; readonly version: number; readonly by: StaffId };

export interface Desk {
  /** Takes a waiting case; the patient is told that a counselor is here and the bot falls silent. */
  claim(act: Act): Promise<Acted>;
  /** Takes a case from a counselor who has been silent for longer than the settings allow. */
  takeOver(act: Act): Promise<Acted>;
  /** Gives one's own case back to the queue; the patient is told that another counselor goes on. */
  release(act: Act): Promise<Acted>;
  /** Gives one's own case to another counselor. */
  transfer(act: Act, to: StaffId): Promise<Acted>;
  /**
   * Sends `messages` (1 to 5) in one's own case after UNDO_MS, by the free reply token where one is alive.
   * `messageId` is a fresh UUID made with the form: the same one is taken once.
   */
  answer(act: Act, messageId: string, messages: readonly LineMessage[]): Promise<Acted>;
  /** Takes back an answer that was not sent yet; false when it is too late. */
  undo(messageId: string, by: StaffId): Promise<boolean>;
  /** Tries a failed answer again; false when it is not a failed one. */
  retry(messageId: string, by: StaffId): Promise<boolean>;
  /** Ends the case; the patient is told, and asked for their view (once, never after a crisis). */
  resolve(act: Act): Promise<Acted>;
  /** Gives silent claims back to the queue; run by the sweeper. Gives their number. */
  returnSilentCases(): Promise<number>;
}

/** How long a counselor can take an answer back before it is sent. */
export const UNDO_MS = 5_000;
