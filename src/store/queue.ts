/** The queue as a counselor sees it: open cases, counts, and notes that name them. */
import { aliasedTable, and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { AuditAction } from './audit.ts';
import type { Database } from './database.ts';
import { audit, cases, mentions, messages, notes, patients, staff } from './schema.ts';

/** More open cases than these are counted, not listed: nobody reads further. */
export const LISTED = 200;
const MENTIONS = 20;
/** Ended cases are counted up to here: a poll must not read through years of them. */
export const COUNTED_ENDED = 100;

const author = aliasedTable(staff, 'author');

const columns = {
  id: cases.id,
  urgency: cases.urgency,
  rule: cases.rule,
  status: cases.status,
  openedAtMs: cases.openedAtMs,
  claimedBy: cases.claimedBy,
  claimedAtMs: cases.claimedAtMs,
  resolvedAtMs: cases.resolvedAtMs,
  patientWroteAtMs: cases.patientWroteAtMs,
  seenAtMs: cases.seenAtMs,
  firstAnsweredAtMs: cases.firstAnsweredAtMs,
  lastAnsweredAtMs: cases.lastAnsweredAtMs,
  answeredInTime: cases.answeredInTime,
  followUpOn: cases.followUpOn,
  holder: staff.name,
};

/** Cases with the name of the counselor; a query to go on with. `place` is the moment by which it is ordered. */
export function selectCases(db: Database, place: SQLiteColumn = cases.openedAtMs) {
  return db
    .select({ ...columns, placeMs: sql<number>`${place}` })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.claimedBy))
    .$dynamic();
}
export type ListedCase = Awaited<ReturnType<typeof selectCases>>[number];

/** The patient's last message stands behind each; it is sealed, and null where it was taken back. */
function selectOpen(db: Database) {
  const last = sql`(select m.id from messages m where m.patient_id = ${cases.patientId} and m.direction = 'in'
    order by m.at_ms desc limit 1)`;
  return db
    .select({
      ...columns,
      blockedAtMs: patients.blockedAtMs,
      lastAtMs: messages.atMs,
      sealedLast: messages.sealedContent,
    })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.claimedBy))
    .leftJoin(patients, eq(patients.id, cases.patientId))
    .leftJoin(messages, eq(messages.id, last))
    .$dynamic();
}
export type OpenCase = Awaited<ReturnType<typeof selectOpen>>[number];

export type QueueQuestion = {
  readonly staffId: string;
  readonly view: 'all' | 'mine' | 'waiting';
  /** Place of a reason in CASE_REASONS, or null for all. */
  readonly urgency: number | null;
  /** Today in Tokyo, 2026-11-24. */
  readonly today: string;
};

export type Counts = {
  readonly waiting: number;
  readonly claimed: number;
  readonly mine: number;
  /** Cases whose day to be looked at has come. */
  readonly due: number;
  /** One's own ended cases, at most COUNTED_ENDED. */
  readonly ended: number;
  readonly lastClaimAtMs: number | null;
  readonly lastEndAtMs: number | null;
};

export type Mention = {
  readonly noteId: string;
  readonly caseId: string;
  readonly atMs: number;
  readonly author: string | null;
  readonly sealedText: string;
};

/** One round trip: the open cases of a view in their order, the counts, and the unseen notes that name `staffId`. */
export async function readQueue(
  db: Database,
  { staffId, view, urgency, today }: QueueQuestion,
): Promise<{ readonly open: OpenCase[]; readonly counts: Counts; readonly mentions: Mention[] }> {
  const ofReason = urgency === null ? undefined : eq(cases.urgency, urgency);
  const inOrder = [asc(cases.urgency), asc(cases.openedAtMs)];
  const waiting = selectOpen(db)
    .where(and(eq(cases.status, 'waiting'), ofReason))
    .orderBy(...inOrder)
    .limit(view === 'mine' ? 0 : LISTED);
  const claimed = selectOpen(db)
    .where(
      and(eq(cases.status, 'claimed'), ofReason, view === 'mine' ? eq(cases.claimedBy, staffId) : undefined),
    )
    .orderBy(...inOrder)
    .limit(view === 'waiting' ? 0 : LISTED);
  const [first, second, counts, named] = await db.batch([
    waiting,
    claimed,
    countCases(db, staffId, today),
    findMentions(db, staffId),
  ]);
  const open = [...first, ...second].sort(byUrgencyThenAge).slice(0, LISTED);
  const [row] = counts;
  const none = { waiting: 0, claimed: 0, mine: 0, due: 0, ended: 0, lastClaimAtMs: null, lastEndAtMs: null };
  return { open, counts: row ?? none, mentions: named };
}

