/** Passwords' hashes and second factors, in better-auth's tables. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { staff, staffAccounts, staffSecondFactors, staffVerifications } from '../schema.ts';

/** better-auth's name for an account that signs in by password. */
const BY_PASSWORD = 'credential';

/** The hash of a person's password; null where none is set. */
export async function findPasswordHash(db: Database, staffId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: staffAccounts.password })
    .from(staffAccounts)
    .where(and(eq(staffAccounts.userId, staffId), eq(staffAccounts.providerId, BY_PASSWORD)));
  return row?.password ?? null;
}

/** Statements that set the hash of a person's password. */
export function setPassword(db: Database, id: string, staffId: string, hash: string, nowMs: number) {
  const now = new Date(nowMs);
  return [
    db.delete(staffAccounts).where(eq(staffAccounts.userId, staffId)),
    db.insert(staffAccounts).values({
      id,
      accountId: staffId,
      providerId: BY_PASSWORD,
      userId: staffId,
      password: hash,
      createdAt: now,
      updatedAt: now,
    }),
  ] as const;
}

export type SecondFactor = { readonly secret: string; readonly backupCodes: string };

/** A person's second factor, sealed as it is kept; null where none is set up. */
export async function findSecondFactor(db: Database, staffId: string): Promise<SecondFactor | null> {
  const [row] = await db
    .select({ secret: staffSecondFactors.secret, backupCodes: staffSecondFactors.backupCodes })
    .from(staffSecondFactors)
    .where(and(eq(staffSecondFactors.userId, staffId), eq(staffSecondFactors.verified, true)));
  return row ?? null;
}

/** Statements that put `factor` in the place of what a person had. */
export function setSecondFactor(
  db: Database,
  id: string,
  staffId: string,
  factor: SecondFactor,
  nowMs: number,
) {
  return [
    db.delete(staffSecondFactors).where(eq(staffSecondFactors.userId, staffId)),
    db
      .insert(staffSecondFactors)
      .values({ id, userId: staffId, ...factor, verified: true, failedVerificationCount: 0 }),
    db
      .update(staff)
      .set({ twoFactorEnabled: true, updatedAt: new Date(nowMs) })
      .where(eq(staff.id, staffId)),
    dropPendingFactor(db, staffId),
  ] as const;
}

/** Puts new backup codes in the place of the old ones; a statement that can stand in a batch. */
export function setBackupCodes(db: Database, staffId: string, backupCodes: string) {
  return db.update(staffSecondFactors).set({ backupCodes }).where(eq(staffSecondFactors.userId, staffId));
}

const pendingFactorOf = (staffId: string) => `new-factor-${staffId}`;

/** The sealed secret that waits for its first code; null where none does. */
export async function findPendingFactor(
  db: Database,
  staffId: string,
  nowMs: number,
): Promise<string | null> {
  const [row] = await db
    .select()
    .from(staffVerifications)
    .where(eq(staffVerifications.identifier, pendingFactorOf(staffId)));
  return row && row.expiresAt.getTime() > nowMs ? row.value : null;
}

/** Keeps a sealed secret until its first code. */
export async function keepPendingFactor(
  db: Database,
  id: string,
  staffId: string,
  value: string,
  nowMs: number,
  expiresAtMs: number,
): Promise<void> {
  const now = new Date(nowMs);
  const row = { identifier: pendingFactorOf(staffId), value, expiresAt: new Date(expiresAtMs) };
  await db.batch([
    dropPendingFactor(db, staffId),
    db.insert(staffVerifications).values({ id, ...row, createdAt: now, updatedAt: now }),
  ]);
}

export function dropPendingFactor(db: Database, staffId: string) {
  return db.delete(staffVerifications).where(eq(staffVerifications.identifier, pendingFactorOf(staffId)));
}

/** Who gave a right password and is asked for a code; `identifier` stands in their cookie. */
export async function findPendingSignIn(
  db: Database,
  identifier: string,
  nowMs: number,
): Promise<string | null> {
  const [row] = await db
    .select()
    .from(staffVerifications)
    .where(eq(staffVerifications.identifier, identifier));
  return row && row.expiresAt.getTime() > nowMs ? row.value : null;
}
