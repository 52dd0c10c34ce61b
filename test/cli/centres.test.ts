import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSameHospital } from '../../src/cli/centres/hospital-name.ts';
import { readCentres, readPlaces } from '../../src/cli/centres/knowledge-files.ts';
import { mergeList } from '../../src/cli/centres/merge.ts';
import { readOfficialList } from '../../src/cli/centres/official-list.ts';
import { readTable, UnreadableTable } from '../../src/cli/centres/read-table.ts';
import { formatCentres } from '../../src/knowledge/centres.ts';
import { toShiftJis, xlsxOf } from './centres-support.ts';

const root = join(import.meta.dirname, '..', '..');
const data = readPlaces(root);
const ours = readCentres(join(root, 'knowledge', 'centres.csv'));
const from = { source: 'https://example.jp/list', date: '2026-10-01' };

/** A title, a note, then headings in an order of their own; rows 7 to 10 are off. */
const ROWS = [
  ['がん診療連携拠点病院等一覧', '', '', '', '', '', ''],
  ['（令和8年10月1日現在）', '', '', '', '', '', ''],
  ['指定区分', '都道府県', '病院名', '郵便番号', '所在地', '電話番号（相談支援センター）', '備考'],
  [
    '地域がん診療連携拠点病院（高度型）',
    '北海道',
    '市立函館病院',
    '041-8680',
    '函館市港町1-10-1',
    '0138（43）2000',
    '',
  ],
  ['都道府県がん診療連携拠点病院', '東京都', 'がん研究会　有明病院', '135-8550', '江東区有明3-8-31', '', ''],
  ['地域がん診療病院', '北海道', '架空町立病院', '061-0296', '石狩郡当別町錦町1', '0133-00-0000', ''],
  ['地域がん診療連携拠点病院', '', '県名のない病院', '', '', '', ''],
  ['特別な病院', '東京都', '区分の違う病院', '', '新宿区1', '', ''],
  ['地域がん診療病院', '東京都', '電話の違う病院', '', '新宿区1', '12-34', ''],
  ['地域がん診療病院', '東京都', '住所のない病院', '', '', '', ''],
];
const csv = ROWS.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join(
  '\r\n',
);

async function imported(bytes: Uint8Array) {
  const list = readOfficialList(await readTable(bytes), data);
  return { list, merge: mergeList(ours, list.hospitals, from, data) };
}

async function expectImported(bytes: Uint8Array) {
  const { list, merge } = await imported(bytes);
  expect(merge.nowShown.map((centre) => centre.name)).toEqual(['市立函館病院']);
  expect(
    merge.added.map(({ id, name, municipality, coordinate_level }) => [
      id,
      name,
      municipality,
      coordinate_level,
    ]),
  ).toEqual([['01-n1', '架空町立病院', '01303', 'municipality']]);
  const hakodate = merge.centres.find((centre) => centre.name === '市立函館病院');
  expect(hakodate).toMatchObject({
    kind: '地域がん診療連携拠点病院',
    phone: '0138-43-2000',
    phone_source: 'がん相談支援センター https://example.jp/list (2026-10-01)',
    status: 'shown',
    source: 'https://example.jp/list',
    source_date: '2026-10-01',
  });
  expect([...list.problems, ...merge.problems]).toEqual([
    { line: 7, message: 'the prefecture is missing; write it, e.g. 東京都' },
    {
      line: 8,
      message: 'the designation "特別な病院" is not known; write for example 地域がん診療連携拠点病院',
    },
    {
      line: 9,
      message: 'the phone number "12-34" is not readable; write it as 03-1234-5678, or leave it empty',
    },
    {
      line: 10,
      message:
        '住所のない病院: the address "" names no known municipality; begin it with the city or town, or give 緯度 and 経度 with 市区町村',
    },
  ]);
}

