import { describe, expect, test } from 'vitest';
import { holidayOn, holidayTableEnd, holidayTableWarning } from '../../../src/guidance/hours/holidays.ts';
import { serviceStatus, supportLineStatus } from '../../../src/guidance/hours/service-status.ts';
import { dayFromIso, isoDay } from '../../../src/guidance/hours/tokyo-time.ts';
import type { ServiceHours } from '../../../src/knowledge/service-hours.ts';
import { hoursOfSupportLine } from '../../../src/knowledge/support-line.ts';
import { holidaysByLaw } from './holiday-law.ts';
import { at, COUNSELORS, LINE } from './support.ts';

describe('the support line', () => {
  test('is open from 10:00 sharp until the last moment before 15:00', () => {
    expect(supportLineStatus(LINE, at('2026-11-24 10:00') - 1)).toEqual({
      open: false,
      reason: 'before-hours',
      holiday: null,
      opensAtMs: at('2026-11-24 10:00'),
    });
    expect(supportLineStatus(LINE, at('2026-11-24 10:00'))).toEqual({
      open: true,
      closesAtMs: at('2026-11-24 15:00'),
    });
    expect(supportLineStatus(LINE, at('2026-11-24 15:00') - 1)).toMatchObject({ open: true });
    expect(supportLineStatus(LINE, at('2026-11-24 15:00'))).toEqual({
      open: false,
      reason: 'after-hours',
      holiday: null,
      opensAtMs: at('2026-11-25 10:00'),
    });
  });

  test.each([
    ['Golden Week 2026 begins on Saturday 2 May', '2026-05-02 12:00', 'weekend', '2026-05-07 10:00'],
    ['憲法記念日 falls on a Sunday', '2026-05-03 12:00', 'holiday', '2026-05-07 10:00'],
    ['and its substitute comes after こどもの日', '2026-05-06 12:00', 'holiday', '2026-05-07 10:00'],
    ['昭和の日 stands alone', '2026-04-29 12:00', 'holiday', '2026-04-30 10:00'],
    ['敬老の日 2026', '2026-09-21 12:00', 'holiday', '2026-09-24 10:00'],
    ['国民の休日 between two holidays', '2026-09-22 12:00', 'holiday', '2026-09-24 10:00'],
    ['秋分の日 2026', '2026-09-23 12:00', 'holiday', '2026-09-24 10:00'],
    ['the Friday before them, after hours', '2026-09-18 15:30', 'after-hours', '2026-09-24 10:00'],
    ['the evening of the last day of the year', '2026-12-28 18:00', 'after-hours', '2027-01-04 10:00'],
    ['year’s end', '2026-12-29 12:00', 'closure', '2027-01-04 10:00'],
    ['元日 belongs to the year’s end', '2027-01-01 12:00', 'closure', '2027-01-04 10:00'],
    ['the last day of it', '2027-01-03 23:59', 'closure', '2027-01-04 10:00'],
    ['a Monday holiday', '2026-11-23 08:00', 'holiday', '2026-11-24 10:00'],
  ])('%s: %s is %s, opens %s', (_, now, reason, opens) => {
    expect(supportLineStatus(LINE, at(now))).toMatchObject({ open: false, reason, opensAtMs: at(opens) });
  });

  test('names the holiday', () => {
    expect(supportLineStatus(LINE, at('2026-11-23 12:00'))).toMatchObject({ holiday: '勤労感謝の日' });
  });

  test('an extra closure of the editors is obeyed and passed over', () => {
    const closed = { ...LINE, closed_extra: ['2026-11-24', '2026-11-25'] };
    expect(supportLineStatus(closed, at('2026-11-24 12:00'))).toMatchObject({
      reason: 'closure',
      opensAtMs: at('2026-11-26 10:00'),
    });
    expect(supportLineStatus(closed, at('2026-11-23 12:00'))).toMatchObject({
      reason: 'holiday',
      opensAtMs: at('2026-11-26 10:00'),
    });
  });
});

describe('any service', () => {
  const hours: ServiceHours = hoursOfSupportLine(LINE);

  test('with a lunch break closes for it and opens again the same day', () => {
    expect(serviceStatus(COUNSELORS, at('2026-11-24 11:59'))).toMatchObject({
      closesAtMs: at('2026-11-24 12:00'),
    });
    expect(serviceStatus(COUNSELORS, at('2026-11-24 12:00'))).toMatchObject({
      open: false,
      reason: 'break',
      opensAtMs: at('2026-11-24 13:00'),
    });
    expect(serviceStatus(COUNSELORS, at('2026-11-24 13:00'))).toMatchObject({
      closesAtMs: at('2026-11-24 15:00'),
    });
  });

  test('that never opens says that it does not know when it opens next', () => {
    const never = { ...hours, closed_every_year: [{ from: '01-01', to: '12-31' }] };
    expect(serviceStatus(never, at('2026-11-24 12:00'))).toMatchObject({ open: false, opensAtMs: null });
  });

  test('that works on holidays needs no holiday table', () => {
    const always = { ...hours, closed_on_holidays: false, closed_every_year: [] };
    expect(serviceStatus(always, at('2026-05-04 12:00'))).toMatchObject({ open: true });
    expect(serviceStatus(always, at('2060-05-04 12:00'))).toMatchObject({ open: true });
  });
});

describe('the holiday table', () => {
  test('holds the holidays of the law, and no other, from 2024 to its end', () => {
    for (let year = 2024; year <= Number(holidayTableEnd().slice(0, 4)); year++) {
      const days: string[] = [];
      for (let day = dayFromIso(`${year}-01-01`); day <= dayFromIso(`${year}-12-31`); day++) {
        if (holidayOn(isoDay(day)) !== null) days.push(isoDay(day));
      }
      expect(days).toEqual([...holidaysByLaw(year)].sort());
    }
  });

  test('beyond its end nobody is told that the line is open', () => {
    const end = at(`${holidayTableEnd()} 23:59`);
    expect(supportLineStatus(LINE, end)).toMatchObject({ open: false, opensAtMs: null });
    expect(supportLineStatus(LINE, end + 60_000)).toEqual({ open: null, reason: 'beyond-holiday-table' });
  });

  test('warns from six months before its end on', () => {
    const year = Number(holidayTableEnd().slice(0, 4));
    expect(holidayTableWarning(at('2026-11-23 12:00'))).toBeNull();
    expect(holidayTableWarning(at(`${year}-06-29 12:00`))).toBeNull();
    expect(holidayTableWarning(at(`${year}-07-01 12:00`))).toContain('npm update @holiday-jp/holiday_jp');
    expect(holidayTableWarning(at(`${year + 1}-02-01 12:00`))).toContain(holidayTableEnd());
  });
});