/** The order of the queue: the most urgent first, then the one that was opened first. */
export function byUrgencyThenAge(
  a: Pick<OpenCase, 'urgency' | 'openedAtMs' | 'id'>,
  b: Pick<OpenCase, 'urgency' | 'openedAtMs' | 'id'>,
): number {
  return a.urgency - b.urgency || a.openedAtMs - b.openedAtMs || (a.id < b.id ? -1 : 1);
}

function countCases(db: Database, staffId: string, today: string) {
  const lastTime = (action: AuditAction) =>
    sql<number | null>`(select max(${audit.atMs}) from ${audit} where ${audit.action} = ${action})`;
  return db
    .select({
      waiting: sql<number>`(select count(*) from cases where status = 'waiting')`,
      claimed: sql<number>`(select count(*) from cases where status = 'claimed')`,
      mine: sql<number>`(select count(*) from cases where claimed_by = ${staffId} and status = 'claimed')`,
      due: sql<number>`(select count(*) from cases where follow_up_on <= ${today})`,
      ended: sql<number>`(select count(*) from (select 1 from cases
        where claimed_by = ${staffId} and status = 'resolved' limit ${COUNTED_ENDED}))`,
      lastClaimAtMs: lastTime('case_claimed'),
      lastEndAtMs: lastTime('case_resolved'),
    })
    .from(sql`(select 1)`);
}

function findMentions(db: Database, staffId: string) {
  return db
    .select({
      noteId: mentions.noteId,
      caseId: mentions.caseId,
      atMs: mentions.atMs,
      author: author.name,
      sealedText: notes.sealedText,
    })
    .from(mentions)
    .innerJoin(notes, eq(notes.id, mentions.noteId))
    .leftJoin(author, eq(author.id, notes.staffId))
    .where(and(eq(mentions.staffId, staffId), isNull(mentions.seenAtMs)))
    .orderBy(desc(mentions.atMs))
    .limit(MENTIONS);
}

export type Alerts = {
  readonly waiting: number;
  /** One's own cases in which the patient wrote something that was not seen yet. */
  readonly unread: number;
  /** Red cases that wait, and one's own: the ids by which a sound is made once. */
  readonly red: readonly { readonly id: string; readonly waits: boolean }[];
};

/** What every page of a counselor asks for each few seconds: one small round trip. */
export async function readAlerts(db: Database, staffId: string, mildestRed: number): Promise<Alerts> {
  const isRed = lte(cases.urgency, mildestRed);
  const mine = and(eq(cases.claimedBy, staffId), eq(cases.status, 'claimed'));
  const [waiting, unread, redWaiting, redMine] = await db.batch([
    db.select({ n: sql<number>`count(*)` }).from(cases).where(eq(cases.status, 'waiting')),
    db
      .select({ n: sql<number>`count(*)` })
      .from(cases)
      .where(and(mine, gt(cases.patientWroteAtMs, sql`coalesce(${cases.seenAtMs}, 0)`))),
    db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.status, 'waiting'), isRed))
      .limit(LISTED),
    db.select({ id: cases.id }).from(cases).where(and(mine, isRed)).limit(LISTED),
  ]);
  return {
    waiting: waiting[0]?.n ?? 0,
    unread: unread[0]?.n ?? 0,
    red: [
      ...redWaiting.map(({ id }) => ({ id, waits: true })),
      ...redMine.map(({ id }) => ({ id, waits: false })),
    ],
  };
}
