/**
 * Japan's national holidays (国民の祝日, 振替休日, 国民の休日) from the table of @holiday-jp/holiday_jp.
 *
 * Only its data is used: its functions read a date in the server's zone. The table is 147 KB minified, 11 KB gzip in
 * the Worker's bundle (`esbuild --bundle --minify`, version 2.5.1). The Cabinet Office announces holidays about a year
 * ahead; later ones are reckoned from today's law, so the package is to be kept up to date.
 */
import holidays from '@holiday-jp/holiday_jp/lib/holidays.js';
import { dayFromIso, type TokyoDay, tokyoDayOf } from './tokyo-time.ts';

const TABLE: Readonly<Record<string, { readonly name: string }>> = holidays;
const DAYS = Object.keys(TABLE).sort();
/** No shorter than six months: a table that ends within them is to be renewed. */
const WARN_DAYS = 184;

/** The last day (`2050-12-31`) of which the table knows whether it is a holiday. */
export function holidayTableEnd(): string {
  const last = DAYS.at(-1) ?? '';
  // 勤労感謝の日 is a year's last holiday by law (国民の祝日に関する法律, 2条): with it, the year is whole.
  return last.slice(5) >= '11-23' ? `${last.slice(0, 4)}-12-31` : last;
}

const FIRST_DAY = dayFromIso(`${(DAYS[0] ?? '').slice(0, 4)}-01-01`);
const LAST_DAY = dayFromIso(holidayTableEnd());

/** Whether the table knows `day`. */
export function isInHolidayTable(day: TokyoDay): boolean {
  return FIRST_DAY <= day && day <= LAST_DAY;
}

/** The name of the holiday on the day `iso` (`2026-11-23`), or null. */
export function holidayOn(iso: string): string | null {
  return TABLE[iso]?.name ?? null;
}

/** What editors are told when the table ends within six months of `nowMs` or has ended; null when it reaches further. */
export function holidayTableWarning(nowMs: number): string | null {
  if (LAST_DAY - tokyoDayOf(nowMs) > WARN_DAYS) return null;
  const renew = 'run "npm update @holiday-jp/holiday_jp" and check again';
  return `the table of national holidays ends on ${holidayTableEnd()}; after it, patients are not told whether the line is open: ${renew}`;
}
