/** `npm run -s centres -- import FILE`: takes over an official list of designated hospitals. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCentres, readPlaces, writeCentres } from './centres/knowledge-files.ts';
import { mergeList } from './centres/merge.ts';
import { readOfficialList } from './centres/official-list.ts';
import { readTable, UnreadableTable } from './centres/read-table.ts';
import { importReport } from './centres/report.ts';
import { runCommand, UsageError } from './command.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const HELP = `
npm run -s centres -- import FILE [--write] [--source TEXT] [--date 2026-11-23] [--hide-missing]
  Reads an official list of designated hospitals (CSV in UTF-8 or Shift_JIS, or Excel .xlsx)
  with Japanese headings in any order: 施設名/病院名, 都道府県, 指定区分/種別, 住所/所在地,
  郵便番号, 電話番号(相談支援センター), 緯度, 経度. Reports what it would change in
  knowledge/centres.csv: added, changed, now shown, no longer listed. Writes nothing
  without --write. A row that is not usable is named with its line and how to mend it;
  the others are taken, and the command ends with 1.

  --write          writes knowledge/centres.csv (at once or not at all)
  --source TEXT    where the list comes from, a URL if it has one; needed to write
  --date DAY       the day the list is of; needed to write
  --hide-missing   hides the rows of the list's prefectures that it no longer names
  --centres PATH   another centres.csv
`;

const OPTIONS = {
  write: { type: 'boolean' },
  source: { type: 'string' },
  date: { type: 'string' },
  'hide-missing': { type: 'boolean' },
  centres: { type: 'string' },
} as const;

await runCommand(HELP, OPTIONS, async (values, [verb, file, ...more]) => {
  if (verb !== 'import' || file === undefined || more.length > 0) throw new UsageError('Write: import FILE');
  const { source = basename(file), date = 'undated' } = values;
  if (values.date !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) {
    throw new UsageError(`--date "${date}" is not a day; write it as 2026-11-23.`);
  }
  if (values.write && (values.source === undefined || values.date === undefined)) {
    throw new UsageError(
      '--write needs --source and --date: patients see where a row comes from, and of when it is.',
    );
  }
  const centresFile = values.centres ?? join(ROOT, 'knowledge', 'centres.csv');
  const data = readPlaces(ROOT);
  const { hospitals, problems } = readOfficialList(await tableOf(file), data);
  const merge = mergeList(
    readCentres(centresFile),
    hospitals,
    { source, date },
    data,
    values['hide-missing'],
  );
  console.log(importReport(file, hospitals.length, merge, problems));
  if (values.write) {
    writeCentres(centresFile, merge.centres);
    console.log(`\nWritten: ${centresFile}`);
  } else {
    console.log('\nNothing was written; add --write to take this over.');
  }
  if (problems.length + merge.problems.length > 0) process.exitCode = 1;
});

async function tableOf(file: string) {
  try {
    return await readTable(readFileSync(file));
  } catch (error) {
    if (error instanceof UnreadableTable) throw new UsageError(`${file}: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(`${file}: there is no such file.`);
    throw error;
  }
}
