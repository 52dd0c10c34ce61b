/** Tries at signing in, counted by account and by address; too many lock for a while. */
import { eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { signInFailures } from '../schema.ts';

const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;
/** Counts and used codes older than this are of no meaning. */
const KEPT_MS = 24 * 3_600_000;
/** A one-time code is good for half a minute, and accepted half a minute early or late. */
const CODE_LIFE_MS = 2 * 60_000;

/** What is counted: `key` is a hash, `most` the number of tries that are let through. */
export type Counted = { readonly key: string; readonly most: number };

/**
 * Counts a try before it is made, so that many at once are counted too; the row says whether it may be made
 * (`mayTry`). A statement that can stand in a batch.
 */
export function countTry(db: Database, { key, most }: Counted, nowMs: number) {
  const begins = sql`coalesce(${signInFailures.lockedUntilMs} <= ${nowMs}, ${signInFailures.firstAtMs} <= ${nowMs - WINDOW_MS})`;
  const count = sql`case when ${begins} then 1 else ${signInFailures.count} + 1 end`;
  return db
    .insert(signInFailures)
    .values({ key, count: 1, firstAtMs: nowMs, lockedUntilMs: most <= 1 ? nowMs + LOCK_MS : null })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: {
        count,
        firstAtMs: sql`case when ${begins} then ${nowMs} else ${signInFailures.firstAtMs} end`,
        lockedUntilMs: sql`case when ${count} < ${most} then null when ${begins} then ${nowMs + LOCK_MS}
          else coalesce(${signInFailures.lockedUntilMs}, ${nowMs + LOCK_MS}) end`,
      },
    })
    .returning();
}

/** A count after a try was counted. `lockedUntilMs` is set from the last try that is let through. */
export type Count = { readonly count: number; readonly lockedUntilMs: number | null };

export function mayTry({ count }: Count, { most }: Counted): boolean {
  return count <= most;
}

/** Forgets the tries of an account: the right one was made. A statement that can stand in a batch. */
export function forgetTries(db: Database, key: string) {
  return db.delete(signInFailures).where(eq(signInFailures.key, key));
}

/** Takes one try back that was not a failure; for addresses, which many people share. */
export function takeTryBack(db: Database, { key }: Counted) {
  return db
    .update(signInFailures)
    .set({ count: sql`max(0, ${signInFailures.count} - 1)`, lockedUntilMs: null })
    .where(eq(signInFailures.key, key));
}

/** Marks a one-time code as used; false when it was used already. */
export async function claimCode(db: Database, key: string, nowMs: number): Promise<boolean> {
  const claimed = await db
    .insert(signInFailures)
    .values({ key, count: 1, firstAtMs: nowMs })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { firstAtMs: nowMs },
      setWhere: lt(signInFailures.firstAtMs, nowMs - CODE_LIFE_MS),
    })
    .returning();
  return claimed.length > 0;
}

/** Removes what is of no meaning any more; a statement that can stand in a batch. */
export function sweepTries(db: Database, nowMs: number) {
  return db.delete(signInFailures).where(lt(signInFailures.firstAtMs, nowMs - KEPT_MS));
}
