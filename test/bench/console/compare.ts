/** What the design is worth: each answer beside the same answer without what makes it quick. */
import type { Client, InArgs } from '@libsql/client';
import { CASE_STATUSES } from '../../../src/store/schema.ts';
import { measure } from './measure.ts';
import { BENCH_NOW, DAY_MS, dayName } from './seed/calendar.ts';
import { COUNSELOR_IDS } from './seed/people.ts';
import { LONG_CASE } from './seed/seed-year.ts';

export type Comparison = {
  readonly what: string;
  readonly ours: string;
  readonly other: string;
  readonly oursMs: number;
  readonly otherMs: number;
  /** Both gave the same rows. */
  readonly same: boolean;
};

type Pair = {
  readonly what: string;
  readonly ours: { readonly by: string; readonly sql: string; readonly args: InArgs };
  readonly other: { readonly by: string; readonly sql: string; readonly args: InArgs };
};

const MONTH_FROM = BENCH_NOW - 30 * DAY_MS;
const YEAR_FROM = BENCH_NOW - 364 * DAY_MS;

/** From midnight of `fromMs`'s day in Tokyo up to today's: days are whole in both ways of counting. */
function midnightOf(ms: number): number {
  return Date.parse(`${dayName(ms)}T00:00:00+09:00`);
}

function topics(what: string, fromMs: number): Pair {
  return {
    what: `${what}: topics asked most`,
    ours: {
      by: 'tallies',
      sql: `select key, sum(n) as n from tallies where kind = 'topic' and day between ? and ?
        group by key order by n desc, key`,
      args: [dayName(fromMs), dayName(BENCH_NOW - DAY_MS)],
    },
    other: {
      by: 'counting messages',
      sql: `select topic as key, count(*) as n from messages
        where direction = 'in' and topic is not null and at_ms >= ? and at_ms < ?
        group by topic order by n desc, key`,
      args: [midnightOf(fromMs), midnightOf(BENCH_NOW)],
    },
  };
}

function people(what: string, fromMs: number): Pair {
  return {
    what: `${what}: people who wrote, a day`,
    ours: {
      by: 'tallies',
      sql: `select day, n from tallies where kind = 'desk' and key = 'chat' and day between ? and ? order by day`,
      args: [dayName(fromMs), dayName(BENCH_NOW - DAY_MS)],
    },
    other: {
      by: 'counting messages',
      sql: `select date(at_ms / 1000 + 32400, 'unixepoch') as day, count(distinct patient_id) as n from messages
        where direction = 'in' and at_ms >= ? and at_ms < ? group by 1 order by 1`,
      args: [midnightOf(fromMs), midnightOf(BENCH_NOW)],
    },
  };
}

/** The same statement with and without its index. */
function indexed(what: string, table: string, sql: string, args: InArgs): Pair {
  return {
    what,
    ours: { by: 'its index', sql: sql.replace('?table', table), args },
    other: { by: 'no index', sql: sql.replace('?table', `${table} not indexed`), args },
  };
}

const [WAITING] = CASE_STATUSES;
const PAIRS: readonly Pair[] = [
  topics('month', MONTH_FROM),
  topics('year', YEAR_FROM),
  people('month', MONTH_FROM),
  people('year', YEAR_FROM),
  indexed(
    'the queue: cases that wait, in its order',
    'cases',
    'select id from ?table where status = ? order by urgency, opened_at_ms, id',
    [WAITING],
  ),
  indexed(
    'one’s ended cases, a page',
    'cases',
    `select id from ?table where claimed_by = ? and status = 'resolved' order by opened_at_ms desc, id limit 51`,
    [COUNSELOR_IDS[0] ?? ''],
  ),
  indexed(
    'the last 50 messages of a conversation',
    'messages',
    `select id from ?table where patient_id = (select patient_id from cases where id = ?)
     order by at_ms desc, id limit 50`,
    [LONG_CASE],
  ),
  indexed(
    'year: a question’s answers, counted',
    'case_records',
    `select answer, count(*) from ?table where question = ? and answer in ('patient', 'family', 'not_known')
     and opened_at_ms >= ? group by answer order by answer`,
    ['user', YEAR_FROM],
  ),
  indexed(
    'year: cases by reason, answered in time',
    'cases',
    `select urgency, count(*), sum(answered_in_time) from ?table where opened_at_ms >= ? and opened_at_ms < ?
     group by urgency order by urgency`,
    [YEAR_FROM, BENCH_NOW],
  ),
  indexed(
    'month: the newest unanswered questions',
    'messages',
    `select id from ?table where direction = 'in' and route = 'unclear' and at_ms >= ?
     order by at_ms desc, id limit 500`,
    [MONTH_FROM],
  ),
  indexed(
    'a case’s history',
    'audit',
    'select id from ?table where case_id = ? order by at_ms desc, id limit 30',
    [LONG_CASE],
  ),
];

/** Runs both of each pair in turn. */
export async function compare(client: Client, times: number): Promise<Comparison[]> {
  const made: Comparison[] = [];
  for (const { what, ours, other } of PAIRS) {
    const run = ({ sql, args }: Pair['ours']) => client.execute({ sql, args });
    const rows = async (side: Pair['ours']) =>
      JSON.stringify((await run(side)).rows.map((row) => Object.values(row)));
    const same = (await rows(ours)) === (await rows(other));
    const [fast, slow] = await measure([() => run(ours), () => run(other)], times);
    made.push({
      what,
      ours: ours.by,
      other: other.by,
      oursMs: fast?.p50 ?? 0,
      otherMs: slow?.p50 ?? 0,
      same,
    });
  }
  return made;
}
