/** Reads a CSV (UTF-8 or Shift_JIS, with or without BOM) or an Excel file (.xlsx) into rows of text. */
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';

export type TableRow = {
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** Thrown when a file is no table at all; the message says what to do. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The old binary Excel format (.xls) begins with the OLE2 signature. */
const isOldExcel = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** UTF-8 where the bytes are valid UTF-8, else Shift_JIS as Windows writes it. */
export function decodeJapanese(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** Papa Parse gives no line numbers: a quoted cell may hold line breaks, so they are counted here. */
function csvRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  for (const cells of Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: guessDelimiter(text) })
    .data) {
    rows.push({ line, cells: cells.map((cell) => cell.trim()) });
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  return rows;
}

function guessDelimiter(text: string): string {
  const first = text.slice(0, 2000);
  return first.split('\t').length > first.split(',').length ? '\t' : ',';
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/**
 * The rows of the first sheet or of the CSV, empty ones left out.
 * @throws UnreadableTable for an empty file, an old .xls, or a damaged .xlsx.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRow[]> {
  if (bytes.length === 0) throw new UnreadableTable('The file is empty.');
  if (isOldExcel(bytes)) {
    throw new UnreadableTable(
      'This is an old Excel file (.xls). Open it in Excel, save it as .xlsx or CSV, and try again.',
    );
  }
  const rows = isZip(bytes) ? await sheetRows(bytes) : csvRows(decodeJapanese(bytes));
  return rows.filter((row) => row.cells.some((cell) => cell !== ''));
}

async function sheetRows(bytes: Uint8Array): Promise<TableRow[]> {
  try {
    const sheet = await readSheet(Buffer.from(bytes));
    return sheet.map((cells, i) => ({ line: i + 1, cells: cells.map(cellText) }));
  } catch (cause) {
    throw new UnreadableTable('This .xlsx file cannot be read. Save it once more from Excel, or as CSV.', {
      cause,
    });
  }
}
