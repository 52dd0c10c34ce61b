/** Hours at which people answer: the form that the support line and the counselors in this chat share. */
import { z } from 'zod';

/** In the order of `Date.getUTCDay()`. */
export const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 10:00');
const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write a day of the year as 12-29');

/** The keys that every calendar of service has; `from` may be later in the year than `to` (12-29 to 01-03). */
export const calendarFields = {
  weekdays: z.array(z.enum(WEEKDAYS)).min(1),
  closed_on_holidays: z.boolean(),
  closed_every_year: z.array(z.strictObject({ from: monthDay, to: monthDay })),
  closed_extra: z.array(z.iso.date('write a day as 2026-11-23')),
};

const spans = z
  .array(
    z
      .strictObject({ from: clock, to: clock })
      .refine((span) => span.from < span.to, { path: ['to'], message: 'ends before it begins' }),
  )
  .min(1)
  .refine(
    (times) => times.every((span, i) => i === 0 || (times[i - 1]?.to ?? '') < span.from),
    'write the times of a day in their order, with a break between them',
  );

export const serviceHours = z.strictObject({ ...calendarFields, times: spans });

/** When a service answers: on `weekdays` within `times`, but not on holidays (if so set) nor when closed. */
export type ServiceHours = z.infer<typeof serviceHours>;

/** What `{name}` in a text stands for. */
const PLACEHOLDERS = {
  closes: 'time at which it closes, 15:00',
  opens: 'day and time at which it opens next, as `opens_today`, `opens_tomorrow` or `opens_later` words it',
  today: "today's day of the week, 火",
  holiday: "today's holiday, 勤労感謝の日",
  weekdays: 'days of the week, 月〜金',
  times: 'times of a day, 10:00〜15:00',
  month: 'month of the next opening',
  day: 'day of the next opening',
  weekday: 'day of the week of the next opening',
  time: 'time of the next opening',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** A text with `{placeholders}`: those of `needed` stand in it, and no other than `needed` and `allowed`. */
function template(needed: readonly Placeholder[], allowed: readonly Placeholder[] = []) {
  const known: readonly string[] = [...needed, ...allowed];
  return z
    .string()
    .min(1)
    .max(200, 'keep it under 200 characters')
    .superRefine((text, context) => {
      const used = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      for (const name of used) {
        if (!known.includes(name)) say(`{${name}} is not known here; ${listed(known)}`);
      }
      for (const name of needed) {
        if (!used.includes(name)) say(`write {${name}} in it: the ${PLACEHOLDERS[name]}`);
      }
      if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')))
        say('a brace stands alone; write {closes} and the like');
    });
}

function listed(known: readonly string[]): string {
  return known.length > 0 ? `use ${known.map((name) => `{${name}}`).join(', ')}` : 'this text takes none';
}

/** The texts that tell a patient of the hours; the code fills in their `{placeholders}` and writes none itself. */
export const serviceWords = z.strictObject({
  hours: template(['weekdays', 'times']),
  open: template(['closes']),
  before_hours: template(['opens']),
  break: template(['opens']),
  after_hours: template(['opens']),
  weekend: template(['opens'], ['today']),
  holiday: template(['opens'], ['holiday', 'today']),
  closure: template(['opens']),
  closed_without_next: template([]),
  unknown: template([]),
  opens_today: template(['time']),
  opens_tomorrow: template(['time'], ['month', 'day', 'weekday']),
  opens_later: template(['time', 'month', 'day'], ['weekday']),
});

export type ServiceWords = z.infer<typeof serviceWords>;

/** knowledge/counselor-hours.yaml: when counselors answer in this chat. The operator sets it. */
export const counselorHoursFile = z.strictObject({
  ...calendarFields,
  times: spans,
  /** The day on which the operator confirmed these hours; null while they are still the default. */
  confirmed_on: z.iso.date('write a day as 2026-11-23').nullable(),
  says: serviceWords,
});

export type CounselorHours = z.infer<typeof counselorHoursFile>;
