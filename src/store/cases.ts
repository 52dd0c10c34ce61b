/** Cases: what a counselor has to look at. */
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { cases } from './schema.ts';
import type { PatientId } from './seal.ts';

/** The open cases of these patients; a query that can stand in a batch. */
export function findOpenCases(db: Database, patientIds: readonly string[]) {
  return db
    .select({ patientId: cases.patientId, status: cases.status })
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
    .values({ id, patientId, urgency, rule, status: 'waiting', openedAtMs: nowMs, calledAtMs: nowMs })
    .onConflictDoUpdate({
      target: cases.patientId,
      targetWhere: sql`status <> 'resolved'`,
      set: { urgency: sql`min(${cases.urgency}, excluded.urgency)`, calledAtMs: nowMs },
    });
}

export type QueuedCase = typeof cases.$inferSelect;

/** Open cases, the most urgent first, then those that wait longest. */
export function listOpenCases(db: Database): Promise<QueuedCase[]> {
  return db
    .select()
    .from(cases)
    .where(ne(cases.status, 'resolved'))
    .orderBy(asc(cases.urgency), asc(cases.openedAtMs));
}

/** Gives a waiting case to `by`; null when it is not waiting (any more). */
export async function claimCase(
  db: Database,
  id: string,
  by: string,
  nowMs: number,
): Promise<QueuedCase | null> {
  const [claimed] = await db
    .update(cases)
    .set({ status: 'claimed', claimedBy: by, claimedAtMs: nowMs })
    .where(and(eq(cases.id, id), eq(cases.status, 'waiting')))
    .returning();
  return claimed ?? null;
}

/** Ends an open case; null when it is ended already. */
export async function resolveCase(db: Database, id: string, nowMs: number): Promise<QueuedCase | null> {
  const [resolved] = await db
    .update(cases)
    .set({ status: 'resolved', resolvedAtMs: nowMs })
    .where(and(eq(cases.id, id), ne(cases.status, 'resolved')))
    .returning();
  return resolved ?? null;
}
