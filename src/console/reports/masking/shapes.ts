/** The shapes of tables as sums: a list with its total, a matrix with totals on both sides. */
import { type Figure, FREE, type Mark, suppress } from './suppress.ts';

export type Marks = {
  readonly of: (key: string) => Mark | null;
};

export const NOTHING_HIDDEN: Marks = { of: () => null };

export function marksFrom(figures: readonly Figure[]): Marks {
  const marks = suppress(figures);
  return { of: (key) => marks.get(key) ?? null };
}

export const listKey = (i: number) => `item ${i}`;
export const LIST_TOTAL = 'total';

/** A list and its total; the total is `known` where it stands elsewhere too. */
export function listFigures(counts: readonly number[], known: boolean): Figure[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  return [
    ...counts.map((n, i) => ({ key: listKey(i), n, from: 'sum', to: FREE })),
    ...(known ? [] : [{ key: LIST_TOTAL, n: total, from: FREE, to: 'sum' }]),
  ];
}

export const cellKey = (row: number, column: number) => `cell ${row} ${column}`;
export const rowKey = (row: number) => `row ${row}`;
export const columnKey = (column: number) => `column ${column}`;
export const GRAND_TOTAL = 'grand';

/** What was decided of a side's totals elsewhere; a line whose total is hidden is blotted out whole. */
export type Decided = readonly (Mark | null)[];

/** A matrix whose rows and columns are summed; the grand total is known where `rowTotals` or `columnTotals` are. */
export function matrixFigures(
  cells: readonly (readonly number[])[],
  { rowTotals, columnTotals }: { rowTotals?: Decided; columnTotals?: Decided },
): Figure[] {
  const width = cells[0]?.length ?? 0;
  const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
  const columnSum = (j: number) => sum(cells.map((row) => row[j] ?? 0));
  const decided = (totals: Decided | undefined, i: number) =>
    totals ? { decided: { mark: totals[i] ?? null } } : {};
  const blotted = (i: number, j: number) => (rowTotals?.[i] || columnTotals?.[j] ? { blotted: true } : {});
  const columns = Array.from({ length: width }, (_, j) => j);
  return [
    ...cells.flatMap((row, i) =>
      row.map((n, j) => ({ key: cellKey(i, j), n, from: `r${i}`, to: `c${j}`, ...blotted(i, j) })),
    ),
    ...cells.map((row, i) => ({
      key: rowKey(i),
      n: sum(row),
      from: 'rows',
      to: `r${i}`,
      ...decided(rowTotals, i),
    })),
    ...columns.map((j) => ({
      key: columnKey(j),
      n: columnSum(j),
      from: `c${j}`,
      to: 'columns',
      ...decided(columnTotals, j),
    })),
    ...(rowTotals || columnTotals
      ? []
      : [{ key: GRAND_TOTAL, n: sum(cells.map(sum)), from: 'columns', to: 'rows' }]),
  ];
}
