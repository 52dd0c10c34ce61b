/** Sends what the desk wrote down; what fails is left for the sweeper, or stands as failed with its reason. */
import { deliver, settleFailure } from '../intake/handle-event.ts';
import { endHold } from '../store/held.ts';
import type { Outgoing } from '../store/outgoing.ts';
import type { DeskParts } from './parts.ts';

/** Sends a message that is leased to this process. Never throws. */
export async function sendNow(parts: DeskParts, outgoing: Outgoing): Promise<void> {
  const { id, lineUserId, messages, retryKey, replyToken } = outgoing;
  try {
    const token = replyToken === null ? null : await parts.seal.open(replyToken.sealed);
    const answer = {
      messages,
      replyToken: token,
      replyTokenExpiresAtMs: replyToken?.expiresAtMs ?? 0,
      retryKey,
    };
    await deliver(parts, id, lineUserId, answer, false);
  } catch (error) {
    await settleFailure(parts, { id, tries: 0 }, error);
  }
}

/** Waits until the message can no longer be undone, then sends it unless it was. Never throws. */
export async function sendAfterHold(parts: DeskParts, outgoing: Outgoing, holdMs: number): Promise<void> {
  await parts.wait(holdMs);
  try {
    if (await endHold(parts.db, outgoing.id, parts.now())) await sendNow(parts, outgoing);
  } catch (error) {
    // The hold stays; the sweeper ends it.
    parts.log({ what: 'held message left for later', event: outgoing.id, reason: nameOf(error) });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
