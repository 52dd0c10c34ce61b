/** The year that is seeded: whole days in Japan's time, the last one not over yet. */

export const DAY_MS = 24 * 60 * 60 * 1000;
const JAPAN_MS = 9 * 60 * 60 * 1000;

/** Tuesday 24 November 2026, noon in Tokyo: the moment at which the benchmark looks. */
export const BENCH_NOW = Date.UTC(2026, 10, 24, 3);
export const DAYS = 365;

/** Midnight in Tokyo of day `place`; the last is the day of BENCH_NOW. */
export function midnight(place: number): number {
  const today = Math.floor((BENCH_NOW + JAPAN_MS) / DAY_MS) * DAY_MS - JAPAN_MS;
  return today - (DAYS - 1 - place) * DAY_MS;
}

/** 2026-11-24 */
export function dayName(ms: number): string {
  return new Date(ms + JAPAN_MS).toISOString().slice(0, 10);
}
