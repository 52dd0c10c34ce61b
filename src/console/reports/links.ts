/** The way from a figure to its cases: the list at /console/cases, by what was counted. */
import { isoDay } from '../../guidance/hours/tokyo-time.ts';
import type { Period } from './period.ts';

/** Gives the address of the cases, or null for those who may not see cases. */
export type CaseLinks = (period: Period, by?: Readonly<Record<string, string>>) => string | null;

export const NO_LINKS: CaseLinks = () => null;

export const linkToCases: CaseLinks = (period, by = {}) =>
  `/console/cases?${new URLSearchParams({ from: isoDay(period.from), to: isoDay(period.to), ...by })}`;
