/** A counselor's message as it was written down, with the case that it belongs to. */
import { and, desc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Database } from './database.ts';
import { cases, deliveries, messages, patients } from './schema.ts';
import type { PatientId } from './seal.ts';

export type Written = {
  readonly patientId: PatientId;
  /** The patient's case that was the newest when it was written. */
  readonly caseId: string;
  readonly sealedUserId: string;
  readonly sealedMessages: string;
  readonly retryKey: string;
};

/** The counselor's message with the id `messageId`, or null. */
export async function findWritten(db: Database, messageId: string): Promise<Written | null> {
  const [row] = await db
    .select({
      patientId: messages.patientId,
      caseId: cases.id,
      sealedUserId: patients.sealedUserId,
      sealedMessages: deliveries.sealedMessages,
      retryKey: deliveries.retryKey,
    })
    .from(messages)
    .innerJoin(deliveries, eq(deliveries.eventId, messages.eventId))
    .innerJoin(patients, eq(patients.id, messages.patientId))
    .innerJoin(cases, and(eq(cases.patientId, messages.patientId), lte(cases.openedAtMs, messages.atMs)))
    .where(and(eq(messages.eventId, messageId), isNotNull(messages.staffId)))
    .orderBy(desc(cases.openedAtMs))
    .limit(1);
  return row ? { ...row, patientId: row.patientId as PatientId } : null;
}
