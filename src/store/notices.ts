/** A message to a patient that answers no event of theirs: kept like an answer, so that a crash cannot lose it. */
import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { LEASE_MS } from './inbox.ts';
import { deliveries, events, messages, patients } from './schema.ts';
import type { PatientId, Seal } from './seal.ts';

export type Notice = {
  readonly id: string;
  readonly patientId: PatientId;
  /** LINE message objects as JSON. */
  readonly messages: string;
  readonly retryKey: string;
};

/** Writes the notice down, leased to this process, and gives the LINE user it goes to; null for an unknown patient. */
export async function keepNotice(
  db: Database,
  seal: Seal,
  notice: Notice,
  nowMs: number,
): Promise<string | null> {
  const { id, patientId, retryKey } = notice;
  const [patient] = await db.select().from(patients).where(eq(patients.id, patientId));
  if (!patient) return null;
  const lineUserId = await seal.open(patient.sealedUserId);
  const event = {
    type: 'notice',
    mode: 'active',
    timestamp: nowMs,
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: lineUserId },
  };
  const sealedMessages = await seal.seal(notice.messages);
  await db.batch([
    db.insert(events).values({
      id,
      patientId,
      type: 'notice',
      sealedPayload: await seal.seal(JSON.stringify(event)),
      occurredAtMs: nowMs,
      receivedAtMs: nowMs,
      status: 'received',
      leasedUntilMs: nowMs + LEASE_MS,
    }),
    db.insert(deliveries).values({
      eventId: id,
      patientId,
      sealedMessages,
      sealedReplyToken: null,
      replyTokenExpiresAtMs: 0,
      retryKey,
      status: 'pending',
    }),
    db.insert(messages).values({
      id: `${id}-out`,
      patientId,
      eventId: id,
      direction: 'out',
      sealedContent: sealedMessages,
      atMs: nowMs,
    }),
  ]);
  return lineUserId;
}
