/** A table of a report in one shape: the page, the charts and the CSV all read it, so that what is hidden is hidden in each. */
import type { Mark } from './masking/suppress.ts';

export type Text = { readonly kind: 'text'; readonly text: string };

export type Count = {
  readonly kind: 'count';
  readonly n: number;
  /** Hidden, and why; null where it is shown. */
  readonly mark: Mark | null;
  /** The whole of which it is a share; null where that is hidden too or makes no sense. */
  readonly of: number | null;
  /** What is counted, where the column's head does not say it. */
  readonly label: string;
  /** The cases that are counted, for those who may see them. */
  readonly href: string | null;
};

export type ReportCell = Text | Count;

export type Column = {
  readonly name: string;
  readonly kind: 'text' | 'count';
  /** Counts of this column have a share; shown as n (%). */
  readonly share?: boolean;
  /** Counts of this column say by themselves what they count. */
  readonly labelled?: boolean;
};

export type Row = {
  /** The first cell names the row; empty where the row goes on with what the row above named. */
  readonly cells: readonly ReportCell[];
  readonly sum?: boolean;
};

export type ReportTable = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How to read it, a sentence each. */
  readonly notes: readonly string[];
  /** Shares below this many percent are given with a decimal, as in the survey of 2010. */
  readonly decimalBelow?: number;
};

export function text(words: string): Text {
  return { kind: 'text', text: words };
}

export function figure(n: number, more: Partial<Omit<Count, 'kind' | 'n'>> = {}): Count {
  return { kind: 'count', n, mark: null, of: null, label: '', href: null, ...more };
}

export const SMALL_WORDS = '5未満';
export const WITHHELD_WORDS = '伏せ';

/** The count as readers see it. */
export function countText({ n, mark }: Count): string {
  switch (mark) {
    case null:
      return n.toLocaleString('ja-JP');
    case 'small':
      return SMALL_WORDS;
    case 'withheld':
      return WITHHELD_WORDS;
    default:
      return mark satisfies never;
  }
}

/** The share in percent as readers see it (「83」, 「0.4」); null where there is none or it would give the count away. */
export function shareText({ n, of, mark }: Count, decimalBelow = 0): string | null {
  if (mark !== null || of === null || of === 0) return null;
  const percent = (100 * n) / of;
  return n > 0 && percent < decimalBelow ? percent.toFixed(1) : String(Math.round(percent));
}

/** Whether any count of the table is hidden. */
export function hidesSome({ rows }: ReportTable): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell.kind === 'count' && cell.mark !== null));
}
