/** A period of days in Tokyo, as an address gives it; the last 30 days where it does not. */
import { dayFromIso, isoDay, tokyoDayOf, tokyoTimeMs } from '../../guidance/hours/tokyo-time.ts';

export type Period = {
  /** Days, both of the period: 2026-11-24. */
  readonly from: string;
  readonly to: string;
  readonly fromMs: number;
  /** The first moment after it. */
  readonly untilMs: number;
  /** What is wrong with the days asked for; the period is then the usual one. */
  readonly error: string | null;
};

const USUAL_DAYS = 30;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The period from `from` to `to`; an empty one of both means its usual end. */
export function readPeriod(from: string | undefined, to: string | undefined, nowMs: number): Period {
  const today = tokyoDayOf(nowMs);
  const last = to ? dayOf(to) : today;
  const first = from ? dayOf(from) : (last ?? today) - USUAL_DAYS + 1;
  if (first === null || last === null)
    return { ...between(today - USUAL_DAYS + 1, today), error: '日付は 2026-11-24 のように書いてください。' };
  if (first > last)
    return {
      ...between(today - USUAL_DAYS + 1, today),
      error: '終わりの日が、始まりの日より前になっています。',
    };
  return { ...between(first, last), error: null };
}

function dayOf(iso: string): number | null {
  if (!ISO.test(iso)) return null;
  const day = dayFromIso(iso);
  return Number.isNaN(day) || isoDay(day) !== iso ? null : day;
}

function between(first: number, last: number) {
  return {
    from: isoDay(first),
    to: isoDay(last),
    fromMs: tokyoTimeMs(first, 0),
    untilMs: tokyoTimeMs(last + 1, 0),
  };
}
