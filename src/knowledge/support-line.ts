/** knowledge/support-line.yaml: the telephone line's number, hours and closures. */
import { z } from 'zod';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 10:00');
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write a day of the year as 12-29');

export const supportLineFile = z
  .strictObject({
    name: z.string().min(1),
    phone: z.string().regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/, 'write the phone number as 0570-02-3410'),
    open: clock,
    close: clock,
    weekdays: z.array(z.enum(WEEKDAYS)).min(1),
    closed_on_holidays: z.boolean(),
    closed_every_year: z.array(z.strictObject({ from: monthDay, to: monthDay })),
    closed_extra: z.array(z.iso.date('write a day as 2026-11-23')),
    cost: z.string().min(1),
    can_ask: z.string().min(1),
    sources: z
      .array(
        z.strictObject({
          title: z.string().min(1),
          url: z.url().optional(),
          document: z.string().min(1).optional(),
          date: z.string().min(4),
        }),
      )
      .min(1),
  })
  .refine((line) => line.open < line.close, { path: ['close'], message: 'closes before it opens' });

export type SupportLine = z.infer<typeof supportLineFile>;
