/** Postal codes: found in a text, and looked up in the runs of knowledge/places/postal.txt. */

/** A line of runs for each 3-digit prefix, left as text until it is asked for. */
export type PostalTable = ReadonlyMap<string, string>;

/** Splits postal.txt by its prefixes; the runs are read at each look-up. */
export function postalTable(text: string): PostalTable {
  return new Map(text.split('\n').map((line) => [line.slice(0, 3), line.slice(4)]));
}

/** With 〒 or a hyphen anywhere, seven bare digits only alone: a longer number is a phone or a card. */
const MARKED = /(?:〒|郵便番号(?:は|が|:)?)\s*(\d{3})[-‐-―−ーｰ]?\s?(\d{4})(?![\d-])/;
const HYPHENED = /(?<![\d-])(\d{3})[-‐-―−ーｰ]\s?(\d{4})(?![\d-])/;
const BARE = /^(\d{3})(\d{4})(?:です)?$/;

/** The seven digits of the first postal code in a normalised text, or null. */
export function findPostalCode(normalised: string): string | null {
  const match = MARKED.exec(normalised) ?? HYPHENED.exec(normalised) ?? BARE.exec(normalised);
  return match === null ? null : `${match[1] ?? ''}${match[2] ?? ''}`;
}

/**
 * The codes of the municipalities that `postalCode` (seven digits) serves; none when its prefix is unknown.
 * Numbers from 8000 on are often given to single large addressees that the table does not list, so a run that began
 * below does not reach them; there, and before the first run, every municipality of the prefix is possible.
 */
export function municipalitiesOf(table: PostalTable, postalCode: string): readonly string[] {
  const line = table.get(postalCode.slice(0, 3));
  if (line === undefined) return [];
  const wanted = postalCode.slice(3);
  const runs = line.split(' ').map((run) => ({ from: run.slice(0, 4), codes: run.slice(5).split('+') }));
  const run = runs.findLast((r) => r.from <= wanted);
  if (run === undefined || (wanted >= '8000' && run.from < '8000'))
    return [...new Set(runs.flatMap((r) => r.codes))];
  return run.codes;
}
