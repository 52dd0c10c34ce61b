/** The people who work in the console. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { audit, type StaffRole, staff, staffSessions } from './schema.ts';

export type Person = typeof staff.$inferSelect;

/** A mail address as it is kept and compared. */
export function mailAsKept(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** The person with that id; a query that can stand in a batch. */
export function findPerson(db: Database, id: string) {
  return db.select().from(staff).where(eq(staff.id, id));
}

/** The person with that mail address; a query that can stand in a batch. */
export function findPersonByMail(db: Database, email: string) {
  return db
    .select()
    .from(staff)
    .where(eq(staff.email, mailAsKept(email)));
}

export type ListedPerson = Person & { readonly lastSignInMs: number | null };

/** Everybody, those who may sign in first, with when they last did. */
export async function listPeople(db: Database): Promise<ListedPerson[]> {
  // Backwards along a person's own entries, which end soon after their last sign-in; `+` keeps off the other index.
  const lastSignIn = sql<number | null>`(select entry.at_ms from ${audit} as entry
    where entry.staff_id = ${staff}.id and +entry.action = 'signed_in' order by entry.at_ms desc limit 1)`;
  const rows = await db
    .select({ person: staff, lastSignInMs: lastSignIn })
    .from(staff)
    .orderBy(asc(sql`${staff.disabledAtMs} is not null`), asc(staff.createdAt));
  return rows.map(({ person, lastSignInMs }) => ({ ...person, lastSignInMs }));
}

/** Adds a person who cannot sign in yet; a statement that can stand in a batch. */
export function addPerson(
  db: Database,
  one: { readonly id: string; readonly email: string; readonly name: string; readonly role: StaffRole },
  nowMs: number,
) {
  const now = new Date(nowMs);
  return db.insert(staff).values({
    id: one.id,
    email: mailAsKept(one.email),
    name: one.name.trim(),
    role: one.role,
    // Somebody who knows the person handed them the link.
    emailVerified: true,
    twoFactorEnabled: false,
    createdAt: now,
    updatedAt: now,
  });
}

/** Another administrator than the one in the outer row who can sign in now. */
const anotherAdministrator = sql`exists (select 1 from ${staff} as other where other.role = 'admin'
  and other.disabled_at_ms is null and other.two_factor_enabled = 1 and other.id <> ${staff}.id)`;
const isNoLastAdministrator = sql`(${staff.role} <> 'admin' or ${anotherAdministrator})`;

/** Gives a person another role; no row comes back for the last administrator. */
export function changeRole(db: Database, id: string, role: StaffRole, nowMs: number) {
  return db
    .update(staff)
    .set({ role, updatedAt: new Date(nowMs) })
    .where(and(eq(staff.id, id), role === 'admin' ? undefined : isNoLastAdministrator))
    .returning({ id: staff.id });
}

/** Shuts a person out; no row comes back for the last administrator, or somebody who is shut out already. */
export function disablePerson(db: Database, id: string, nowMs: number) {
  return db
    .update(staff)
    .set({ disabledAtMs: nowMs, updatedAt: new Date(nowMs) })
    .where(and(eq(staff.id, id), isNull(staff.disabledAtMs), isNoLastAdministrator))
    .returning({ id: staff.id });
}

/** Ends the sessions of a person who is shut out; a statement that can stand in a batch. */
export function endSessionsOfDisabled(db: Database, id: string) {
  return db
    .delete(staffSessions)
    .where(
      and(
        eq(staffSessions.userId, id),
        sql`exists (select 1 from ${staff} where ${staff.id} = ${id} and ${staff.disabledAtMs} is not null)`,
      ),
    );
}

/** Lets a person in again; a statement that can stand in a batch. */
export function enablePerson(db: Database, id: string, nowMs: number) {
  return db
    .update(staff)
    .set({ disabledAtMs: null, updatedAt: new Date(nowMs) })
    .where(eq(staff.id, id))
    .returning({ id: staff.id });
}
