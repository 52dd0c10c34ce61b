/**
 * Days and minutes in Asia/Tokyo, by arithmetic alone: Japan is UTC+9 and has had no summer time since 1951, so the
 * server's zone, its time zone data and `Intl` play no part.
 */
import { WEEKDAYS, type Weekday } from '../../knowledge/service-hours.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const TOKYO_OFFSET_MS = 9 * 60 * MINUTE_MS;

/** A day in Tokyo, as the number of days since 1970-01-01. */
export type TokyoDay = number;

/** The day in Tokyo at `nowMs`. */
export function tokyoDayOf(nowMs: number): TokyoDay {
  return Math.floor((nowMs + TOKYO_OFFSET_MS) / DAY_MS);
}

/** Epoch milliseconds at which `minutes` after midnight have passed on `day` in Tokyo. */
export function tokyoTimeMs(day: TokyoDay, minutes: number): number {
  return day * DAY_MS + minutes * MINUTE_MS - TOKYO_OFFSET_MS;
}

/** `day` as `2026-11-23`. */
export function isoDay(day: TokyoDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day that `iso` (`2026-11-23`) names. */
export function dayFromIso(iso: string): TokyoDay {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

/** The day of the week of `day`, as one kanji. */
export function weekdayOf(day: TokyoDay): Weekday {
  // Always one of the seven: the index runs from 0 to 6.
  return WEEKDAYS[new Date(day * DAY_MS).getUTCDay()] ?? '日';
}

/** `10:30` as minutes after midnight. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** The time of day in Tokyo at `nowMs`, as `15:00`. */
export function clockOf(nowMs: number): string {
  return new Date(nowMs + TOKYO_OFFSET_MS).toISOString().slice(11, 16);
}
