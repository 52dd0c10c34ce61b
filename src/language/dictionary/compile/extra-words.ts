/**
 * Costs for the handbook's own words, so that each wins as one token over its parts without an editor tuning it.
 *
 * They become 名詞,一般 and not 名詞,固有名詞: drugs, treatments and symptoms stand where common nouns stand
 * (before する, 療法, の), the connection costs of common nouns are the best trained ones, and the
 * subdivisions of proper nouns (person, place, organisation) would each be untrue of them.
 */
import { DEFAULT_CATEGORY, GROUP, INVOKE } from '../layout.ts';
import type { Seed, SeedEntry } from './seed.ts';

/** A word that the dictionary shall know as one; `reading` in katakana or hiragana. */
export type ExtraWord = { readonly surface: string; readonly reading: string };

/** An extra word with the entry made for it; none where IPADIC's own already wins as one token. */
export type LearnedWord = ExtraWord & { readonly entry: SeedEntry | undefined };

const FEATURES = '名詞,一般,*,*,*,*';
/** An entry of IPADIC of the same class as the new ones, from which their connection ids are taken. */
const isCommonNoun = (entry: SeedEntry) => entry.features === FEATURES && entry.left === entry.right;
/** What the neighbours of a word usually are; the word wins between any two of these. */
const BEFORE = ['の', 'は', 'が', 'を', 'に', 'で', 'と', 'も', '、', '。', 'この', '薬', '強い', 'て', 'お'];
const AFTER = [
  'の',
  'は',
  'が',
  'を',
  'に',
  'で',
  'と',
  'も',
  '、',
  '。',
  'です',
  'する',
  'だ',
  'って',
  '薬',
  '中',
  '？',
];
/** As cheap as everyday nouns, so that a word also wins over an unknown run of katakana that swallows it. */
const EVERYDAY_NOUN_COST = 3000;
const LOWEST_COST = -32768;

/**
 * Adds an entry for each word that needs one to `entriesOf`. Of words with the same surface the first counts.
 * @throws Error if a word is empty, is longer than 100 characters, has a lone surrogate, or a reading that is not kana.
 */
export function learnWords(
  words: readonly ExtraWord[],
  seed: Seed,
  entriesOf: Map<string, SeedEntry[]>,
): LearnedWord[] {
  const noun = seed.entries.find(isCommonNoun);
  if (!noun) throw new Error(`IPADIC has no entry ${FEATURES}.`);
  const ids = (surfaces: readonly string[], side: 'left' | 'right') => [
    ...new Set([
      0,
      ...surfaces.flatMap((surface) => (entriesOf.get(surface) ?? []).map((entry) => entry[side])),
    ]),
  ];
  const before = ids(BEFORE, 'right');
  const after = ids(AFTER, 'left');
  const { costs, rightIds } = seed.matrix;
  const joining = (right: number, left: number) => costs[left * rightIds + right] ?? 0;

  const learn = (word: ExtraWord): LearnedWord => {
    checkWord(word);
    const reading = toKatakana(word.reading);
    const own = (entriesOf.get(word.surface) ?? []).filter((entry) => entry.reading === reading);
    // IPADIC has the word itself, and as more than a noun (だるい, 吐く): a noun beside it would only do harm.
    if (own.some((entry) => !entry.features.startsWith('名詞'))) return { ...word, entry: undefined };
    let needed = EVERYDAY_NOUN_COST;
    let ownWins = own.length > 0;
    for (const right of before) {
      const parts = cheapestParts(word.surface, right, own, seed, entriesOf, joining);
      for (const left of after) {
        const cheapest = Math.min(...parts.map((part) => part.cost + joining(part.right, left)));
        needed = Math.min(needed, cheapest - joining(right, noun.left) - joining(noun.right, left) - 1);
        ownWins &&= own.some(
          (entry) => joining(right, entry.left) + entry.cost + joining(entry.right, left) < cheapest,
        );
      }
    }
    if (ownWins) return { ...word, entry: undefined };
    const { surface } = word;
    const { left, right } = noun;
    const cost = Math.max(Math.floor(needed), LOWEST_COST);
    const entry = {
      surface,
      left,
      right,
      cost,
      features: FEATURES,
      base: surface,
      reading,
      pronunciation: reading,
    };
    return { ...word, entry };
  };
  const distinct = new Map<string, ExtraWord>();
  for (const word of words) if (!distinct.has(word.surface)) distinct.set(word.surface, word);
  // Short words first: 乳がん検診 must win over 乳がん + 検診 also when 乳がん is a new word itself.
  const shortFirst = [...distinct.values()].sort((a, b) => a.surface.length - b.surface.length);
  return shortFirst.map((word) => {
    const learned = learn(word);
    if (learned.entry) entriesOf.set(word.surface, [...(entriesOf.get(word.surface) ?? []), learned.entry]);
    return learned;
  });
}

