/**
 * Costs for the handbook's own words, so that each wins as one token over its parts without an editor tuning it.
 *
 * They become 名詞,一般 and not 名詞,固有名詞: drugs, treatments and symptoms stand where common nouns stand
 * (before する, 療法, の), the connection costs of common nouns are the best trained ones, and the
 * subdivisions of proper nouns (person, place, organisation) would each be untrue of them.
 */
import type { Seed, SeedEntry } from './seed.ts';
import { Ways } from './ways.ts';

/** A word that the dictionary shall know as one; `reading` in katakana or hiragana. */
export type ExtraWord = { readonly surface: string; readonly reading: string };

/** An extra word with the entry made for it; none where IPADIC's own already wins as one token. */
export type LearnedWord = ExtraWord & { readonly entry: SeedEntry | undefined };

const FEATURES = '名詞,一般,*,*,*,*';
/** What the neighbours of a word usually are; the word wins between any two of these. */
const BEFORE = ['の', 'は', 'が', 'を', 'に', 'で', 'と', 'も', '、', '。', 'この', '薬', '強い', 'て', 'お'];
const AFTER = [
  ...[
    'の',
    'は',
    'が',
    'を',
    'に',
    'で',
    'と',
    'も',
    'って',
    'した',
    'して',
    'です',
    'だ',
    'なので',
    'から',
    'まで',
  ],
  ...['、', '。', '？', '薬', '中'],
];
/** As cheap as everyday nouns, so that a word also wins over an unknown run of katakana that swallows it. */
const EVERYDAY_NOUN_COST = 3000;
const LOWEST_COST = -32768;
/** What follows an overlapping word is only guessed to end the sentence; this makes up for what else it may be. */
const OVERLAP_MARGIN = 1000;

/**
 * Adds an entry for each word that needs one to `entriesOf`. Of words with the same surface the first counts.
 * @throws Error if a word is empty, longer than 100 characters, has a lone surrogate, or a reading not in kana.
 */
export function learnWords(
  words: readonly ExtraWord[],
  seed: Seed,
  entriesOf: Map<string, SeedEntry[]>,
): LearnedWord[] {
  for (const word of words) checkWord(word);
  const distinct = new Map<string, ExtraWord>();
  for (const word of words) if (!distinct.has(word.surface)) distinct.set(word.surface, word);
  // Short words first: 乳がん検診 must win over 乳がん + 検診 also when 乳がん is a new word itself.
  const shortFirst = [...distinct.values()].sort((a, b) => a.surface.length - b.surface.length);
  const learn = createLearner(seed, entriesOf);
  return shortFirst.map((word) => {
    const entry = learn(word);
    if (entry) entriesOf.set(word.surface, [...(entriesOf.get(word.surface) ?? []), entry]);
    return { ...word, entry };
  });
}

function createLearner(seed: Seed, entriesOf: ReadonlyMap<string, readonly SeedEntry[]>) {
  const noun = seed.entries.find((entry) => entry.features === FEATURES);
  if (!noun) throw new Error(`IPADIC has no entry ${FEATURES}.`);
  const ids = (surfaces: readonly string[], side: 'left' | 'right') => [
    ...new Set([
      0,
      ...surfaces.flatMap((surface) => (entriesOf.get(surface) ?? []).map((entry) => entry[side])),
    ]),
  ];
  const before = ids(BEFORE, 'right');
  const ways = new Ways(seed, entriesOf);
  /** A part of no length and no cost that stands for what follows, and what it costs to go on to it. */
  const after = ids(AFTER, 'left').map((left) => ({
    part: { left, right: left, cost: 0 },
    onward: (word: SeedEntry) => ways.joining(word.right, left),
  }));

  return ({ surface, reading: kana }: ExtraWord): SeedEntry | undefined => {
    const reading = toKatakana(kana);
    const own = (entriesOf.get(surface) ?? []).filter((entry) => entry.reading === reading);
    // IPADIC has the word itself, and as more than a noun (だるい, 吐く): a noun beside it would only do harm.
    if (own.some((entry) => !entry.features.startsWith('名詞'))) return undefined;
    let needed = EVERYDAY_NOUN_COST;
    let ownWins = own.length > 0;
    /** Notes a rival that costs `rival` where a word costs its own, the join before it, and `onward` from it. */
    const contend = (rival: number, right: number, onward: (word: SeedEntry) => number) => {
      needed = Math.min(needed, rival - ways.joining(right, noun.left) - onward(noun) - 1);
      ownWins &&= own.some((word) => ways.joining(right, word.left) + word.cost + onward(word) < rival);
    };
    const parts = ways.partsOf(surface, own);
    const overlaps = overlapping(surface, entriesOf, ways);
    for (const right of before) {
      const through = ways.through(parts, right);
      const whole = through.at(-1) ?? [];
      for (const { part, onward } of after) contend(ways.cheapest(whole, part), right, onward);
      for (const { from, entry, rest, onward } of overlaps) {
        const rival = ways.cheapest(through[from] ?? [], entry) + ways.rest(rest, entry.right);
        contend(rival - OVERLAP_MARGIN, right, onward);
      }
    }
    if (ownWins) return undefined;
    const cost = Math.max(Math.floor(needed), LOWEST_COST);
    const { left, right } = noun;
    return { surface, left, right, cost, features: FEATURES, base: surface, reading, pronunciation: reading };
  };
}

/** Words that begin inside `surface` and end in what may follow: ヒネっ in モルヒネって. */
function overlapping(surface: string, entriesOf: ReadonlyMap<string, readonly SeedEntry[]>, ways: Ways) {
  return AFTER.flatMap((following) => {
    const onward = (word: SeedEntry) => ways.rest(following, word.right);
    const found = [];
    for (let from = 1; from < surface.length; from++) {
      for (let to = 1; to <= following.length; to++) {
        const entries = entriesOf.get(surface.slice(from) + following.slice(0, to)) ?? [];
        for (const entry of entries) found.push({ from, entry, rest: following.slice(to), onward });
      }
    }
    return found;
  });
}

function checkWord({ surface, reading }: ExtraWord): void {
  if (surface === '' || surface.length > 100) {
    throw new Error(`The word "${surface}" must have 1 to 100 characters.`);
  }
  if (!surface.isWellFormed()) throw new Error(`The word "${surface}" holds half a surrogate pair.`);
  if (!/^[ぁ-ゖァ-ヺー・]+$/.test(reading)) {
    throw new Error(`The reading "${reading}" of "${surface}" must be written in katakana or hiragana.`);
  }
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
