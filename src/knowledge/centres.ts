/** knowledge/centres.csv: hospitals with an がん相談支援センター, one row each, shown only with a source. */
import Papa from 'papaparse';
import { z } from 'zod';
import type { Problem } from './problem.ts';

/** Designations in the order of rank; the last stands where the source names no type. */
export const DESIGNATIONS = [
  '国立がん研究センター',
  '都道府県がん診療連携拠点病院',
  '地域がん診療連携拠点病院',
  '特定領域がん診療連携拠点病院',
  '地域がん診療病院',
  '小児がん拠点病院',
  'がん診療連携拠点病院等',
] as const;
export type Designation = (typeof DESIGNATIONS)[number];

/** How exact the coordinates are: the hospital itself, its town block, or only its municipality's office. */
export const COORDINATE_LEVELS = ['hospital', 'town', 'municipality'] as const;

export const CENTRE_STATUSES = ['shown', 'hidden'] as const;

export const CENTRE_COLUMNS = [
  'id',
  'prefecture',
  'name',
  'kind',
  'postal',
  'address',
  'municipality',
  'latitude',
  'longitude',
  'coordinate_level',
  'phone',
  'phone_source',
  'status',
  'why',
  'source',
  'source_date',
] as const;

const degrees = (min: number, max: number, what: string) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, `write the ${what} in degrees, e.g. 35.68`)
    .transform(Number)
    .pipe(z.number().min(min, `${what} lies outside Japan`).max(max, `${what} lies outside Japan`));

const emptyOr = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]);

export const PHONE = /^0\d{1,4}-\d{1,4}-\d{3,4}$/;

/** One row of knowledge/centres.csv. */
export const centreRow = z
  .strictObject({
    id: z
      .string()
      .regex(/^\d{2}-[a-z0-9]+$/, 'write an id as 13-8010024 (prefecture, then a number of its own)'),
    prefecture: z.string().regex(/[都道府県]$/, 'write the prefecture in full, e.g. 東京都'),
    name: z.string().min(2, 'name the hospital'),
    kind: z.enum(DESIGNATIONS, `write one of ${DESIGNATIONS.join('、')}`),
    postal: emptyOr(z.string().regex(/^\d{3}-\d{4}$/, 'write the postal code as 104-0045')),
    address: z.string(),
    municipality: z.string().regex(/^\d{5}$/, 'write the municipality as its 5-digit code'),
    latitude: degrees(20, 46, 'latitude'),
    longitude: degrees(122, 154, 'longitude'),
    coordinate_level: z.enum(COORDINATE_LEVELS, `write one of ${COORDINATE_LEVELS.join(', ')}`),
    phone: emptyOr(z.string().regex(PHONE, 'write the phone number as 03-1234-5678')),
    phone_source: z.string(),
    status: z.enum(CENTRE_STATUSES, 'write shown or hidden'),
    why: z.string(),
    source: z.string(),
    source_date: z.string(),
  })
  .refine((row) => row.status === 'hidden' || row.source !== '', {
    path: ['source'],
    message: 'a shown row needs a source; name one or write hidden',
  })
  .refine((row) => row.status === 'hidden' || row.source_date !== '', {
    path: ['source_date'],
    message: 'a shown row needs the date of its source, or "undated"',
  })
  .refine((row) => row.phone === '' || row.phone_source !== '', {
    path: ['phone_source'],
    message: 'a phone number needs its source',
  });

export type Centre = z.infer<typeof centreRow>;

/** Reads centres.csv; each row that does not fit becomes a problem with its line, and the others are kept. */
export function parseCentres(
  text: string,
  file = 'knowledge/centres.csv',
): { readonly centres: readonly Centre[]; readonly problems: readonly Problem[] } {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''));
  const [header = [], ...rows] = parsed.data;
  const problems: Problem[] = [];
  const missing = CENTRE_COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return {
      centres: [],
      problems: [{ file, line: 1, message: `the columns ${missing.join(', ')} are missing` }],
    };
  }
  const centres: Centre[] = [];
  const lineOf = new Map<string, number>();
  rows.forEach((cells, i) => {
    const line = i + 2;
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = centreRow.safeParse(
      Object.fromEntries(header.map((name, c) => [name, (cells[c] ?? '').trim()])),
    );
    if (!row.success) {
      for (const issue of row.error.issues) {
        problems.push({ file, line, message: `${issue.path.join('.')}: ${issue.message}` });
      }
      return;
    }
    const earlier = lineOf.get(row.data.id);
    if (earlier !== undefined) {
      problems.push({ file, line, message: `id: "${row.data.id}" stands already in line ${earlier}` });
      return;
    }
    lineOf.set(row.data.id, line);
    centres.push(row.data);
  });
  return { centres, problems };
}

/** The rows as the text of centres.csv, in the order given; what `parseCentres` reads back unchanged. */
export function formatCentres(centres: readonly Centre[]): string {
  const rows = centres.map((centre) => CENTRE_COLUMNS.map((column) => String(centre[column])));
  return `${Papa.unparse([[...CENTRE_COLUMNS], ...rows], { newline: '\n' })}\n`;
}