describe('an official list', () => {
  it('is read from CSV in UTF-8, and bad rows stop nothing else', async () => {
    await expectImported(new TextEncoder().encode(csv));
  });

  it('is read from CSV in UTF-8 with a byte order mark', async () => {
    await expectImported(new TextEncoder().encode(`\uFEFF${csv}`));
  });

  it('is read from CSV in Shift_JIS', async () => {
    await expectImported(toShiftJis(csv));
  });

  it('is read from Excel', async () => {
    await expectImported(xlsxOf(ROWS));
  });

  it('keeps the zero that Excel drops from a postal code, and takes coordinates as they stand', async () => {
    const { merge } = await imported(
      xlsxOf([
        ['施設名', '都道府県', '郵便番号', '住所', '緯度', '経度'],
        ['市立札幌病院', '北海道', 608604, '札幌市中央区北11条西13丁目', 43.0701, 141.3331],
      ]),
    );
    const sapporo = merge.centres.find((centre) => centre.name === '市立札幌病院');
    expect(sapporo).toMatchObject({ postal: '060-8604', latitude: 43.0701, coordinate_level: 'hospital' });
  });

  it('knows a hospital by its name with whoever runs it before it, in other widths and with 付属', async () => {
    const text = [
      '病院名,都道府県,所在地',
      '独立行政法人　国立病院機構　大阪医療センター,大阪府,大阪市中央区法円坂2-1-14',
      '国立大学法人東京大学医学部付属病院,東京都,文京区本郷7-3-1',
      'ＪＡ北海道厚生連　旭川厚生病院,北海道,旭川市1条通24丁目',
    ].join('\n');
    const { merge } = await imported(new TextEncoder().encode(text));
    expect(merge.added).toEqual([]);
    expect(merge.problems).toEqual([]);
  });

  it('reports who is no longer listed, in the prefectures of the list alone, and hides them only when told', async () => {
    const text = '病院名,都道府県,所在地\n那覇市立病院,沖縄県,那覇市古島2-31-1\n';
    const { hospitals } = readOfficialList(await readTable(new TextEncoder().encode(text)), data);
    const merge = mergeList(ours, hospitals, from, data);
    expect(merge.noLongerListed.map((centre) => centre.name)).toContain('琉球大学病院');
    expect(new Set(merge.noLongerListed.map((centre) => centre.prefecture))).toEqual(new Set(['沖縄県']));
    const status = (rows: typeof ours) => rows.find((centre) => centre.name === '琉球大学病院')?.status;
    expect(status(merge.centres)).toBe('shown');
    expect(status(mergeList(ours, hospitals, from, data, true).centres)).toBe('hidden');
  });

  it('names both lines of a hospital that stands twice', async () => {
    const text =
      '病院名,都道府県,所在地\n那覇市立病院,沖縄県,那覇市古島\n"那覇市立\n病院",沖縄県,那覇市古島\nx,沖縄,那覇市\n';
    const { problems } = readOfficialList(await readTable(new TextEncoder().encode(text)), data);
    expect(problems).toEqual([{ line: 3, message: '那覇市立 病院 stands already in line 2; take one out' }]);
  });

  it('says what is missing when there is no heading row', async () => {
    const { problems } = readOfficialList(await readTable(new TextEncoder().encode('a,b\n1,2\n')), data);
    expect(problems[0]?.message).toMatch(/^no heading row was found; it needs 施設名/);
  });

  it.each([
    ['an empty file', new Uint8Array(), /is empty/],
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /save it as \.xlsx or CSV/],
    ['a damaged .xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /cannot be read/],
  ])('refuses %s with what to do', async (_, bytes, message) => {
    await expect(readTable(bytes)).rejects.toThrow(UnreadableTable);
    await expect(readTable(bytes)).rejects.toThrow(message);
  });
});

describe('isSameHospital', () => {
  it('does not take 市立東大阪医療センター for 大阪医療センター', () => {
    expect(isSameHospital('地方独立行政法人 市立東大阪医療センター', '大阪医療センター')).toBe(false);
    expect(isSameHospital('神戸市立西神戸医療センター', '神戸医療センター')).toBe(false);
    expect(isSameHospital('独立行政法人国立病院機構 大阪医療センター', '大阪医療センター')).toBe(true);
    expect(isSameHospital('山形市立病院済生館', '済生館', true)).toBe(true);
  });
});

describe('npm run -s centres -- import', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hikkei-centres-'));
    writeFileSync(join(folder, 'list.csv'), toShiftJis(csv));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src', 'cli', 'centres.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  const freshCopy = () => {
    const file = join(folder, 'centres.csv');
    writeFileSync(file, formatCentres(ours));
    return file;
  };

  it('reports and writes nothing by default; bad rows are named as file:line and the exit code is 1', () => {
    const file = freshCopy();
    const { stdout, status } = run('import', join(folder, 'list.csv'), '--centres', file);
    expect(stdout).toContain('3 hospitals read'.replace('3', '4'));
    expect(stdout).toContain(`${join(folder, 'list.csv')}:8: the designation "特別な病院" is not known`);
    expect(stdout).toContain('Nothing was written');
    expect(readFileSync(file, 'utf8')).toBe(formatCentres(ours));
    expect(status).toBe(1);
  });

  it('writes with --write, leaves no unfinished file, and has nothing to change the second time', () => {
    const file = freshCopy();
    const write = ['--centres', file, '--write', '--source', from.source, '--date', from.date];
    expect(run('import', join(folder, 'list.csv'), ...write).stdout).toContain(`Written: ${file}`);
    expect(readCentres(file).find((centre) => centre.name === '市立函館病院')?.status).toBe('shown');
    expect(readdirSync(folder).sort()).toEqual(['centres.csv', 'list.csv']);
    const again = run(
      'import',
      join(folder, 'list.csv'),
      '--centres',
      file,
      '--source',
      from.source,
      '--date',
      from.date,
    );
    expect(again.stdout).not.toMatch(/Added|Changed|Now shown/);
  });

  it('asks for source and day before it writes', () => {
    const { stderr, status } = run('import', join(folder, 'list.csv'), '--write');
    expect(stderr).toContain('--write needs --source and --date');
    expect(status).toBe(1);
  });

  it('explains itself with --help', () => {
    const { stdout, status } = run('--help');
    expect(stdout).toContain('npm run -s centres -- import FILE');
    expect(status).toBe(0);
  });
});
