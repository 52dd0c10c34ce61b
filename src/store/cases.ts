/** Cases as the patient's side sees them: opened by their words, and whether somebody has them. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { cases } from './schema.ts';
import type { PatientId } from './seal.ts';

/** The open cases of these patients; a query that can stand in a batch. */
export function findOpenCases(db: Database, patientIds: readonly string[]) {
  return db
    .select({ patientId: cases.patientId, status: cases.status, urgency: cases.urgency })
    .from(cases)
    .where(and(inArray(cases.patientId, [...patientIds]), ne(cases.status, 'resolved')));
}

/** Opens a case, or makes the patient's open one at least as urgent; a statement that can stand in a batch. */
export function openCase(
  db: Database,
  id: string,
  patientId: PatientId,
  urgency: number,
  rule: string | null,
  nowMs: number,
) {
  return db
    .insert(cases)
    .values({
      id,
      patientId,
      urgency,
      rule,
      status: 'waiting',
      openedAtMs: nowMs,
      calledAtMs: nowMs,
      patientWroteAtMs: nowMs,
    })
    .onConflictDoUpdate({
      target: cases.patientId,
      targetWhere: sql`status <> 'resolved'`,
      set: {
        urgency: sql`min(${cases.urgency}, excluded.urgency)`,
        // The rule that made it most urgent explains it.
        rule: sql`case when excluded.urgency < ${cases.urgency} then excluded.rule else ${cases.rule} end`,
        calledAtMs: nowMs,
      },
    });
}

/** A reply token that the bot left unused, sealed. */
export type SparedReplyToken = { readonly sealed: string; readonly expiresAtMs: number };

/** The patient wrote while a case is open; a statement that can stand in a batch. */
export function notePatientWrote(
  db: Database,
  patientId: PatientId,
  token: SparedReplyToken | null,
  nowMs: number,
) {
  return db
    .update(cases)
    .set({
      patientWroteAtMs: nowMs,
      ...(token === null ? {} : { sealedReplyToken: token.sealed, replyTokenExpiresAtMs: token.expiresAtMs }),
    })
    .where(and(eq(cases.patientId, patientId), ne(cases.status, 'resolved')));
}
