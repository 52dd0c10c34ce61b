/**
 * Sessions of the staff. One ends an hour after its last request and at the latest twelve hours after sign-in
 * (ASVS 5.0 7.3, NIST SP 800-63B-4 AAL2). The live refresh of an open page counts as a request: a queue that is
 * watched for red cases must not go blind.
 */
import { and, desc, eq, gt, lte, ne, or } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { staff, staffSessions } from '../schema.ts';

export const SESSION_MS = 12 * 3_600_000;
export const IDLE_MS = 3_600_000;
/** A session's last use is written down no more often than this. */
const TOUCH_MS = 5 * 60_000;

export type SessionRow = typeof staffSessions.$inferSelect;
export type SessionOwner = typeof staff.$inferSelect;

/** The living session with `token` and who it belongs to; null for one that ended or a disabled person. */
export async function findSession(
  db: Database,
  token: string,
  nowMs: number,
): Promise<{ readonly session: SessionRow; readonly owner: SessionOwner } | null> {
  const [found] = await db
    .select({ session: staffSessions, owner: staff })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.userId))
    .where(eq(staffSessions.token, token));
  if (!found || !isLiving(found.session, nowMs) || found.owner.disabledAtMs !== null) return null;
  return found;
}

function isLiving(session: SessionRow, nowMs: number): boolean {
  return session.expiresAt.getTime() > nowMs && session.updatedAt.getTime() > nowMs - IDLE_MS;
}

/** Writes down that the session is in use, where that was not done lately. */
export async function touchSession(db: Database, session: SessionRow, nowMs: number): Promise<void> {
  if (session.updatedAt.getTime() > nowMs - TOUCH_MS) return;
  await db
    .update(staffSessions)
    .set({ updatedAt: new Date(nowMs) })
    .where(eq(staffSessions.id, session.id));
}

/** Opens a session; a statement that can stand in a batch. */
export function addSession(
  db: Database,
  one: {
    readonly id: string;
    readonly token: string;
    readonly staffId: string;
    readonly userAgent: string | null;
  },
  nowMs: number,
) {
  const now = new Date(nowMs);
  return db.insert(staffSessions).values({
    id: one.id,
    token: one.token,
    userId: one.staffId,
    expiresAt: new Date(nowMs + SESSION_MS),
    userAgent: one.userAgent,
    createdAt: now,
    updatedAt: now,
  });
}

/** The living sessions of a person, the one used last first. */
export function listSessions(db: Database, staffId: string, nowMs: number): Promise<SessionRow[]> {
  return db
    .select()
    .from(staffSessions)
    .where(
      and(
        eq(staffSessions.userId, staffId),
        gt(staffSessions.expiresAt, new Date(nowMs)),
        gt(staffSessions.updatedAt, new Date(nowMs - IDLE_MS)),
      ),
    )
    .orderBy(desc(staffSessions.updatedAt));
}

/** Ends the session with `token`; a statement that can stand in a batch. */
export function endSession(db: Database, token: string) {
  return db.delete(staffSessions).where(eq(staffSessions.token, token));
}

/** Ends all sessions of a person; a statement that can stand in a batch. */
export function endSessionsOf(db: Database, staffId: string) {
  return db.delete(staffSessions).where(eq(staffSessions.userId, staffId));
}

/** Ends all sessions of a person but the one with `token`; a statement that can stand in a batch. */
export function endOtherSessionsOf(db: Database, staffId: string, token: string) {
  return db
    .delete(staffSessions)
    .where(and(eq(staffSessions.userId, staffId), ne(staffSessions.token, token)));
}

/** Removes a person's sessions that have run out; a statement that can stand in a batch. */
export function sweepSessionsOf(db: Database, staffId: string, nowMs: number) {
  return db
    .delete(staffSessions)
    .where(
      and(
        eq(staffSessions.userId, staffId),
        or(
          lte(staffSessions.expiresAt, new Date(nowMs)),
          lte(staffSessions.updatedAt, new Date(nowMs - IDLE_MS)),
        ),
      ),
    );
}

/** Gives a session a new token, so that one that was seen before a change of rights is worth nothing after it. */
export function renewToken(db: Database, token: string, newToken: string) {
  return db.update(staffSessions).set({ token: newToken }).where(eq(staffSessions.token, token));
}
