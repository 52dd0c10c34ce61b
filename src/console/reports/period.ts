/** The days that a report covers, in Asia/Tokyo: what was asked for, the usual periods, the lines of the daily table. */
import {
  dayFromIso,
  isoDay,
  type TokyoDay,
  tokyoDayOf,
  tokyoTimeMs,
  weekdayOf,
} from '../../guidance/hours/tokyo-time.ts';

/** Both days are part of it. */
export type Period = { readonly from: TokyoDay; readonly to: TokyoDay };

export const MOST_YEARS = 5;

export type AskedPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'wrong'; readonly from?: string; readonly to?: string };

/** The period that a form named; this month where it named none. The words of an error stand beside their field. */
export function readPeriod(from: string | undefined, to: string | undefined, nowMs: number): AskedPeriod {
  if (!from && !to) return { kind: 'period', period: monthOf(tokyoDayOf(nowMs)) };
  const [first, last] = [readDay(from), readDay(to)];
  if (first === null || last === null) {
    const words = '日付を 2026-11-24 のように入れてください。';
    return {
      kind: 'wrong',
      ...(first === null ? { from: words } : {}),
      ...(last === null ? { to: words } : {}),
    };
  }
  if (last < first)
    return { kind: 'wrong', to: '終わりの日は、始まりの日と同じか、あとの日にしてください。' };
  if (last >= addMonths(first, 12 * MOST_YEARS))
    return { kind: 'wrong', to: `期間は${MOST_YEARS}年までです。終わりの日を早めてください。` };
  return { kind: 'period', period: { from: first, to: last } };
}

/** A day that exists in the calendar; years before 2000 or after 2999 are slips of the keyboard. */
function readDay(iso: string | undefined): TokyoDay | null {
  if (!iso || !/^2\d{3}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = dayFromIso(iso);
  return Number.isFinite(day) && isoDay(day) === iso ? day : null;
}

/** The first moment of the period and the first after it, in epoch milliseconds. */
export function boundsMs({ from, to }: Period): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: tokyoTimeMs(from, 0), toMs: tokyoTimeMs(to + 1, 0) };
}

export function daysOf({ from, to }: Period): number {
  return to - from + 1;
}

/** The periods that are asked for most. */
export function usualPeriods(nowMs: number): readonly { readonly label: string; readonly period: Period }[] {
  const today = tokyoDayOf(nowMs);
  const monday = today - ((dayOfWeek(today) + 6) % 7);
  const month = monthOf(today);
  const [year = 0, monthNumber = 1] = isoDay(today).split('-').map(Number);
  const fiscal = dayFromIso(`${monthNumber >= 4 ? year : year - 1}-04-01`);
  return [
    { label: '今週', period: { from: monday, to: monday + 6 } },
    { label: '今月', period: month },
    { label: '先月', period: monthOf(month.from - 1) },
    { label: 'この3か月', period: { from: addMonths(month.from, -2), to: month.to } },
    { label: '今年度', period: { from: fiscal, to: addMonths(fiscal, 12) - 1 } },
  ];
}

function dayOfWeek(day: TokyoDay): number {
  return new Date(`${isoDay(day)}T00:00:00Z`).getUTCDay();
}

function monthOf(day: TokyoDay): Period {
  const from = dayFromIso(`${isoDay(day).slice(0, 7)}-01`);
  return { from, to: addMonths(from, 1) - 1 };
}

/** `day` some months on; the 29th of February becomes the 1st of March in other years. */
function addMonths(day: TokyoDay, months: number): TokyoDay {
  const [year = 0, month = 1, date = 1] = isoDay(day).split('-').map(Number);
  return Date.UTC(year, month - 1 + months, date) / 86_400_000;
}

/** A line of the daily table, or a column of months; `from` and `to` lie inside the period. */
export type Span = Period & { readonly label: string; readonly weekday: string };

export type Grain = 'day' | 'week' | 'month';

/** By day up to two months, by week up to a year or so, then by month. */
export function grainOf(period: Period): Grain {
  const days = daysOf(period);
  return days <= 62 ? 'day' : days <= 400 ? 'week' : 'month';
}

export function spansOf(period: Period, grain: Grain): Span[] {
  const spans: Span[] = [];
  for (let from = period.from; from <= period.to; ) {
    const to = Math.min(period.to, lastDayOf(from, grain));
    spans.push({ from, to, ...wordsOf(from, to, grain) });
    from = to + 1;
  }
  return spans;
}

/** The longest stretches of days of which each span and each month of the period consists. */
export function stretchesOf(period: Period): Period[] {
  const grain = grainOf(period);
  return spansOf(period, grain).flatMap((span) =>
    spansOf(span, 'month').map(({ from, to }) => ({ from, to })),
  );
}

function lastDayOf(day: TokyoDay, grain: Grain): TokyoDay {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return day + ((7 - dayOfWeek(day)) % 7);
    case 'month':
      return monthOf(day).to;
    default:
      return grain satisfies never;
  }
}

function wordsOf(from: TokyoDay, to: TokyoDay, grain: Grain): { label: string; weekday: string } {
  switch (grain) {
    case 'day':
      return { label: isoDay(from), weekday: weekdayOf(from) };
    case 'week':
      return { label: `${isoDay(from)} から`, weekday: `${weekdayOf(from)}〜${weekdayOf(to)}` };
    case 'month':
      return { label: isoDay(from).slice(0, 7), weekday: '' };
    default:
      return grain satisfies never;
  }
}

/** 「2026年11月1日〜2026年11月30日」 */
export function periodText({ from, to }: Period): string {
  return from === to ? dayText(from) : `${dayText(from)}〜${dayText(to)}`;
}

export function dayText(day: TokyoDay): string {
  const [year, month, date] = isoDay(day).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
