/** What counselors do to a case, each on the version that they saw: of two who act at once one is refused. */
import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from './database.ts';
import { cases, events, patients } from './schema.ts';
import type { PatientId, Seal } from './seal.ts';

export type CaseRow = typeof cases.$inferSelect;
export type CaseToActOn = CaseRow & { readonly patientId: PatientId; readonly lineUserId: string };

/** Thrown when somebody acted on the case meanwhile; nothing of the batch was done. */
export class CaseChangedError extends Error {
  override readonly name = 'CaseChangedError';
  constructor(options?: ErrorOptions) {
    super('The case was changed by somebody else meanwhile.', options);
  }
}

/** The case with whom it is about, or null. */
export async function findCase(db: Database, seal: Seal, caseId: string): Promise<CaseToActOn | null> {
  const [row] = await db
    .select({ one: cases, sealedUserId: patients.sealedUserId })
    .from(cases)
    .innerJoin(patients, eq(patients.id, cases.patientId))
    .where(eq(cases.id, caseId));
  if (!row) return null;
  const lineUserId = await seal.open(row.sealedUserId);
  return { ...row.one, patientId: row.one.patientId as PatientId, lineUserId };
}

/** Claimed cases whose patient has written and waited for an answer since before `sinceMs`. */
export function findSilentCases(db: Database, sinceMs: number): Promise<{ id: string; version: number }[]> {
  return db
    .select({ id: cases.id, version: cases.version })
    .from(cases)
    .where(and(eq(cases.status, 'claimed'), isSilent(sinceMs)));
}

/** Holds while a claimed case's patient has waited since before `sinceMs`. */
export function isSilent(sinceMs: number) {
  return sql`max(${cases.claimedAtMs}, coalesce(${cases.patientWroteAtMs}, 0)) <= ${sinceMs}
    and coalesce(${cases.patientWroteAtMs}, 0) > coalesce(${cases.lastAnsweredAtMs}, 0)`;
}

type CaseSet = Parameters<ReturnType<Database['update']>['set']>[0];

/**
 * Changes the case where it still has `version` and `condition` holds, together with `others`: all or nothing.
 * Throws CaseChangedError.
 */
export async function changeCase(
  db: Database,
  change: {
    readonly caseId: string;
    readonly version: number;
    readonly condition: ReturnType<typeof sql>;
    readonly set: Partial<Omit<CaseRow, 'id' | 'version' | 'patientId'>>;
  },
  others: readonly BatchItem<'sqlite'>[],
): Promise<void> {
  // NULL breaks the NOT NULL rule, so the whole batch fails when somebody else was first.
  const next = sql`case when ${cases.version} = ${change.version} and ${change.condition} then ${cases.version} + 1 end`;
  const set: CaseSet = { ...change.set, version: next };
  try {
    await db.batch([db.update(cases).set(set).where(eq(cases.id, change.caseId)), ...others]);
  } catch (cause) {
    if (saysNotNull(cause)) throw new CaseChangedError({ cause });
    throw cause;
  }
}

/** Whether a message with this id was written down before. */
export async function isWritten(db: Database, messageId: string): Promise<boolean> {
  const rows = await db.select({ id: events.id }).from(events).where(eq(events.id, messageId));
  return rows.length > 0;
}

function saysNotNull(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (/NOT NULL constraint failed: cases\.version/.test(e.message)) return true;
  }
  return false;
}
