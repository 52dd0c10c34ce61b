/** The outbox: answers that are written down and not yet known to have reached LINE. */
import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { closeEvent } from './decisions.ts';
import { type DELIVERY_WAYS, deliveries, patients } from './schema.ts';
import type { PatientId, Seal } from './seal.ts';

export type PendingDelivery = {
  readonly eventId: string;
  readonly lineUserId: string;
  /** LINE message objects as JSON. */
  readonly messages: string;
  readonly replyToken: string | null;
  readonly replyTokenExpiresAtMs: number;
  readonly retryKey: string;
};

/** The unsent answer to an event, or null when it has none or it was sent. */
export async function findDelivery(
  db: Database,
  seal: Seal,
  eventId: string,
): Promise<PendingDelivery | 'sent' | null> {
  const [row] = await db
    .select({ delivery: deliveries, sealedUserId: patients.sealedUserId })
    .from(deliveries)
    .innerJoin(patients, eq(patients.id, deliveries.patientId))
    .where(eq(deliveries.eventId, eventId));
  if (!row) return null;
  const { delivery, sealedUserId } = row;
  if (delivery.status !== 'pending') return 'sent';
  return {
    eventId,
    lineUserId: await seal.open(sealedUserId),
    messages: await seal.open(delivery.sealedMessages),
    replyToken: delivery.sealedReplyToken === null ? null : await seal.open(delivery.sealedReplyToken),
    replyTokenExpiresAtMs: delivery.replyTokenExpiresAtMs,
    retryKey: delivery.retryKey,
  };
}

/** LINE accepted the answer: its event is done. */
export async function markSent(
  db: Database,
  eventId: string,
  way: (typeof DELIVERY_WAYS)[number],
  nowMs: number,
): Promise<void> {
  await db.batch([
    db
      .update(deliveries)
      .set({ status: 'sent', way, sentAtMs: nowMs })
      .where(eq(deliveries.eventId, eventId)),
    closeEvent(db, eventId),
  ]);
}

/** The event's work is done without an answer. */
export async function markDone(db: Database, eventId: string): Promise<void> {
  await closeEvent(db, eventId);
}

/** The patient blocked or unfollowed the account. */
export async function markBlocked(
  db: Database,
  patientId: PatientId,
  eventId: string,
  nowMs: number,
): Promise<void> {
  await db.batch([
    db.update(patients).set({ blockedAtMs: nowMs }).where(eq(patients.id, patientId)),
    closeEvent(db, eventId),
  ]);
}
