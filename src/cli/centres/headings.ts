/** The headings under which official lists give what centres.csv needs, in any order. */
import type { TableRow } from './read-table.ts';

/** The first that a heading contains decides, so the narrower stand first. */
const HEADINGS = [
  ['consultPhone', /相談.*(?:電話|TEL|番号|連絡先)|(?:電話|TEL|連絡先).*相談/i],
  ['postal', /郵便番号|^〒$/],
  ['prefecture', /^都道府県(?:名)?$|^県名$/],
  ['municipality', /^市区?町村(?:名)?$/],
  ['kind', /指定.*(?:区分|類型|種別|種類)|^(?:類型|種別|区分|種類)$/],
  ['name', /^(?:施設|病院|医療機関)(?:の)?(?:名称?)?$|^名称$/],
  ['address', /^(?:住所|所在地)/],
  ['phone', /電話|^TEL/i],
  ['latitude', /緯度|^lat/i],
  ['longitude', /経度|^(?:lng|lon)/i],
] as const;

export type Field = (typeof HEADINGS)[number][0];
export type Columns = ReadonlyMap<Field, number>;

/** Lists have a title and notes above the headings. */
const ROWS_TO_LOOK_AT = 15;

function columnsOf(cells: readonly string[]): Columns {
  const columns = new Map<Field, number>();
  cells.forEach((cell, i) => {
    const heading = cell.normalize('NFKC').replace(/\s+/g, '');
    const field = HEADINGS.find(([name, pattern]) => !columns.has(name) && pattern.test(heading))?.[0];
    if (field !== undefined) columns.set(field, i);
  });
  return columns;
}

/** The heading row (it names at least the hospital and its prefecture or address) and the rows below it; or null. */
export function findHeadings(
  rows: readonly TableRow[],
): { readonly columns: Columns; readonly body: readonly TableRow[] } | null {
  for (const [i, row] of rows.slice(0, ROWS_TO_LOOK_AT).entries()) {
    const columns = columnsOf(row.cells);
    if (columns.has('name') && (columns.has('prefecture') || columns.has('address'))) {
      return { columns, body: rows.slice(i + 1) };
    }
  }
  return null;
}
