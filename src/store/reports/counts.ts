/** What a report counts over a period: each query reads an index alone; all of them stand in one batch. */
import { and, asc, count, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { RECORD_QUESTIONS } from '../record-questions.ts';
import { cases, messages, surveyAnswers, surveyComments, type TALLY_KINDS, tallies } from '../schema.ts';

/** `fromMs` is part of it, `toMs` is not; the days are both part of it (2026-11-24, Asia/Tokyo). */
export type ReportRange = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly firstDay: string;
  readonly lastDay: string;
};

/** The places of CASE_REASONS. */
const URGENCIES = [0, 1, 2, 3, 4] as const;

const opened = ({ fromMs, toMs }: ReportRange) =>
  and(gte(cases.openedAtMs, fromMs), lt(cases.openedAtMs, toMs));

/** Tallies of these keys, day by day. */
export function tallyByDay(
  db: Database,
  range: ReportRange,
  kind: (typeof TALLY_KINDS)[number],
  keys: readonly string[],
) {
  return db
    .select({ day: tallies.day, key: tallies.key, n: tallies.n })
    .from(tallies)
    .where(tallied(range, kind, keys));
}

/** Tallies of these keys, each in all; a count of its own for each, because grouping would sort every row first. */
export function tallyByKey(
  db: Database,
  { firstDay, lastDay }: ReportRange,
  kind: (typeof TALLY_KINDS)[number],
  keys: readonly string[],
) {
  return db
    .select({
      key: sql<string>`asked.column1`,
      n: sql<number>`(select coalesce(sum(n), 0) from tallies
        where kind = ${kind} and key = asked.column1 and day >= ${firstDay} and day <= ${lastDay})`,
    })
    .from(valuesOf(keys.map((key) => [key])));
}

/** Rows to count for, as a table `asked` with column1, column2 … */
function valuesOf(rows: readonly (readonly (string | number)[])[]) {
  const tuples = rows.map(
    (row) =>
      sql`(${sql.join(
        row.map((value) => sql`${value}`),
        sql`, `,
      )})`,
  );
  return sql`(values ${sql.join(tuples, sql`, `)}) as asked`;
}

function tallied(
  { firstDay, lastDay }: ReportRange,
  kind: (typeof TALLY_KINDS)[number],
  keys: readonly string[],
) {
  return and(
    eq(tallies.kind, kind),
    inArray(tallies.key, [...keys]),
    gte(tallies.day, firstDay),
    lte(tallies.day, lastDay),
  );
}

/** First and last moment (the last is not part of it) of a stretch of days. */
export type Stretch = { readonly fromMs: number; readonly toMs: number };

/** Cases opened in each stretch, in order: a number for each urgency. One pass over the index. */
export function casesByStretch(db: Database, stretches: readonly Stretch[]) {
  const sums = URGENCIES.map((urgency) => sql`count(case when urgency = ${urgency} then 1 end)`);
  return db
    .select({
      counts: sql<readonly number[]>`(select json_array(${sql.join(sums, sql`, `)}) from cases
        where opened_at_ms >= asked.column1 and opened_at_ms < asked.column2)`.mapWith(parseNumbers),
    })
    .from(valuesOf(stretches.map(({ fromMs, toMs }) => [fromMs, toMs])));
}

/**
 * What became of the cases of each urgency: answered, in time, too late; and how many whole minutes each answered one
 * waited. In one pass: a sort in the database would take longer than all the rest (100,000 cases: three times).
 */
export function firstAnswers(db: Database, range: ReportRange) {
  const of = (urgency: number, what: string) =>
    sql`count(case when urgency = ${urgency} then ${sql.raw(what)} end)`;
  const minutes = URGENCIES.map((urgency) =>
    sql<readonly number[]>`'[' || coalesce(group_concat(case when ${cases.urgency} = ${urgency}
        then (${cases.firstAnsweredAtMs} - ${cases.openedAtMs}) / 60000 end), '') || ']'`.mapWith(
      parseNumbers,
    ),
  );
  const counts = URGENCIES.flatMap((urgency) => [
    of(urgency, 'first_answered_at_ms'),
    of(urgency, 'case when answered_in_time = 1 then 1 end'),
    of(urgency, 'case when answered_in_time = 0 then 1 end'),
  ]);
  return db
    .select({
      counts: sql<readonly number[]>`json_array(${sql.join(counts, sql`, `)})`.mapWith(parseNumbers),
      minutes0: minutes[0] ?? NO_NUMBERS,
      minutes1: minutes[1] ?? NO_NUMBERS,
      minutes2: minutes[2] ?? NO_NUMBERS,
      minutes3: minutes[3] ?? NO_NUMBERS,
      minutes4: minutes[4] ?? NO_NUMBERS,
    })
    .from(cases)
    .where(opened(range));
}

