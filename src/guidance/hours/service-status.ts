/** Whether people answer at a moment, until when, and when they answer next. The support line is one such service. */
import type { ServiceHours } from '../../knowledge/service-hours.ts';
import { hoursOfSupportLine, type SupportLine } from '../../knowledge/support-line.ts';
import { holidayOn, isInHolidayTable } from './holidays.ts';
import { isoDay, minutesOf, type TokyoDay, tokyoDayOf, tokyoTimeMs, weekdayOf } from './tokyo-time.ts';

/** Why nobody answers: the first that holds, in the order closure, holiday, weekend for a whole day. */
export type ClosedReason = 'before-hours' | 'break' | 'after-hours' | 'weekend' | 'holiday' | 'closure';

export type ServiceStatus =
  | { readonly open: true; readonly closesAtMs: number }
  | {
      readonly open: false;
      readonly reason: ClosedReason;
      /** Today's national holiday, where that is the reason. */
      readonly holiday: string | null;
      /** null: no opening within two years, or the holiday table ends before one is certain. */
      readonly opensAtMs: number | null;
    }
  /** `nowMs` lies beyond the holiday table: whether it is open cannot be known. */
  | { readonly open: null; readonly reason: 'beyond-holiday-table' };

/** A service that has not opened for so long has no next opening that could be told. */
const SEARCH_DAYS = 2 * 366;

/** The status of the telephone line at `nowMs` (epoch milliseconds), in Asia/Tokyo. */
export function supportLineStatus(line: SupportLine, nowMs: number): ServiceStatus {
  return serviceStatus(hoursOfSupportLine(line), nowMs);
}

/**
 * The status of a service at `nowMs` (epoch milliseconds), in Asia/Tokyo whatever the server's zone.
 * A span of time holds its first minute and not its last: at 15:00 sharp a line that closes at 15:00 is closed.
 */
export function serviceStatus(hours: ServiceHours, nowMs: number): ServiceStatus {
  const today = tokyoDayOf(nowMs);
  if (hours.closed_on_holidays && !isInHolidayTable(today))
    return { open: null, reason: 'beyond-holiday-table' };

  const closed = wholeDayClosed(hours, today);
  if (closed) return { open: false, ...closed, opensAtMs: firstOpening(hours, today + 1) };

  const spans = hours.times.map((span) => ({
    fromMs: tokyoTimeMs(today, minutesOf(span.from)),
    toMs: tokyoTimeMs(today, minutesOf(span.to)),
  }));
  const current = spans.find((span) => span.fromMs <= nowMs && nowMs < span.toMs);
  if (current) return { open: true, closesAtMs: current.toMs };

  const next = spans.find((span) => nowMs < span.fromMs);
  if (!next)
    return { open: false, reason: 'after-hours', holiday: null, opensAtMs: firstOpening(hours, today + 1) };
  const reason = next === spans[0] ? 'before-hours' : 'break';
  return { open: false, reason, holiday: null, opensAtMs: next.fromMs };
}

function wholeDayClosed(
  hours: ServiceHours,
  day: TokyoDay,
): { reason: 'closure' | 'holiday' | 'weekend'; holiday: string | null } | null {
  const iso = isoDay(day);
  if (hours.closed_extra.includes(iso) || isClosedEveryYear(hours, iso.slice(5))) {
    return { reason: 'closure', holiday: null };
  }
  const holiday = hours.closed_on_holidays ? holidayOn(iso) : null;
  if (holiday !== null) return { reason: 'holiday', holiday };
  return hours.weekdays.includes(weekdayOf(day)) ? null : { reason: 'weekend', holiday: null };
}

/** Both ends of a closure belong to it; one that ends before it begins runs over the new year. */
function isClosedEveryYear(hours: ServiceHours, monthDay: string): boolean {
  return hours.closed_every_year.some(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to,
  );
}

/** The first opening on or after `day`, or null where none is certain. */
function firstOpening(hours: ServiceHours, day: TokyoDay): number | null {
  const first = hours.times[0];
  if (!first) return null;
  for (let d = day; d < day + SEARCH_DAYS; d++) {
    if (hours.closed_on_holidays && !isInHolidayTable(d)) return null;
    if (!wholeDayClosed(hours, d)) return tokyoTimeMs(d, minutesOf(first.from));
  }
  return null;
}
