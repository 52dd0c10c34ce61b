/** From an open event to an answer that LINE has accepted; each step can be taken up again after a crash. */

import type { Parcel } from '../line/messaging-api.ts';
import { type Errand, readEvent } from '../line/read-event.ts';
import type { LineMessage } from '../line/render/messages.ts';
import { type LineEvent, lineEvent } from '../line/webhook-body.ts';
import type { Answer } from '../store/decisions.ts';
import { findDelivery, markBlocked, markDone, markSent } from '../store/deliveries.ts';
import { leaveForLater, type OpenEvent } from '../store/inbox.ts';
import { eraseUnsent } from '../store/unsend.ts';
import { makeDecision } from './make-decision.ts';
import type { IntakeParts } from './parts.ts';

/** An answer that LINE did not take; `retryAfterMs` is what LINE asked for, null when it never will take it. */
class NotSentError extends Error {
  override readonly name = 'NotSentError';
  constructor(
    readonly detail: string,
    readonly retryAfterMs: number | null,
  ) {
    super(detail);
  }
}

/** Does all that `open` asks for. Never throws: what fails is left for the sweeper with its reason. */
export async function handleEvent(parts: IntakeParts, open: OpenEvent): Promise<void> {
  try {
    const event = lineEvent.parse(JSON.parse(await parts.seal.open(open.sealedPayload)));
    await runErrand(parts, open, event, readEvent(event));
  } catch (error) {
    await settleFailure(parts, open, error);
  }
}

/** Leaves what failed to the sweeper, or sets it aside where LINE will never take it. Never throws. */
export async function settleFailure(
  parts: IntakeParts,
  open: Pick<OpenEvent, 'id' | 'tries'>,
  error: unknown,
): Promise<void> {
  const asked = error instanceof NotSentError ? error.retryAfterMs : 0;
  const reason = error instanceof NotSentError ? `LINE ${error.detail}` : nameOf(error);
  const waitMs = asked === null ? null : Math.max(retryDelayMs(open.tries), asked);
  parts.log({ what: waitMs === null ? 'event set aside' : 'event left for later', event: open.id, reason });
  try {
    await leaveForLater(parts.db, open, waitMs === null ? null : parts.now() + waitMs, reason);
  } catch (down) {
    // The lease runs out by itself; the sweeper takes the event up once the database is back.
    parts.log({ what: 'event left to its lease', event: open.id, reason: nameOf(down) });
  }
}

/** Milliseconds until the next try: 2, 4, 8 … seconds, at most ten minutes. */
export function retryDelayMs(tries: number): number {
  return Math.min(600_000, 2_000 * 2 ** tries);
}

async function runErrand(
  parts: IntakeParts,
  open: OpenEvent,
  event: LineEvent,
  errand: Errand,
): Promise<void> {
  // An answer that an earlier try wrote down is sent as it is: deciding again could say something else.
  const begun = open.tries > 0 ? await findDelivery(parts.db, parts.seal, open.id) : null;
  if (begun === 'sent') return markDone(parts.db, open.id);
  if (begun) return deliver(parts, open.id, begun.lineUserId, begun, true);
  switch (errand.kind) {
    case 'none':
      return markDone(parts.db, open.id);
    case 'erase':
      return eraseUnsent(parts.db, errand.lineMessageId, open.id);
    case 'blocked':
      return markBlocked(parts.db, open.patientId, open.id, parts.now());
    case 'decide': {
      const lineUserId = String(event.source?.userId ?? event.source?.groupId ?? event.source?.roomId ?? '');
      if (errand.event.kind === 'text') void parts.sender.showLoading(lineUserId);
      const answer = await makeDecision(parts, open, event, errand.event);
      if (answer) await deliver(parts, open.id, lineUserId, answer, false);
      return;
    }
    default:
      return errand satisfies never;
  }
}

/** Sends a written-down answer and marks it sent. Throws NotSentError when LINE did not take it. */
export async function deliver(
  parts: IntakeParts,
  eventId: string,
  lineUserId: string,
  answer: Answer,
  resumed: boolean,
): Promise<void> {
  const messages = JSON.parse(answer.messages) as LineMessage[];
  const parcel: Parcel = { ...answer, lineUserId, messages, resumed };
  const startedAtMs = parts.now();
  const sent = await parts.sender.send(parcel, startedAtMs);
  switch (sent.kind) {
    case 'sent':
      await markSent(parts.db, eventId, sent.way, parts.now());
      parts.log({ what: 'sent', event: eventId, way: sent.way, ms: parts.now() - startedAtMs });
      return;
    case 'try-again':
      throw new NotSentError(sent.reason, sent.retryAfterMs);
    case 'refused':
      throw new NotSentError(sent.reason, null);
    default:
      return sent satisfies never;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
