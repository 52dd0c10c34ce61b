/** Reads the audit, the newest first. There is no way to change it: triggers refuse. */
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { AuditAction } from './audit.ts';
import type { Database } from './database.ts';
import { audit, staff } from './schema.ts';

export const AUDIT_PAGE = 100;
/** A file of more lines than these is made day by day. */
export const AUDIT_EXPORT = 20_000;

export type AuditFilter = {
  readonly staffId: string | null;
  readonly action: AuditAction | null;
  readonly caseId: string | null;
  /** From the first moment on, and before the second. */
  readonly period: { readonly fromMs: number; readonly toMs: number } | null;
};

export type AuditRow = typeof audit.$inferSelect;
export type AuditCursor = { readonly atMs: number; readonly id: string };

/** Entries of `filter` older than `after`, at most `limit`, and the cursor of those that follow. */
export async function readAudit(
  db: Database,
  filter: AuditFilter,
  after: AuditCursor | null,
  limit: number,
): Promise<{ readonly rows: readonly AuditRow[]; readonly next: AuditCursor | null }> {
  const { staffId, action, caseId, period } = filter;
  const rows = await db
    .select()
    .from(audit)
    .where(
      and(
        staffId === null ? undefined : eq(audit.staffId, staffId),
        action === null ? undefined : eq(audit.action, action),
        caseId === null ? undefined : eq(audit.caseId, caseId),
        period === null ? undefined : gte(audit.atMs, period.fromMs),
        period === null ? undefined : lt(audit.atMs, period.toMs),
        after === null ? undefined : sql`(${audit.atMs}, ${audit.id}) < (${after.atMs}, ${after.id})`,
      ),
    )
    .orderBy(desc(audit.atMs), desc(audit.id))
    .limit(limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), next: last ? { atMs: last.atMs, id: last.id } : null };
}

/** Everybody who ever worked here, by id: entries hold ids alone. */
export async function readStaffNames(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).orderBy(staff.name);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
