import { describe, expect, it } from 'vitest';
import {
  boundsMs,
  grainOf,
  type Period,
  readPeriod,
  spansOf,
  stretchesOf,
  usualPeriods,
} from '../../../src/console/reports/period.ts';
import { dayFromIso, isoDay } from '../../../src/guidance/hours/tokyo-time.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const period = (from: string, to: string): Period => ({ from: dayFromIso(from), to: dayFromIso(to) });
const words = ({ from, to }: Period) => `${isoDay(from)}/${isoDay(to)}`;

describe('the period of a report', () => {
  it('is this month in Tokyo when nothing is asked', () => {
    const lastMinute = Date.UTC(2026, 10, 30, 14, 59);
    expect(readPeriod(undefined, undefined, lastMinute)).toEqual({
      kind: 'period',
      period: period('2026-11-01', '2026-11-30'),
    });
    expect(readPeriod(undefined, undefined, lastMinute + 60_000)).toEqual({
      kind: 'period',
      period: period('2026-12-01', '2026-12-31'),
    });
  });

  it('begins at midnight in Tokyo and ends before the next one', () => {
    const { fromMs, toMs } = boundsMs(period('2026-11-24', '2026-11-24'));
    expect(new Date(fromMs).toISOString()).toBe('2026-11-23T15:00:00.000Z');
    expect(new Date(toMs).toISOString()).toBe('2026-11-24T15:00:00.000Z');
  });

  it.each([
    ['2026-11-31', '2026-12-01', 'from'],
    ['2026-11-01', '', 'to'],
    ['', '2026-11-01', 'from'],
    ['1926-11-01', '2026-11-01', 'from'],
    ['2026-11-02', '2026-11-01', 'to'],
    ['2021-11-01', '2026-11-01', 'to'],
    ['x', '2026-11-01', 'from'],
  ] as const)('from %j to %j is refused with words beside the field %s', (from, to, field) => {
    const asked = readPeriod(from, to, NOW);
    if (asked.kind !== 'wrong') throw new Error('was taken');
    expect(asked[field]).toMatch(/ください/);
  });

  it('may be five years long', () => {
    expect(readPeriod('2021-11-01', '2026-10-31', NOW).kind).toBe('period');
  });

  it('has the usual ones at hand', () => {
    expect(usualPeriods(NOW).map((usual) => `${usual.label} ${words(usual.period)}`)).toEqual([
      '今週 2026-11-23/2026-11-29',
      '今月 2026-11-01/2026-11-30',
      '先月 2026-10-01/2026-10-31',
      'この3か月 2026-09-01/2026-11-30',
      '今年度 2026-04-01/2027-03-31',
    ]);
    const february = usualPeriods(Date.UTC(2028, 1, 29, 12)).map((usual) => words(usual.period));
    expect(february).toEqual([
      '2028-02-28/2028-03-05',
      '2028-02-01/2028-02-29',
      '2028-01-01/2028-01-31',
      '2027-12-01/2028-02-29',
      '2027-04-01/2028-03-31',
    ]);
  });

  it('is counted by day, by week and by month as it grows', () => {
    expect(grainOf(period('2026-10-01', '2026-12-01'))).toBe('day');
    expect(grainOf(period('2026-10-01', '2026-12-02'))).toBe('week');
    expect(grainOf(period('2026-01-01', '2027-02-04'))).toBe('week');
    expect(grainOf(period('2026-01-01', '2027-02-05'))).toBe('month');
  });

  it.each(['day', 'week', 'month'] as const)('by %s holds each of its days once', (grain) => {
    const whole = period('2026-01-14', '2026-12-30');
    const days = (spans: readonly Period[]) =>
      spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    const each = Array.from({ length: whole.to - whole.from + 1 }, (_, i) => whole.from + i);
    expect(days(spansOf(whole, grain))).toEqual(each);
    expect(days(stretchesOf(whole))).toEqual(each);
  });
});
