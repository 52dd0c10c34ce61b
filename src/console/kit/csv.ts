/** Tables as CSV files that Excel opens as they are meant: UTF-8 with its mark, and no cell that is a formula. */
import Papa from 'papaparse';

export type Cell = string | number | null;

/**
 * What a spreadsheet would take for a formula, after spaces and in full width too. The library's own pattern
 * overlooks a formula with a line break in it.
 */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Without it Excel reads UTF-8 as Shift_JIS. */
const BYTE_ORDER_MARK = '\ufeff';

/** The rows as text, `head` first; numbers stay numbers, null is an empty cell. */
export function csvText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const table = [[...head], ...rows.map((row) => row.map((cell) => cell ?? ''))];
  return BYTE_ORDER_MARK + Papa.unparse(table, { escapeFormulae: FORMULA, newline: '\r\n' });
}

/** A download of the rows. `name` without its ending; letters of any script. */
export function csvResponse(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Response {
  const file = `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}.csv`;
  return new Response(csvText(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="hikkei.csv"; filename*=UTF-8''${encodeName(file)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** RFC 5987: encodeURIComponent leaves four characters that the header's grammar does not take. */
function encodeName(file: string): string {
  return encodeURIComponent(file).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
