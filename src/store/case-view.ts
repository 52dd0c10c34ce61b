/** What the case page reads and marks: each function is one round trip. */
import { and, asc, desc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { AuditEntry } from './audit.ts';
import { findSpoken, findWritten, patientOf, type SpokenRange } from './case-view/spoken.ts';
import type { Database } from './database.ts';
import { audit, caseRecords, cases, mentions, notes, patients, staff } from './schema.ts';

/** A patient writes some tens of messages; what they said of themselves is looked for in so many. */
const WRITTEN = 100;
const HISTORY = 30;
const EARLIER = 20;
const NOTES = 100;
/** Seen again within so long is not written again. */
const SEEN_AGAIN_MS = 10_000;

export type Looker = { readonly staffId: string; readonly nowMs: number };

/** The case with its patient's state and the name of who has it; a query that can stand in a batch. */
export function findCase(db: Database, caseId: string) {
  return db
    .select({ case: cases, holderName: staff.name, blockedAtMs: patients.blockedAtMs })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.claimedBy))
    .leftJoin(patients, eq(patients.id, cases.patientId))
    .where(eq(cases.id, caseId));
}
export type CaseRow = Awaited<ReturnType<typeof findCase>>[number];

/** Those who can take a case: counselors and admins who may sign in. */
export function findCounselors(db: Database) {
  return db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(inArray(staff.role, ['counselor', 'admin']), isNull(staff.disabledAtMs)))
    .orderBy(asc(staff.name));
}
export type Colleague = Awaited<ReturnType<typeof findCounselors>>[number];

/** The notes of a case, oldest first. */
export function findNotes(db: Database, caseId: string) {
  return db
    .select({ id: notes.id, sealedText: notes.sealedText, atMs: notes.atMs, staffName: staff.name })
    .from(notes)
    .leftJoin(staff, eq(staff.id, notes.staffId))
    .where(eq(notes.caseId, caseId))
    .orderBy(asc(notes.atMs))
    .limit(NOTES);
}
export type NoteRow = Awaited<ReturnType<typeof findNotes>>[number];

/** The record of a case, a row an answer. */
export function findRecord(db: Database, caseId: string) {
  return db
    .select({ question: caseRecords.question, answer: caseRecords.answer })
    .from(caseRecords)
    .where(eq(caseRecords.caseId, caseId));
}

function findHistory(db: Database, caseId: string) {
  return db
    .select({ atMs: audit.atMs, action: audit.action, detail: audit.detail, staffName: staff.name })
    .from(audit)
    .leftJoin(staff, eq(staff.id, audit.staffId))
    .where(eq(audit.caseId, caseId))
    .orderBy(desc(audit.atMs))
    .limit(HISTORY);
}
export type HistoryRow = Awaited<ReturnType<typeof findHistory>>[number];

function findOtherCases(db: Database, caseId: string) {
  return db
    .select({ id: cases.id, urgency: cases.urgency, status: cases.status, openedAtMs: cases.openedAtMs })
    .from(cases)
    .where(and(eq(cases.patientId, patientOf(db, caseId)), ne(cases.id, caseId)))
    .orderBy(desc(cases.openedAtMs))
    .limit(EARLIER);
}
export type OtherCase = Awaited<ReturnType<typeof findOtherCases>>[number];

/** All of a case's page; null for a case that is not there. Marks it seen, and says so in the audit. */
export async function readCasePage(
  db: Database,
  caseId: string,
  range: SpokenRange,
  seen: AuditEntry & { readonly staffId: string },
) {
  const looker = { staffId: seen.staffId, nowMs: seen.atMs };
  const [[row], spoken, written, counselors, noteRows, record, history, others] = await db.batch([
    findCase(db, caseId),
    findSpoken(db, caseId, range),
    findWritten(db, caseId, WRITTEN),
    findCounselors(db),
    findNotes(db, caseId),
    findRecord(db, caseId),
    findHistory(db, caseId),
    findOtherCases(db, caseId),
    markSeen(db, caseId, looker),
    clearMentions(db, caseId, looker),
    noteSeen(db, caseId, seen),
  ]);
  return row && { row, spoken, written, counselors, notes: noteRows, record, history, others };
}
export type CasePageRows = NonNullable<Awaited<ReturnType<typeof readCasePage>>>;

/** The part of the page that is asked for again and again. */
export async function readLive(db: Database, caseId: string, range: SpokenRange, looker: Looker) {
  const [[row], spoken] = await db.batch([
    findCase(db, caseId),
    findSpoken(db, caseId, range),
    markSeen(db, caseId, looker),
  ]);
  return row ? { row, spoken } : null;
}

/** Says in the audit who saw the case; nothing where there is no such case. */
function noteSeen(db: Database, caseId: string, { id, atMs, staffId, action }: AuditEntry) {
  return db.insert(audit).select(
    db
      .select({
        id: sql`${id}`.as('id'),
        atMs: sql`${atMs}`.as('at_ms'),
        staffId: sql`${staffId}`.as('staff_id'),
        action: sql`${action}`.as('action'),
        caseId: cases.id,
        detail: sql`null`.as('detail'),
      })
      .from(cases)
      .where(eq(cases.id, caseId)),
  );
}

/** Whoever has the case has it before their eyes: nothing in it counts as unread any more. */
function markSeen(db: Database, caseId: string, { staffId, nowMs }: Looker) {
  return db
    .update(cases)
    .set({ seenAtMs: nowMs })
    .where(
      and(
        eq(cases.id, caseId),
        eq(cases.claimedBy, staffId),
        eq(cases.status, 'claimed'),
        or(
          isNull(cases.seenAtMs),
          lt(cases.seenAtMs, nowMs - SEEN_AGAIN_MS),
          sql`${cases.seenAtMs} <= ${cases.patientWroteAtMs}`,
        ),
      ),
    );
}

/** Whoever was asked by name to look at the case has looked. */
function clearMentions(db: Database, caseId: string, { staffId, nowMs }: Looker) {
  return db
    .update(mentions)
    .set({ seenAtMs: nowMs })
    .where(and(eq(mentions.staffId, staffId), isNull(mentions.seenAtMs), eq(mentions.caseId, caseId)));
}
