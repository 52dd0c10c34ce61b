/** A table of a report as rows of a CSV: what is hidden on the page is hidden here. */
import type { Cell } from '../kit/csv.ts';
import { type Column, type Count, countText, type ReportCell, type ReportTable, shareText } from './table.ts';

/** The head and the rows; a count with a share becomes two columns, so that a spreadsheet can reckon with both. */
export function csvRows(table: ReportTable): { readonly head: string[]; readonly rows: Cell[][] } {
  let named = '';
  const rows = table.rows.map(({ cells }) =>
    table.columns.flatMap((column, j): Cell[] => {
      const cell = cells[j];
      if (j === 0 && cell?.kind === 'text') {
        named = cell.text || named;
        return [named];
      }
      return cellsOf(column, cell, table.decimalBelow);
    }),
  );
  return { head: table.columns.flatMap(headsOf), rows };
}

function headsOf({ name, kind, share, labelled }: Column): string[] {
  if (kind === 'text' || !share) return [name];
  if (!labelled) return ['n', '%'];
  return [`${name}（答え）`, `${name}（n）`, `${name}（%）`];
}

function cellsOf({ kind, share, labelled }: Column, cell: ReportCell | undefined, decimalBelow = 0): Cell[] {
  if (kind === 'text') return [cell?.kind === 'text' ? cell.text : ''];
  const count = cell?.kind === 'count' ? cell : null;
  return [
    ...(labelled ? [count?.label ?? ''] : []),
    count ? numberOf(count) : null,
    ...(share ? [count ? percentOf(count, decimalBelow) : null] : []),
  ];
}

function numberOf(count: Count): Cell {
  return count.mark === null ? count.n : countText(count);
}

function percentOf(count: Count, decimalBelow: number): Cell {
  const share = shareText(count, decimalBelow);
  return share === null ? null : Number(share);
}
