/** Lists of cases that are read page by page: one's ended ones, those to be looked at again, those behind a figure. */
import { and, asc, desc, eq, gte, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type ListedCase, selectCases } from './queue.ts';
import { caseRecords, cases, surveyAnswers } from './schema.ts';

export const PAGE = 50;

/** Where a page ended: the last row's place in the order, and its id for rows of the same place. */
export type Cursor<Place extends string | number> = { readonly place: Place; readonly id: string };

export type CasePage<Place extends string | number> = {
  readonly rows: readonly ListedCase[];
  /** Null on the last page. */
  readonly next: Cursor<Place> | null;
};

/** One's own ended cases, the newest first. */
export async function endedCases(
  db: Database,
  staffId: string,
  after: Cursor<number> | null,
): Promise<CasePage<number>> {
  const rows = await selectCases(db)
    .where(and(eq(cases.claimedBy, staffId), eq(cases.status, 'resolved'), openedBefore(after)))
    .orderBy(desc(cases.openedAtMs), desc(cases.id))
    .limit(PAGE + 1);
  return pageOf(rows, (row) => row.openedAtMs);
}

/** Cases with a day on which somebody looks at them again, the first day first. */
export async function followUps(db: Database, after: Cursor<string> | null): Promise<CasePage<string>> {
  const later = after
    ? sql`(${cases.followUpOn}, ${cases.id}) > (${after.place}, ${after.id})`
    : sql`${cases.followUpOn} is not null`;
  const rows = await selectCases(db)
    .where(and(later, gte(cases.followUpOn, after?.place ?? '')))
    .orderBy(asc(cases.followUpOn), asc(cases.id))
    .limit(PAGE + 1);
  return pageOf(rows, (row) => row.followUpOn ?? '');
}

/** Whether the first answer came within the target: in time, too late, or not at all yet. */
export const WITHIN = ['yes', 'no', 'open'] as const;
/** Stands for the cases in which a question of the record was left open. */
export const LEFT_OPEN = 'left_open';

/** What stands behind a figure of a report. `toMs` is not part of the period. */
export type CaseQuestion = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly urgency: number | null;
  readonly within: (typeof WITHIN)[number] | null;
  readonly record: { readonly question: string; readonly answer: string } | null;
  /** With a survey's answer the period is that of the answer, as in the report's table. */
  readonly survey: { readonly question: string; readonly step: number } | null;
};

/** The cases that were opened in a period and answer to all that is asked, the newest first. */
export async function casesBehind(
  db: Database,
  question: CaseQuestion,
  after: Cursor<number> | null,
): Promise<CasePage<number>> {
  const { urgency, within, record, survey } = question;
  const answered = record && record.answer !== LEFT_OPEN ? record : null;
  // The index that holds both condition and period leads; SQLite cannot know which is the smallest.
  const [at, id] = survey
    ? ([surveyAnswers.atMs, surveyAnswers.caseId] as const)
    : answered
      ? ([caseRecords.openedAtMs, caseRecords.caseId] as const)
      : ([cases.openedAtMs, cases.id] as const);
  const query = selectCases(db, at);
  if (survey) query.innerJoin(surveyAnswers, eq(surveyAnswers.caseId, cases.id));
  if (answered) query.innerJoin(caseRecords, eq(caseRecords.caseId, cases.id));
  const rows = await query
    .where(
      and(
        gte(at, question.fromMs),
        // One upper bound alone: of two SQLite would walk from the further one.
        lt(at, after ? Math.min(question.toMs, after.place + 1) : question.toMs),
        after ? sql`(${at}, ${id}) < (${after.place}, ${after.id})` : undefined,
        urgency === null ? undefined : eq(cases.urgency, urgency),
        within === null ? undefined : withinTarget(within),
        ...(survey ? [eq(surveyAnswers.question, survey.question), eq(surveyAnswers.step, survey.step)] : []),
        ...(answered
          ? [eq(caseRecords.question, answered.question), eq(caseRecords.answer, answered.answer)]
          : []),
        record && !answered ? leftOpen(db, record.question) : undefined,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(PAGE + 1);
  return pageOf(rows, (row) => row.placeMs);
}

function openedBefore(after: Cursor<number> | null) {
  return after ? sql`(${cases.openedAtMs}, ${cases.id}) < (${after.place}, ${after.id})` : undefined;
}

function withinTarget(within: (typeof WITHIN)[number]) {
  switch (within) {
    case 'yes':
      return eq(cases.answeredInTime, true);
    case 'no':
      return eq(cases.answeredInTime, false);
    case 'open':
      return isNull(cases.firstAnsweredAtMs);
    default:
      return within satisfies never;
  }
}

function leftOpen(db: Database, question: string) {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(caseRecords)
      .where(and(eq(caseRecords.caseId, cases.id), eq(caseRecords.question, question))),
  );
}

function pageOf<Place extends string | number>(
  rows: readonly ListedCase[],
  placeOf: (row: ListedCase) => Place,
): CasePage<Place> {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { rows: rows.slice(0, PAGE), next: last ? { place: placeOf(last), id: last.id } : null };
}
