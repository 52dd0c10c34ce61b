/** Cases by reason and month, and the marks of their totals: decided once, because several tables show them. */
import { CASE_REASONS } from '../../conversation/decision.ts';
import { type Decided, listFigures, listKey, marksFrom } from './masking/shapes.ts';
import { isSmall, type Mark } from './masking/suppress.ts';
import { type Period, type Span, spansOf } from './period.ts';

/** Cases opened on some days that follow each other, by urgency. */
export type Opened = Period & { readonly byUrgency: readonly number[] };

export type CaseCounts = {
  readonly opened: readonly Opened[];
  readonly total: number;
  readonly months: readonly Span[];
  /** In the order of CASE_REASONS, of `months`. */
  readonly reasonTotals: readonly number[];
  readonly monthTotals: readonly number[];
  readonly reasonMarks: Decided;
  readonly monthMarks: Decided;
  readonly masked: boolean;
  /** So few cases in all that no table about them can be shown. */
  readonly tooFew: boolean;
};

export function caseCounts(opened: readonly Opened[], period: Period, masked: boolean): CaseCounts {
  const months = spansOf(period, 'month');
  const reasonTotals = CASE_REASONS.map((_, urgency) => openedIn(opened, period, urgency));
  const monthTotals = months.map((month) => openedIn(opened, month));
  const total = openedIn(opened, period);
  return {
    opened,
    total,
    months,
    reasonTotals,
    monthTotals,
    reasonMarks: masked ? listMarks(reasonTotals) : reasonTotals.map(() => null),
    monthMarks: masked ? listMarks(monthTotals) : monthTotals.map(() => null),
    masked,
    tooFew: masked && isSmall(total),
  };
}

/** Cases opened on the days of `within`, of one urgency or of all. */
export function openedIn(opened: readonly Opened[], within: Period, urgency?: number): number {
  let n = 0;
  for (const { from, to, byUrgency } of opened) {
    if (from < within.from || within.to < to) continue;
    n += urgency === undefined ? byUrgency.reduce((sum, one) => sum + one, 0) : (byUrgency[urgency] ?? 0);
  }
  return n;
}

/** The marks of a list whose total stands beside it. */
function listMarks(counts: readonly number[]): (Mark | null)[] {
  const marks = marksFrom(listFigures(counts, true));
  return counts.map((_, i) => marks.of(listKey(i)));
}
