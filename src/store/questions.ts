/** Questions that editors can learn from: those without an answer, and those whose passage did not help. */
import { sql } from 'drizzle-orm';
import { type AuditEntry, addAudit } from './audit.ts';
import type { Database } from './database.ts';
import { messages, ratings } from './schema.ts';

/** From `fromMs` on, before `untilMs`, and after the row at `cursor` in the order of the list. */
export type QuestionRange = {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly cursor: QuestionCursor | null;
  readonly limit: number;
};

/** A place in a list, newest first: the row's time and number. */
export type QuestionCursor = { readonly atMs: number; readonly row: number };

/** Without a patient, a case or a message's id: editors see no person behind a question. */
export type StoredQuestion = {
  /** Null when it was taken back, or when no question led to the rating. */
  readonly sealedContent: string | null;
  readonly atMs: number;
  /** The passage that did not help; null for a question without an answer. */
  readonly passageId: string | null;
  readonly row: number;
};

/** The partial indexes serve only conditions that stand in the statement as they stand in the index. */
const UNANSWERED = sql.raw(`direction = 'in' and route = 'unclear'`);
const NOT_HELPFUL = sql.raw('helpful = 0');

/** Messages to which no passage was sure enough, newest first; a query that can stand in a batch. */
export function findUnanswered(db: Database, range: QuestionRange) {
  return db
    .select({
      sealedContent: messages.sealedContent,
      atMs: messages.atMs,
      passageId: sql<null>`null`,
      row: sql<number>`rowid`,
    })
    .from(messages)
    .where(sql`${UNANSWERED} and ${within(range)}`)
    .orderBy(sql`at_ms desc, rowid desc`)
    .limit(range.limit);
}

/** Passages that did not help, newest first, each with the question that led to it; can stand in a batch. */
export function findNotHelpful(db: Database, range: QuestionRange) {
  // A tap has no LINE message id: what the patient wrote has one.
  const question = sql<string | null>`(
    select said.sealed_content from messages said
    where said.patient_id = ratings.patient_id and said.at_ms <= ratings.at_ms
      and said.direction = 'in' and said.line_message_id is not null
      and exists (select 1 from json_each(said.passage_ids) where value = ratings.passage_id)
    order by said.at_ms desc limit 1)`;
  return db
    .select({
      sealedContent: question,
      atMs: ratings.atMs,
      passageId: ratings.passageId,
      row: sql<number>`rowid`,
    })
    .from(ratings)
    .where(sql`${NOT_HELPFUL} and ${within(range)}`)
    .orderBy(sql`at_ms desc, rowid desc`)
    .limit(range.limit);
}

/** The questions of `kind`, and in the same transaction who saw them. */
export async function seeQuestions(
  db: Database,
  kind: 'unanswered' | 'not_helpful',
  range: QuestionRange,
  seen: AuditEntry,
): Promise<StoredQuestion[]> {
  // Two batches, since the rows of each have a type of their own.
  if (kind === 'unanswered') return (await db.batch([findUnanswered(db, range), addAudit(db, seen)]))[0];
  return (await db.batch([findNotHelpful(db, range), addAudit(db, seen)]))[0];
}

/** Rows with the cursor's own time are told apart by their number, so that none is left out or shown twice. */
function within({ fromMs, untilMs, cursor }: QuestionRange) {
  const period = sql`at_ms >= ${fromMs} and at_ms < ${untilMs}`;
  if (cursor === null) return period;
  return sql`${period} and at_ms <= ${cursor.atMs} and (at_ms < ${cursor.atMs} or rowid < ${cursor.row})`;
}
