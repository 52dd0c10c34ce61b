/** Fills the editors' texts (`says:` of support-line.yaml and counselor-hours.yaml) with times and days. */
import {
  type CounselorHours,
  type Placeholder,
  type ServiceHours,
  type ServiceWords,
  WEEKDAYS,
} from '../../knowledge/service-hours.ts';
import { hoursOfSupportLine, type SupportLine } from '../../knowledge/support-line.ts';
import { type ServiceStatus, serviceStatus } from './service-status.ts';
import { clockOf, isoDay, tokyoDayOf, weekdayOf } from './tokyo-time.ts';

export type ServiceText = {
  readonly status: ServiceStatus;
  /** Whether it is open now, until when, or when it opens next; says that it is unknown where it is. */
  readonly now: string;
  /** The usual hours. */
  readonly hours: string;
};

/** What to tell a patient of the telephone line at `nowMs`. */
export function supportLineText(line: SupportLine, nowMs: number): ServiceText {
  return serviceText(hoursOfSupportLine(line), line.says, nowMs);
}

/** What to tell a patient of the counselors in this chat at `nowMs`. */
export function counselorHoursText(counselors: CounselorHours, nowMs: number): ServiceText {
  return serviceText(counselors, counselors.says, nowMs);
}

/** What editors are told while the counselors' hours are the default ones; null once the operator confirmed them. */
export function counselorHoursWarning(counselors: CounselorHours): string | null {
  if (counselors.confirmed_on !== null) return null;
  return 'these are default hours: write the hours at which counselors answer, and the day in "confirmed_on"';
}

/** What to tell a patient of any service whose hours are `hours`, in the editors' `words`. */
export function serviceText(hours: ServiceHours, words: ServiceWords, nowMs: number): ServiceText {
  const status = serviceStatus(hours, nowMs);
  const times = hours.times.map(({ from, to }) => `${from}〜${to}`).join('、');
  return {
    status,
    now: nowText(status, words, nowMs),
    hours: fill(words.hours, { weekdays: weekdayList(hours), times }),
  };
}

function nowText(status: ServiceStatus, words: ServiceWords, nowMs: number): string {
  if (status.open === true) return fill(words.open, { closes: clockOf(status.closesAtMs) });
  if (status.open === null) return words.unknown;
  if (status.opensAtMs === null) return words.closed_without_next;
  const values = {
    opens: openingText(status.opensAtMs, words, nowMs),
    today: weekdayOf(tokyoDayOf(nowMs)),
    holiday: status.holiday ?? '',
  };
  switch (status.reason) {
    case 'before-hours':
      return fill(words.before_hours, values);
    case 'break':
      return fill(words.break, values);
    case 'after-hours':
      return fill(words.after_hours, values);
    case 'weekend':
      return fill(words.weekend, values);
    case 'holiday':
      return fill(words.holiday, values);
    case 'closure':
      return fill(words.closure, values);
    default:
      return status satisfies never;
  }
}

function openingText(opensAtMs: number, words: ServiceWords, nowMs: number): string {
  const day = tokyoDayOf(opensAtMs);
  const iso = isoDay(day);
  const daysAhead = day - tokyoDayOf(nowMs);
  const wording =
    daysAhead === 0 ? words.opens_today : daysAhead === 1 ? words.opens_tomorrow : words.opens_later;
  return fill(wording, {
    month: String(Number(iso.slice(5, 7))),
    day: String(Number(iso.slice(8))),
    weekday: weekdayOf(day),
    time: clockOf(opensAtMs),
  });
}

/** `月〜金` for days that follow each other from Monday on, else `月・水・金`. */
function weekdayList(hours: ServiceHours): string {
  const week = [...WEEKDAYS.slice(1), WEEKDAYS[0]];
  const served = week.filter((day) => hours.weekdays.includes(day));
  const [first, last] = [served[0], served.at(-1)];
  if (first === undefined || last === undefined || served.length < 3) return served.join('・');
  const isRun = week.indexOf(last) - week.indexOf(first) === served.length - 1;
  return isRun ? `${first}〜${last}` : served.join('・');
}

function fill(text: string, values: Partial<Record<Placeholder, string>>): string {
  const known: Readonly<Record<string, string | undefined>> = values;
  return text.replace(/\{([^{}]*)\}/g, (whole, name: string) => known[name] ?? whole);
}
