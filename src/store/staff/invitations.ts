/** One-time links by which a person sets a password. Only a hash of the token is kept. */
import { and, eq, exists, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { staff, staffAccounts, staffInvitations, staffSecondFactors } from '../schema.ts';
import { endSessionsOf } from './sessions.ts';

export const INVITATION_MS = 72 * 3_600_000;
const TOKEN_BYTES = 32;

/** A fresh token, 256 bits in base64url. */
export function newInvitationToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))).toString('base64url');
}

/** The address at which the invitation with `token` is used. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/console/invitation/${token}`;
}

async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Buffer.from(digest).toString('base64url');
}

/**
 * Statements that make `token` the only way in for `staffId`: what they had (password, second factor, sessions,
 * links that were not used) is gone.
 */
export async function inviteAnew(db: Database, staffId: string, token: string, nowMs: number) {
  return [
    ...forgetCredentials(db, staffId, nowMs),
    db
      .delete(staffInvitations)
      .where(and(eq(staffInvitations.staffId, staffId), isNull(staffInvitations.usedAtMs))),
    db.insert(staffInvitations).values({
      tokenHash: await hashOf(token),
      staffId,
      createdAtMs: nowMs,
      expiresAtMs: nowMs + INVITATION_MS,
    }),
  ] as const;
}

/** Statements that take away password, second factor and sessions. */
export function forgetCredentials(db: Database, staffId: string, nowMs: number) {
  return [
    endSessionsOf(db, staffId),
    db.delete(staffSecondFactors).where(eq(staffSecondFactors.userId, staffId)),
    db.delete(staffAccounts).where(eq(staffAccounts.userId, staffId)),
    db
      .update(staff)
      .set({ twoFactorEnabled: false, updatedAt: new Date(nowMs) })
      .where(eq(staff.id, staffId)),
  ] as const;
}

export type Invited = { readonly staffId: string; readonly name: string; readonly email: string };

/** Whom a usable link is for; null for one that is unknown, used, expired, or of a disabled person. */
export async function findInvitation(db: Database, token: string, nowMs: number): Promise<Invited | null> {
  const [found] = await db
    .select({ staffId: staff.id, name: staff.name, email: staff.email })
    .from(staffInvitations)
    .innerJoin(staff, eq(staff.id, staffInvitations.staffId))
    .where(
      and(
        eq(staffInvitations.tokenHash, await hashOf(token)),
        isNull(staffInvitations.usedAtMs),
        gt(staffInvitations.expiresAtMs, nowMs),
        isNull(staff.disabledAtMs),
      ),
    );
  return found ?? null;
}

/** Uses a link up; false when somebody did before. */
export async function useInvitation(db: Database, token: string, nowMs: number): Promise<boolean> {
  const enabled = db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffInvitations.staffId), isNull(staff.disabledAtMs)));
  const used = await db
    .update(staffInvitations)
    .set({ usedAtMs: nowMs })
    .where(
      and(
        eq(staffInvitations.tokenHash, await hashOf(token)),
        isNull(staffInvitations.usedAtMs),
        gt(staffInvitations.expiresAtMs, nowMs),
        exists(enabled),
      ),
    )
    .returning({ staffId: staffInvitations.staffId });
  return used.length > 0;
}

/** Whether an administrator has ever used their link. */
export async function hasAdministrator(db: Database): Promise<boolean> {
  const found = await db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(staffInvitations, eq(staffInvitations.staffId, staff.id))
    .where(and(eq(staff.role, 'admin'), isNotNull(staffInvitations.usedAtMs)))
    .limit(1);
  return found.length > 0;
}
