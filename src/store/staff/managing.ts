/** What administrators do with the people who work in the console; each act is written down with it. */
import { sql } from 'drizzle-orm';
import { type AuditAction, addAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import { audit, type StaffRole } from '../schema.ts';
import {
  addPerson,
  changeRole,
  disablePerson,
  enablePerson,
  endSessionsOfDisabled,
  findPersonByMail,
} from '../staff.ts';
import { hasAdministrator, inviteAnew, newInvitationToken } from './invitations.ts';

export type ManagingParts = {
  readonly db: Database;
  readonly now: () => number;
  readonly uuid: () => string;
};

/** Who manages: an administrator's id, or null for the command line. */
export type By = string | null;

function entry(parts: ManagingParts, by: By, action: AuditAction, detail: Record<string, string>) {
  return addAudit(parts.db, { id: parts.uuid(), atMs: parts.now(), staffId: by, action, detail });
}

/** Adds a person; gives the token of their one-time link, or null where the mail address is taken. */
export async function addStaff(
  parts: ManagingParts,
  by: By,
  one: { readonly email: string; readonly name: string; readonly role: StaffRole },
): Promise<{ readonly id: string; readonly token: string } | null> {
  const { db, now, uuid } = parts;
  const [taken] = await findPersonByMail(db, one.email);
  if (taken) return null;
  const id = uuid();
  const token = newInvitationToken();
  await db.batch([
    addPerson(db, { id, ...one }, now()),
    ...(await inviteAnew(db, id, token, now())),
    entry(parts, by, 'invited', { of: id, role: one.role }),
  ]);
  return { id, token };
}

/** A new link for somebody: password, second factor and sessions are gone until it is used. */
export async function renewInvitation(parts: ManagingParts, by: By, staffId: string): Promise<string> {
  const token = newInvitationToken();
  await parts.db.batch([
    ...(await inviteAnew(parts.db, staffId, token, parts.now())),
    entry(parts, by, 'invited', { of: staffId, again: 'yes' }),
  ]);
  return token;
}

/** Written down only where the statement before it in the batch changed a row. */
function entryIfChanged(parts: ManagingParts, by: By, detail: Record<string, string>) {
  const values = sql`${parts.uuid()}, ${parts.now()}, ${by}, 'staff_changed', null, ${JSON.stringify(detail)}`;
  return parts.db.insert(audit).select(sql`select ${values} where changes() > 0`);
}

/** Gives somebody another role; false for the last administrator. */
export async function giveRole(
  parts: ManagingParts,
  by: By,
  staffId: string,
  role: StaffRole,
): Promise<boolean> {
  const [changed] = await parts.db.batch([
    changeRole(parts.db, staffId, role, parts.now()),
    entryIfChanged(parts, by, { of: staffId, what: 'role', role }),
  ]);
  return changed.length > 0;
}

/** Shuts somebody out at once; false for the last administrator. */
export async function shutOut(parts: ManagingParts, by: By, staffId: string): Promise<boolean> {
  const [disabled] = await parts.db.batch([
    disablePerson(parts.db, staffId, parts.now()),
    entryIfChanged(parts, by, { of: staffId, what: 'disabled' }),
    endSessionsOfDisabled(parts.db, staffId),
  ]);
  return disabled.length > 0;
}

/** Lets somebody in again, with the password and second factor they had. */
export async function letIn(parts: ManagingParts, by: By, staffId: string): Promise<void> {
  const { db, now } = parts;
  await db.batch([
    enablePerson(db, staffId, now()),
    entry(parts, by, 'staff_changed', { of: staffId, what: 'enabled' }),
  ]);
}

/** Of the form that sign-in takes, and no mail reaches it: whoever comes first adds the others by their own. */
const FIRST = { email: 'admin@hikkei.local', name: '最初の管理者', role: 'admin' } as const;

/** The token of a fresh link for the first administrator; null once an administrator has used theirs. */
export async function inviteFirstAdministrator(parts: ManagingParts): Promise<string | null> {
  if (await hasAdministrator(parts.db)) return null;
  const [waiting] = await findPersonByMail(parts.db, FIRST.email);
  if (waiting) return renewInvitation(parts, null, waiting.id);
  return (await addStaff(parts, null, FIRST))?.token ?? null;
}
