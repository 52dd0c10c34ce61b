/** knowledge/hotlines.yaml: telephone lines for people in despair, with their hours and where these were read. */
import { z } from 'zod';
import { WEEKDAYS } from './service-hours.ts';

const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, 'write a time as 16:00; midnight at the end of a day is 24:00');

const hours = z.strictObject({
  weekdays: z.array(z.enum(WEEKDAYS)).min(1),
  from: clock,
  to: clock,
});

export const hotlinesFile = z.strictObject({
  hotlines: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        name: z.string().min(1),
        phone: z.string().regex(/^0[\d-]+$/, 'write the number as 0120-279-338'),
        cost: z.string().min(1),
        /** Empty where the hours differ by place: then nothing is said of now. */
        hours: z.array(hours),
        /** A day of the month that is open otherwise: 10 is the いのちの電話's long day, to 8:00 of the next. */
        monthly: z
          .strictObject({ day: z.number().int().min(1).max(28), from: clock, to_next_day: clock })
          .optional(),
        hours_text: z.string().min(1),
        note: z.string().optional(),
        source: z.strictObject({ title: z.string().min(1), url: z.url(), date: z.string().min(4) }),
        checked_on: z.iso.date(),
      }),
    )
    .min(1),
});

export type Hotline = z.infer<typeof hotlinesFile>['hotlines'][number];

/** A moment by the calendar of Asia/Tokyo. */
export type TokyoMoment = {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minutes: number;
  readonly dayOfMonth: number;
};

/** `open` is null where the hours differ by place. */
export type HotlineNow = { readonly hotline: Hotline; readonly open: boolean | null };

/** All lines: those that answer at `now`, then those of which it is not known, then the others; else as in the file. */
export function openHotlines(hotlines: readonly Hotline[], now: TokyoMoment): HotlineNow[] {
  const judged = hotlines.map((hotline) => ({
    hotline,
    open: hotline.hours.length === 0 ? null : isOpen(hotline, now),
  }));
  const place = ({ open }: HotlineNow) => (open === true ? 0 : open === null ? 1 : 2);
  return judged.sort((a, b) => place(a) - place(b));
}

function isOpen(hotline: Hotline, now: TokyoMoment): boolean {
  const day = WEEKDAYS[now.weekday];
  const regular = hotline.hours.some(
    (h) =>
      day !== undefined &&
      h.weekdays.includes(day) &&
      minutesOf(h.from) <= now.minutes &&
      now.minutes < minutesOf(h.to),
  );
  const { monthly } = hotline;
  if (regular || !monthly) return regular;
  if (now.dayOfMonth === monthly.day) return now.minutes >= minutesOf(monthly.from);
  return now.dayOfMonth === monthly.day + 1 && now.minutes < minutesOf(monthly.to_next_day);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
