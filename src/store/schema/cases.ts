/** Cases: what counselors answer, what they write about it, and what the patient thought of it. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** `waiting`: the bot still answers; `claimed`: a counselor talks and the bot is silent. */
export const CASE_STATUSES = ['waiting', 'claimed', 'resolved'] as const;

/** At most one open case a patient. */
export const cases = sqliteTable(
  'cases',
  {
    /** The event that opened it. */
    id: text().primaryKey(),
    patientId: text('patient_id').notNull(),
    /** Place of the reason in CASE_REASONS: 0 is the most urgent. It only ever becomes more urgent. */
    urgency: integer().notNull(),
    rule: text(),
    status: text({ enum: CASE_STATUSES }).notNull(),
    /** Counts what counselors did to it: two who act on the same version cannot both succeed. */
    version: integer().notNull().default(1),
    openedAtMs: integer('opened_at_ms').notNull(),
    /** The last time that the patient's words called for a person. */
    calledAtMs: integer('called_at_ms').notNull(),
    /** Staff id of the counselor who has it, or had it when it was resolved. */
    claimedBy: text('claimed_by'),
    claimedAtMs: integer('claimed_at_ms'),
    resolvedAtMs: integer('resolved_at_ms'),
    /** The patient's last message while the case was open. */
    patientWroteAtMs: integer('patient_wrote_at_ms'),
    /** When the counselor who has it last had the page open. */
    seenAtMs: integer('seen_at_ms'),
    firstAnsweredAtMs: integer('first_answered_at_ms'),
    lastAnsweredAtMs: integer('last_answered_at_ms'),
    /** Whether the first answer came within the target of its reason; null before it. */
    answeredInTime: integer('answered_in_time', { mode: 'boolean' }),
    /** Day on which somebody looks at it again, 2026-11-24. */
    followUpOn: text('follow_up_on'),
    /** The reply token of the patient's last relayed message: a counselor's answer in time costs no push. */
    sealedReplyToken: text('sealed_reply_token'),
    replyTokenExpiresAtMs: integer('reply_token_expires_at_ms'),
    /** The survey goes out once, if at all. */
    surveySentAtMs: integer('survey_sent_at_ms'),
  },
  (table) => [
    uniqueIndex('cases_open_of_patient').on(table.patientId).where(sql`status <> 'resolved'`),
    index('cases_queue').on(table.status, table.urgency, table.openedAtMs),
    index('cases_of_patient').on(table.patientId, table.openedAtMs),
    index('cases_of_counselor').on(table.claimedBy, table.status, table.openedAtMs),
    index('cases_opened').on(table.openedAtMs, table.urgency, table.firstAnsweredAtMs, table.answeredInTime),
    index('cases_follow_up').on(table.followUpOn).where(sql`follow_up_on is not null`),
    index('cases_surveyed').on(table.surveySentAtMs).where(sql`survey_sent_at_ms is not null`),
  ],
);

/** Categories and outcome of a case, one row for each answer given (store/record-questions.ts). */
export const caseRecords = sqliteTable(
  'case_records',
  {
    caseId: text('case_id').notNull(),
    question: text().notNull(),
    answer: text().notNull(),
    /** The case's own, so that a period is counted by one index. */
    openedAtMs: integer('opened_at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.question, table.answer] }),
    index('case_records_counted').on(table.question, table.answer, table.openedAtMs),
    index('case_records_answered').on(table.question, table.openedAtMs, table.caseId),
  ],
);

/** What counselors write to each other; patients never see it. */
export const notes = sqliteTable(
  'notes',
  {
    id: text().primaryKey(),
    caseId: text('case_id').notNull(),
    staffId: text('staff_id').notNull(),
    sealedText: text('sealed_text').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [index('notes_of_case').on(table.caseId, table.atMs)],
);

export const mentions = sqliteTable(
  'mentions',
  {
    noteId: text('note_id').notNull(),
    caseId: text('case_id').notNull(),
    staffId: text('staff_id').notNull(),
    atMs: integer('at_ms').notNull(),
    seenAtMs: integer('seen_at_ms'),
  },
  (table) => [
    primaryKey({ columns: [table.noteId, table.staffId] }),
    index('mentions_of_staff').on(table.staffId, table.seenAtMs, table.atMs),
  ],
);

/** The patient's view after a case: one row a question, step 4 (best) to 1. */
export const surveyAnswers = sqliteTable(
  'survey_answers',
  {
    caseId: text('case_id').notNull(),
    question: text().notNull(),
    step: integer().notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.question] }),
    index('survey_answers_counted').on(table.question, table.step, table.atMs),
  ],
);

export const surveyComments = sqliteTable(
  'survey_comments',
  {
    caseId: text('case_id').primaryKey(),
    sealedText: text('sealed_text').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [index('survey_comments_by_time').on(table.atMs)],
);