const NO_NUMBERS = sql<readonly number[]>`'[]'`.mapWith(parseNumbers);

function parseNumbers(json: string): readonly number[] {
  return JSON.parse(json) as number[];
}

const ANSWERS = RECORD_QUESTIONS.flatMap(({ id, answers }) => answers.map((answer) => [id, answer.id]));
const SEVERAL = RECORD_QUESTIONS.filter((question) => question.several);

/** How many cases have each answer of each question. */
export function casesByAnswer(db: Database, { fromMs, toMs }: ReportRange) {
  return db
    .select({
      question: sql<string>`asked.column1`,
      answer: sql<string>`asked.column2`,
      n: sql<number>`(select count(*) from case_records where question = asked.column1
        and answer = asked.column2 and opened_at_ms >= ${fromMs} and opened_at_ms < ${toMs})`,
    })
    .from(valuesOf(ANSWERS));
}

/** How many cases have any answer to each question that takes several. */
export function casesWithAnswer(db: Database, { fromMs, toMs }: ReportRange) {
  // Distinct along the index that holds both columns: no row of the table is looked up, nothing is sorted.
  const bases = SEVERAL.map(
    ({ id }) => sql`select ${id} as question, count(*) as n from (select distinct opened_at_ms, case_id
      from case_records where question = ${id} and opened_at_ms >= ${fromMs} and opened_at_ms < ${toMs})`,
  );
  return db
    .select({ question: sql<string>`bases.question`, n: sql<number>`bases.n` })
    .from(sql`(${sql.join(bases, sql` union all `)}) as bases`);
}

/** Survey answers given in the period, by question and step. */
export function surveyBySteps(db: Database, { fromMs, toMs }: ReportRange, questions: readonly string[]) {
  return db
    .select({ question: surveyAnswers.question, step: surveyAnswers.step, n: count() })
    .from(surveyAnswers)
    .where(
      and(
        inArray(surveyAnswers.question, [...questions]),
        inArray(surveyAnswers.step, [1, 2, 3, 4]),
        gte(surveyAnswers.atMs, fromMs),
        lt(surveyAnswers.atMs, toMs),
      ),
    )
    .groupBy(surveyAnswers.question, surveyAnswers.step);
}

/** Surveys that went out in the period. */
export function surveysSent(db: Database, { fromMs, toMs }: ReportRange) {
  return db
    .select({ n: count() })
    .from(cases)
    .where(and(gte(cases.surveySentAtMs, fromMs), lt(cases.surveySentAtMs, toMs)));
}

/** The newest comments of the period, sealed. */
export function surveyCommentsOf(db: Database, { fromMs, toMs }: ReportRange, most: number) {
  return db
    .select()
    .from(surveyComments)
    .where(and(gte(surveyComments.atMs, fromMs), lt(surveyComments.atMs, toMs)))
    .orderBy(desc(surveyComments.atMs), asc(surveyComments.caseId))
    .limit(most);
}

const unanswered = ({ fromMs, toMs }: ReportRange) =>
  and(
    // Literals, not parameters: the partial index is used only for a condition that is known when it is planned.
    sql`${messages.direction} = 'in' and ${messages.route} = 'unclear'`,
    gte(messages.atMs, fromMs),
    lt(messages.atMs, toMs),
  );

/** The newest messages of the period to which no sure answer was found, sealed. */
export function unansweredMessages(db: Database, range: ReportRange, most: number) {
  return db
    .select({ id: messages.id, sealedContent: messages.sealedContent })
    .from(messages)
    .where(unanswered(range))
    .orderBy(desc(messages.atMs))
    .limit(most);
}

export function countUnanswered(db: Database, range: ReportRange) {
  return db.select({ n: count() }).from(messages).where(unanswered(range));
}
