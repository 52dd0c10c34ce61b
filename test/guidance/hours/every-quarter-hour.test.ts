import { afterAll, describe, expect, test, vi } from 'vitest';
import { holidayTableEnd } from '../../../src/guidance/hours/holidays.ts';
import { type ServiceStatus, serviceStatus } from '../../../src/guidance/hours/service-status.ts';
import type { ServiceHours } from '../../../src/knowledge/service-hours.ts';
import { hoursOfSupportLine } from '../../../src/knowledge/support-line.ts';
import { holidaysByLaw } from './holiday-law.ts';
import { at, COUNSELORS, LINE } from './support.ts';

const QUARTER_MS = 15 * 60_000;
const FIRST_YEAR = 2024;
const LAST_YEAR = Number(holidayTableEnd().slice(0, 4));
const WALK_FROM_MS = at(`${FIRST_YEAR}-01-01 00:00`);
const WALK_TO_MS = at(`${holidayTableEnd()} 23:45`);

const LAW = new Set(
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => [...holidaysByLaw(FIRST_YEAR + i)]).flat(),
);
const CALENDAR = new Intl.DateTimeFormat('ja-JP-u-ca-gregory', {
  timeZone: 'Asia/Tokyo',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the wall calendar and clock in Tokyo show. */
function wall(ms: number) {
  const text = CALENDAR.format(ms);
  const [, year, month, day, weekday, clock] =
    /^(\d+)\/(\d+)\/(\d+)\((.)\) (\d\d:\d\d)$/.exec(text) ?? expect.fail(`unreadable: ${text}`);
  return { day: `${year}-${month}-${day}`, weekday, clock: clock ?? '' };
}

/** The reason as a person with a calendar would give it, or null when people answer. */
function plainReason(hours: ServiceHours, ms: number): string | null {
  const { day, weekday, clock } = wall(ms);
  if (/-12-(29|30|31)$|-01-0[123]$/.test(day)) return 'closure';
  if (LAW.has(day)) return 'holiday';
  if (weekday === '土' || weekday === '日') return 'weekend';
  if (hours.times.some(({ from, to }) => from <= clock && clock < to)) return null;
  const later = hours.times.filter(({ from }) => clock < from).length;
  return later === 0 ? 'after-hours' : later === hours.times.length ? 'before-hours' : 'break';
}

/**
 * Walks backwards, so that the next opening and closing are the ones passed last: no search forward, no arithmetic.
 * Returns the number of quarter hours walked.
 */
function walk(hours: ServiceHours, fromMs: number, toMs: number): number {
  let opensAtMs: number | null = null;
  let closesAtMs = Number.NaN;
  let steps = 0;
  const wrong: unknown[] = [];
  let reason = plainReason(hours, toMs);
  for (let ms = toMs; ms >= fromMs; ms -= QUARTER_MS) {
    const before = plainReason(hours, ms - QUARTER_MS);
    const status: ServiceStatus = serviceStatus(hours, ms);
    const agrees =
      reason === null
        ? status.open === true && status.closesAtMs === closesAtMs
        : status.open === false && status.reason === reason && status.opensAtMs === opensAtMs;
    if (!agrees) wrong.push({ ...wall(ms), status, reason, opensAtMs, closesAtMs });
    if (reason === null && before !== null) opensAtMs = ms;
    if (reason !== null) closesAtMs = ms;
    reason = before;
    steps++;
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  return steps;
}

describe('every 15 minutes from 2024 to the end of the holiday table', () => {
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  test('the support line is open, closed and opens next as the law and Tokyo’s calendar say', () => {
    const steps = walk(hoursOfSupportLine(LINE), WALK_FROM_MS, WALK_TO_MS);
    expect(steps).toBe((WALK_TO_MS - WALK_FROM_MS) / QUARTER_MS + 1);
    expect(steps).toBeGreaterThan(900_000);
  }, 120_000);

  test('counselors with a lunch break too', () => {
    walk(COUNSELORS, WALK_FROM_MS, WALK_TO_MS);
  }, 120_000);

  test.each(['America/New_York', 'Pacific/Kiritimati', 'Europe/London'])(
    'whatever the server’s zone: %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const july = new Date(at('2026-07-01 12:00'));
      // In a worker thread TZ cannot be changed; there this would show nothing.
      if (process.env.TZ !== zone || july.getHours() === 12) expect.fail(`the zone did not become ${zone}`);
      walk(hoursOfSupportLine(LINE), at(`${LAST_YEAR - 2}-01-01 00:00`), WALK_TO_MS);
    },
    60_000,
  );
});
