/** National holidays reckoned from the law (国民の祝日に関する法律), for 2022 and later; knows no table. */

const FIXED = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];
/** Month and which Monday of it: 成人の日, 海の日, 敬老の日, スポーツの日. */
const MONDAYS = [
  [1, 2],
  [7, 3],
  [9, 3],
  [10, 2],
] as const;

const iso = (date: Date) => date.toISOString().slice(0, 10);
const shift = (day: string, by: number) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return iso(date);
};

/** The equinoxes by the usual approximation, good from 1980 to 2099. */
function equinoxes(year: number): string[] {
  const since = year - 1980;
  const day = (base: number) => Math.floor(base + 0.242194 * since) - Math.floor(since / 4);
  return [`${year}-03-${day(20.8431)}`, `${year}-09-${day(23.2488)}`];
}

function nthMonday(year: number, month: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((8 - first) % 7) + (nth - 1) * 7;
  return iso(new Date(Date.UTC(year, month - 1, day)));
}

/** All holidays of `year`, with 振替休日 (article 3, 2) and 国民の休日 (article 3, 3). */
export function holidaysByLaw(year: number): Set<string> {
  const named = new Set([
    ...FIXED.map((day) => `${year}-${day}`),
    ...MONDAYS.map(([month, nth]) => nthMonday(year, month, nth)),
    ...equinoxes(year),
  ]);
  const all = new Set(named);
  for (const day of named) {
    if (new Date(`${day}T00:00:00Z`).getUTCDay() === 0) {
      let substitute = shift(day, 1);
      while (named.has(substitute)) substitute = shift(substitute, 1);
      all.add(substitute);
    }
    const between = shift(day, 1);
    if (!named.has(between) && named.has(shift(day, 2))) all.add(between);
  }
  return all;
}
