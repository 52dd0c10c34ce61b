/** What a chart draws, taken from the same cells as its table: a count that is hidden there has no height here. */
import { type Count, type ReportTable, type Row, shareText } from '../table.ts';

export type Point = { readonly label: string; readonly value: Count };
export type Series = { readonly name: string; readonly points: readonly Point[] };

/** Each column of counts as a series over the table's rows, the sum left out. */
export function seriesOf({ columns, rows }: ReportTable): Series[] {
  return columns.flatMap((column, j) =>
    column.kind === 'count'
      ? [{ name: column.name, points: rows.flatMap((row) => (row.sum ? [] : pointOf(row, j))) }]
      : [],
  );
}

function pointOf(row: Row, j: number): Point[] {
  const cell = row.cells[j];
  return cell?.kind === 'count' ? [{ label: nameOf(row), value: cell }] : [];
}

function nameOf({ cells: [first] }: Row): string {
  return first?.kind === 'text' ? first.text : '';
}

export type Bar = { readonly label: string; readonly value: Count };
export type BarGroup = { readonly name: string; readonly bars: readonly Bar[] };

/** The last column of counts as bars, in one group. */
export function rankingBars({ rows, columns }: ReportTable): BarGroup[] {
  const at = columns.findLastIndex(({ kind }) => kind === 'count');
  const bars = rows.flatMap((row) => (row.sum ? [] : pointOf(row, at)));
  return [{ name: '', bars }];
}

/** Rows that follow a named one belong to it; the named row itself is their whole and has no bar. */
export function questionBars({ rows }: ReportTable): BarGroup[] {
  const groups: { name: string; bars: Bar[] }[] = [];
  for (const row of rows) {
    const [, second, third] = row.cells;
    if (nameOf(row) !== '') groups.push({ name: nameOf(row), bars: [] });
    else if (second?.kind === 'text' && third?.kind === 'count')
      groups.at(-1)?.bars.push({ label: second.text, value: third });
  }
  return groups;
}

/** A row with a column for each answer: one group a row. */
export function rowBars({ rows }: ReportTable): BarGroup[] {
  return rows.map((row) => ({
    name: nameOf(row),
    bars: row.cells.flatMap((cell) =>
      cell.kind === 'count' && cell.label ? [{ label: cell.label, value: cell }] : [],
    ),
  }));
}

/** 「53（83%）」 */
export function barText(value: Count, words: string, decimalBelow = 0): string {
  const share = shareText(value, decimalBelow);
  return share === null ? words : `${words}（${share}%）`;
}
