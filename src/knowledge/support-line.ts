/** knowledge/support-line.yaml: the telephone line's number, hours and closures. */
import { z } from 'zod';
import { calendarFields, clock, type ServiceHours, serviceWords } from './service-hours.ts';

export const supportLineFile = z
  .strictObject({
    name: z.string().min(1),
    phone: z.string().regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/, 'write the phone number as 0570-02-3410'),
    open: clock,
    close: clock,
    ...calendarFields,
    cost: z.string().min(1),
    can_ask: z.string().min(1),
    says: serviceWords,
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

/** The support line's hours in the form that all services share: one span of time a day. */
export function hoursOfSupportLine(line: SupportLine): ServiceHours {
  const { open, close, weekdays, closed_on_holidays, closed_every_year, closed_extra } = line;
  return {
    weekdays,
    times: [{ from: open, to: close }],
    closed_on_holidays,
    closed_every_year,
    closed_extra,
  };
}
