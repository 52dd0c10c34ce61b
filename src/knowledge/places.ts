/** knowledge/places/: municipalities, postal codes, former names and landmarks, as data that both runtimes load. */
import { z } from 'zod';

const municipalityCode = z
  .string()
  .regex(/^\d{5}$/, 'write the municipality as its 5-digit code, e.g. 13112');
const reading = z.string().regex(/^[ぁ-ゖー ]+$/, 'write the reading in hiragana');
const codes = z
  .string()
  .transform((text) => text.split('+'))
  .pipe(z.array(municipalityCode).min(1));

const prefecture = z.strictObject({
  code: z.string().regex(/^\d{2}$/, 'write the prefecture as its 2-digit code'),
  name: z.string().regex(/[都道府県]$/),
  kana: reading,
  capital: municipalityCode,
});

const municipality = z.strictObject({
  code: municipalityCode,
  /** A ward of a designated city has a space in its name: 「札幌市 中央区」. */
  name: z.string().regex(/[市区町村]$/),
  kana: reading,
  latitude: z.coerce.number().min(20).max(46),
  longitude: z.coerce.number().min(122).max(154),
});

const formerName = z.strictObject({
  name: z.string().min(2),
  kana: reading,
  /** Where it lies now; more than one when several places bore the name. */
  municipality: codes,
  /** The designated city whose ward it was; empty when it was none. */
  city: z.union([z.literal(''), municipalityCode]),
});

const landmark = z.strictObject({ name: z.string().min(1), kana: reading, municipality: codes });

export type Prefecture = z.infer<typeof prefecture>;
export type Municipality = z.infer<typeof municipality>;
export type FormerName = z.infer<typeof formerName>;
export type Landmark = z.infer<typeof landmark>;

/** JSON through and through, so that it can lie in the compiled artifact as it is. */
export type PlaceData = {
  readonly prefectures: readonly Prefecture[];
  readonly municipalities: readonly Municipality[];
  readonly formerNames: readonly FormerName[];
  readonly landmarks: readonly Landmark[];
  /** A line for each 3-digit prefix: `060 0000:01101 0800:01103+01104`; each run holds until the next. */
  readonly postal: string;
};

/** The files of knowledge/places, by the field that each fills. */
export const PLACE_FILES = {
  prefectures: 'prefectures.tsv',
  municipalities: 'municipalities.tsv',
  formerNames: 'former.tsv',
  landmarks: 'landmarks.tsv',
  postal: 'postal.txt',
} as const satisfies Record<keyof PlaceData, string>;

export type PlaceTexts = Readonly<Record<keyof PlaceData, string>>;

/** Thrown when a file of knowledge/places cannot be used; the message names file, line and mend. */
export class PlaceFileError extends Error {
  override readonly name = 'PlaceFileError';
}

function readTable<Row extends z.ZodType>(file: string, text: string, row: Row): z.output<Row>[] {
  const lines = text.replaceAll('\r', '').trimEnd().split('\n');
  const names = (lines[0] ?? '').split('\t');
  return lines.slice(1).map((line, i) => {
    const cells = line.split('\t');
    const parsed = row.safeParse(
      Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])),
    );
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    throw new PlaceFileError(
      `knowledge/places/${file}:${i + 2}: ${where}: ${issue?.message ?? 'not readable'}`,
    );
  });
}

const POSTAL_LINE = /^\d{3}( \d{4}:\d{5}(\+\d{5})*)+$/;

/** Reads and checks the texts of knowledge/places. Throws PlaceFileError at the first line that does not fit. */
export function parsePlaces(texts: PlaceTexts): PlaceData {
  const data: PlaceData = {
    prefectures: readTable(PLACE_FILES.prefectures, texts.prefectures, prefecture),
    municipalities: readTable(PLACE_FILES.municipalities, texts.municipalities, municipality),
    formerNames: readTable(PLACE_FILES.formerNames, texts.formerNames, formerName),
    landmarks: readTable(PLACE_FILES.landmarks, texts.landmarks, landmark),
    postal: texts.postal.replaceAll('\r', '').trimEnd(),
  };
  const known = new Set(data.municipalities.map((m) => m.code));
  const check = (file: string, line: number, named: readonly string[]) => {
    const missing = named.find((code) => !known.has(code));
    if (missing !== undefined) {
      throw new PlaceFileError(`knowledge/places/${file}:${line}: no municipality has the code ${missing}`);
    }
  };
  data.prefectures.forEach((p, i) => {
    check(PLACE_FILES.prefectures, i + 2, [p.capital]);
  });
  data.formerNames.forEach((f, i) => {
    check(PLACE_FILES.formerNames, i + 2, f.city === '' ? f.municipality : [...f.municipality, f.city]);
  });
  data.landmarks.forEach((l, i) => {
    check(PLACE_FILES.landmarks, i + 2, l.municipality);
  });
  data.postal.split('\n').forEach((line, i) => {
    if (!POSTAL_LINE.test(line)) {
      throw new PlaceFileError(
        `knowledge/places/${PLACE_FILES.postal}:${i + 1}: write "060 0000:01101 0800:01103"`,
      );
    }
    check(PLACE_FILES.postal, i + 1, line.match(/\d{5}/g) ?? []);
  });
  return data;
}
