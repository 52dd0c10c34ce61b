/** A message to a patient that answers no event of theirs: kept like an answer, so that a crash cannot lose it. */
import type { Database } from './database.ts';
import { LEASE_MS } from './inbox.ts';
import { deliveries, events, messages } from './schema.ts';
import type { PatientId, Seal } from './seal.ts';

export type Outgoing = {
  readonly id: string;
  readonly patientId: PatientId;
  readonly lineUserId: string;
  /** LINE message objects as JSON. */
  readonly messages: string;
  /** UUID by which LINE takes a repeated push only once. */
  readonly retryKey: string;
  /** The counselor whose words they are; null for the service's own. */
  readonly staffId: string | null;
  /** Until then it can be undone; null: it goes out at once. */
  readonly heldUntilMs: number | null;
  readonly replyToken: { readonly sealed: string; readonly expiresAtMs: number } | null;
};

/** After its hold a message is sent by the process that kept it; so long after, the sweeper takes it up. */
const HOLD_GRACE_MS = 10_000;

/** The rows of `outgoing`, leased to this process; statements for a batch. */
export async function outgoingRows(db: Database, seal: Seal, outgoing: Outgoing, nowMs: number) {
  const { id, patientId, lineUserId, retryKey, staffId, heldUntilMs, replyToken } = outgoing;
  const event = {
    type: 'notice',
    mode: 'active',
    timestamp: nowMs,
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: lineUserId },
  };
  const sealedMessages = await seal.seal(outgoing.messages);
  return [
    db.insert(events).values({
      id,
      patientId,
      type: 'notice',
      sealedPayload: await seal.seal(JSON.stringify(event)),
      occurredAtMs: nowMs,
      receivedAtMs: nowMs,
      status: heldUntilMs === null ? 'received' : 'held',
      leasedUntilMs: heldUntilMs === null ? nowMs + LEASE_MS : heldUntilMs + HOLD_GRACE_MS,
    }),
    db.insert(deliveries).values({
      eventId: id,
      patientId,
      sealedMessages,
      sealedReplyToken: replyToken?.sealed ?? null,
      replyTokenExpiresAtMs: replyToken?.expiresAtMs ?? 0,
      retryKey,
      status: 'pending',
    }),
    db.insert(messages).values({
      id: `${id}-out`,
      patientId,
      eventId: id,
      direction: 'out',
      sealedContent: sealedMessages,
      staffId,
      atMs: nowMs,
    }),
  ] as const;
}