/** A way through a whole surface: what it costs, and the right id of its last part. */
type Way = { readonly cost: number; readonly right: number };

/** The cheapest ways through `surface` after a word of right id `before`, without the entries in `except`. */
function cheapestParts(
  surface: string,
  before: number,
  except: readonly SeedEntry[],
  seed: Seed,
  entriesOf: ReadonlyMap<string, readonly SeedEntry[]>,
  joining: (right: number, left: number) => number,
): Way[] {
  const waysTo: Way[][] = Array.from({ length: surface.length + 1 }, () => []);
  waysTo[0] = [{ cost: 0, right: before }];
  for (let from = 0; from < surface.length; from++) {
    const ways = waysTo[from] ?? [];
    if (ways.length === 0) continue;
    for (const part of partsAt(surface, from, seed, entriesOf)) {
      if (except.some((entry) => entry === part.entry)) continue;
      const cost = Math.min(...ways.map((way) => way.cost + joining(way.right, part.left))) + part.cost;
      waysTo[part.to]?.push({ cost, right: part.right });
    }
  }
  return waysTo[surface.length] ?? [];
}

type Part = {
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly entry?: SeedEntry;
};

/** The known and unknown words that may start at `from` and end inside the surface. */
function partsAt(
  surface: string,
  from: number,
  seed: Seed,
  entriesOf: ReadonlyMap<string, readonly SeedEntry[]>,
): Part[] {
  const parts: Part[] = [];
  for (let to = from + 1; to <= surface.length; to++) {
    for (const entry of entriesOf.get(surface.slice(from, to)) ?? []) parts.push({ to, ...entry, entry });
  }
  const { ofUnit, flags, names } = seed.categories;
  const categoryAt = (at: number) => {
    const isPair = (surface.codePointAt(at) ?? 0) > 0xffff;
    return isPair ? DEFAULT_CATEGORY : (ofUnit[surface.charCodeAt(at)] ?? DEFAULT_CATEGORY);
  };
  const category = categoryAt(from);
  const flag = flags[category] ?? 0;
  if (parts.length > 0 && !(flag & INVOKE)) return parts;
  const width = (at: number) => ((surface.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  let to = from + width(from);
  if (flag & GROUP) while (to < surface.length && categoryAt(to) === category) to += width(to);
  const unknown = seed.unknown.filter((entry) => entry.category === names[category]);
  return [...parts, ...unknown.map(({ left, right, cost }) => ({ to, left, right, cost }))];
}

function checkWord({ surface, reading }: ExtraWord): void {
  if (surface === '' || surface.length > 100)
    throw new Error(`The word "${surface}" must have 1 to 100 characters.`);
  if (!surface.isWellFormed()) throw new Error(`The word "${surface}" holds half a surrogate pair.`);
  if (!/^[ぁ-ゖァ-ヺー・]+$/.test(reading)) {
    throw new Error(`The reading "${reading}" of "${surface}" must be written in katakana or hiragana.`);
  }
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
