/** From the rows of an official list to hospitals, each checked; a bad row names its line and the mend. */
import { type Designation, PHONE } from '../../knowledge/centres.ts';
import type { PlaceData } from '../../knowledge/places.ts';
import { type Field, findHeadings } from './headings.ts';
import { plainName } from './hospital-name.ts';
import { municipalityAt } from './municipality-at.ts';
import type { TableRow } from './read-table.ts';

export type ListedHospital = {
  readonly line: number;
  readonly prefecture: string;
  readonly name: string;
  /** Null where the list does not say. */
  readonly kind: Designation | null;
  readonly postal: string;
  readonly address: string;
  readonly municipality: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly phone: string;
  /** Whose number it is, as the heading says: that of the centre, or the hospital's. */
  readonly phoneOf: 'がん相談支援センター' | '病院';
};

export type RowProblem = { readonly line: number; readonly message: string };

const KINDS: readonly (readonly [RegExp, Designation])[] = [
  [/国立がん研究センター/, '国立がん研究センター'],
  [/特定領域/, '特定領域がん診療連携拠点病院'],
  [/小児/, '小児がん拠点病院'],
  [/地域がん診療病院|^診療病院/, '地域がん診療病院'],
  [/都道府県|^[都道府県]拠点|県がん診療連携拠点/, '都道府県がん診療連携拠点病院'],
  [/地域(?:がん|拠点)|高度型|特例型|一般型/, '地域がん診療連携拠点病院'],
  [/がん診療連携拠点病院|拠点病院/, 'がん診療連携拠点病院等'],
];

class BadRow extends Error {}

function designation(text: string): Designation | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (plain === '') return null;
  const kind = KINDS.find(([pattern]) => pattern.test(plain))?.[1];
  if (kind === undefined) {
    throw new BadRow(`the designation "${text}" is not known; write for example 地域がん診療連携拠点病院`);
  }
  return kind;
}

/** 「03(1234)5678 内線12」 is 03-1234-5678; '' where there is none. */
function phoneNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−ーｰ]/g, '-');
  const number =
    /\(?0\d{1,4}[-)(]\d{1,4}[-)(]\d{3,4}/.exec(plain)?.[0].replace(/^\(/, '').replace(/[()]/g, '-') ?? '';
  if (PHONE.test(number)) return number;
  if (/^[^\d]*$/.test(plain)) return '';
  throw new BadRow(`the phone number "${text}" is not readable; write it as 03-1234-5678, or leave it empty`);
}

function postalCode(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  if (digits === '') return '';
  // Excel drops the zero of 〒060-0000
  const seven = digits.padStart(7, '0');
  if (digits.length < 6 || digits.length > 7) {
    throw new BadRow(
      `the postal code "${text}" has not seven digits; write it as 104-0045, or leave it empty`,
    );
  }
  return `${seven.slice(0, 3)}-${seven.slice(3)}`;
}

function pointOf(latitude: string, longitude: string): ListedHospital['point'] {
  if (latitude === '' && longitude === '') return null;
  const point = {
    latitude: Number(latitude.normalize('NFKC')),
    longitude: Number(longitude.normalize('NFKC')),
  };
  const inJapan =
    point.latitude >= 20 && point.latitude <= 46 && point.longitude >= 122 && point.longitude <= 154;
  if (inJapan) return point;
  throw new BadRow(
    `緯度 "${latitude}" and 経度 "${longitude}" do not lie in Japan; write degrees as 35.6652 and 139.7676`,
  );
}

function readHospital(row: TableRow, cell: (field: Field) => string, data: PlaceData): ListedHospital {
  const name = cell('name').replace(/\s+/g, ' ');
  const address = cell('address').replace(/\s+/g, '');
  const named = cell('prefecture').normalize('NFKC').replace(/\s+/g, '');
  const prefecture = data.prefectures.find(
    (p) =>
      p.name === named ||
      (named !== '' && p.name.slice(0, -1) === named) ||
      (named === '' && address.startsWith(p.name)),
  );
  if (name === '') throw new BadRow('the name of the hospital is missing; write it');
  if (prefecture === undefined) {
    throw new BadRow(
      named === ''
        ? 'the prefecture is missing; write it, e.g. 東京都'
        : `"${named}" is no prefecture; write it in full, e.g. 東京都`,
    );
  }
  const point = pointOf(cell('latitude'), cell('longitude'));
  const postal = postalCode(cell('postal'));
  const bare = address.startsWith(prefecture.name) ? address.slice(prefecture.name.length) : address;
  const municipality =
    municipalityAt(prefecture.code, cell('municipality') + bare, postal, data) ??
    municipalityAt(prefecture.code, bare, postal, data);
  const consult = phoneNumber(cell('consultPhone'));
  return {
    line: row.line,
    prefecture: prefecture.name,
    name,
    kind: designation(cell('kind')),
    postal,
    address: bare,
    municipality: municipality ?? '',
    point,
    phone: consult || phoneNumber(cell('phone')),
    phoneOf: consult === '' ? '病院' : 'がん相談支援センター',
  };
}

/**
 * The hospitals of a list with Japanese headings in any order, and what is wrong with the other rows.
 * A list without a heading row is one problem in its first line.
 */
export function readOfficialList(
  rows: readonly TableRow[],
  data: PlaceData,
): { readonly hospitals: readonly ListedHospital[]; readonly problems: readonly RowProblem[] } {
  const found = findHeadings(rows);
  if (found === null) {
    const message = 'no heading row was found; it needs 施設名 (or 病院名) and 都道府県 (or 住所)';
    return { hospitals: [], problems: [{ line: rows[0]?.line ?? 1, message }] };
  }
  const hospitals: ListedHospital[] = [];
  const problems: RowProblem[] = [];
  const lines = new Map<string, number>();
  for (const row of found.body) {
    const cell = (field: Field) => row.cells[found.columns.get(field) ?? -1] ?? '';
    try {
      const hospital = readHospital(row, cell, data);
      const key = hospital.prefecture + plainName(hospital.name);
      const earlier = lines.get(key);
      if (earlier !== undefined)
        throw new BadRow(`${hospital.name} stands already in line ${earlier}; take one out`);
      lines.set(key, row.line);
      hospitals.push(hospital);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      problems.push({ line: row.line, message: error.message });
    }
  }
  return { hospitals, problems };
}
