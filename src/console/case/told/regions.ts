/** Places that a sentence names outright: a municipality or prefecture with its suffix, or where somebody lives. */
import type { PlaceData } from '../../../knowledge/places.ts';

/** The longest name: 「かすみがうら市」 has seven letters, a city and its ward some more. */
const LONGEST = 10;
const SUFFIX = /[市区町村]/g;
/** What follows a bare 「福岡」 when it is a place and nobody's name. */
const LIVES =
  '(?:県民|都民|府民|道民|在住|に(?:住|い(?:ます|る)|引っ越)|で(?:一人|ひとり)?(?:暮ら|治療|入院|通院)|の(?:病院|自宅|実家|家))';

export type RegionFinder = (sentence: string) => string[];

/** A finder over `data`; making it takes some milliseconds. A name that several places bear is given as it stands, no place is chosen. */
export function regionFinder(data: PlaceData): RegionFinder {
  const prefectureNames = new Map(data.prefectures.map((p) => [p.code, p.name]));
  const bearers = new Map<string, Set<string>>();
  for (const { code, name } of data.municipalities) {
    const prefecture = prefectureNames.get(code.slice(0, 2)) ?? '';
    const words = name.split(' ');
    for (const written of new Set([words.join(''), words.at(-1) ?? name, words[0] ?? name])) {
      const known = bearers.get(written) ?? new Set();
      bearers.set(written, known.add(prefecture));
    }
  }
  const names = [...prefectureNames.values()];
  const byBare = new Map(names.map((name) => [bareName(name), name]));
  // 「札幌に住んでいます」: a city is left without its 市 only where that cannot be its prefecture.
  for (const [city, holders] of bearers) {
    const [holder, second] = holders;
    const bare = city.slice(0, -1);
    if (!city.endsWith('市') || bare.length < 2 || byBare.has(bare)) continue;
    byBare.set(bare, holder !== undefined && second === undefined ? `${holder}${city}` : city);
  }
  // 「東京都」 holds 「京都」: no kanji may stand before a bare name.
  const prefecture = new RegExp(
    `${names.join('|')}|(?<!\\p{Script=Han})(?:${longestFirst(byBare.keys()).join('|')})(?=${LIVES})`,
    'gu',
  );
  return (sentence) => {
    const municipalities = municipalitiesIn(sentence, bearers);
    const alone = [...sentence.matchAll(prefecture)]
      .map(([named]) => byBare.get(named) ?? named)
      .filter((name) => !municipalities.some((label) => label.startsWith(name)));
    return [...new Set([...municipalities, ...alone])];
  };
}

function municipalitiesIn(sentence: string, bearers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  let taken = 0;
  for (const { index } of sentence.matchAll(SUFFIX)) {
    const end = index + 1;
    for (let start = Math.max(taken, end - LONGEST); start < end - 1; start++) {
      const name = sentence.slice(start, end);
      const prefectures = bearers.get(name);
      if (prefectures === undefined) continue;
      // 「札幌市」 before 「中央区」 was only the beginning of the name.
      const longer = longerName(sentence, start, end, bearers);
      if (longer !== null) break;
      found.push(labelOf(sentence.slice(0, start), name, prefectures));
      taken = end;
      break;
    }
  }
  return found;
}

function longerName(
  sentence: string,
  start: number,
  end: number,
  bearers: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  for (let longer = Math.min(sentence.length, start + LONGEST); longer > end; longer--) {
    const name = sentence.slice(start, longer);
    if (bearers.has(name)) return name;
  }
  return null;
}

/** With its prefecture where that was written before it, or where there is but one place of that name. */
function labelOf(before: string, name: string, prefectures: ReadonlySet<string>): string {
  const written = [...prefectures].find((prefecture) => before.endsWith(prefecture));
  if (written !== undefined) return `${written}${name}`;
  const [only, second] = prefectures;
  return only !== undefined && second === undefined ? `${only}${name}` : name;
}

/** So that 「東広島」 is not read as what it begins with. */
function longestFirst(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function bareName(name: string): string {
  return name === '北海道' ? name : name.slice(0, -1);
}
