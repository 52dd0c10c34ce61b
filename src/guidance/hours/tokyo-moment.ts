/** A moment as a telephone line's hours see it. */
import type { TokyoMoment } from '../../knowledge/hotlines.ts';
import { clockOf, isoDay, minutesOf, tokyoDayOf } from './tokyo-time.ts';

/** The day of the week, minutes since midnight and day of the month in Tokyo at `nowMs`. */
export function tokyoMoment(nowMs: number): TokyoMoment {
  const iso = isoDay(tokyoDayOf(nowMs));
  return {
    weekday: new Date(`${iso}T00:00:00Z`).getUTCDay(),
    minutes: minutesOf(clockOf(nowMs)),
    dayOfMonth: Number(iso.slice(8)),
  };
}
