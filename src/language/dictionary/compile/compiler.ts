/** IPADIC and the handbook's own words become the sections of one dictionary file. */
import { LAST_ENTRY } from '../layout.ts';
import { encodeDictionary } from './encode.ts';
import { type ExtraWord, type LearnedWord, learnWords } from './extra-words.ts';
import { ReadingPool } from './readings.ts';
import type { Seed, SeedEntry } from './seed.ts';
import { buildTrie } from './trie-builder.ts';
import { WordClasses } from './word-classes.ts';

export type CompiledDictionary = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entries: number;
  /** What became of each extra word. */
  readonly words: readonly LearnedWord[];
};

/**
 * Compiles `seed` with `words` added, one or two seconds of CPU. The same input gives the same bytes.
 * @throws Error if a word cannot be taken (empty, lone surrogates, no reading) or the file would be too large.
 */
export function compileDictionary(seed: Seed, words: readonly ExtraWord[]): CompiledDictionary {
  const entriesOf = bySurface(seed.entries);
  const learned = learnWords(words, seed, entriesOf);
  const classes = new WordClasses();
  const { surfaces, firstEntry, ...entrySections } = entriesInSurfaceOrder(entriesOf, classes);
  const { unitCode, base: trieBase, check: trieCheck } = buildTrie(surfaces, firstEntry);
  const unknownSections = unknownWords(seed, classes);
  const bytes = encodeDictionary({
    unitCode,
    trieBase,
    trieCheck,
    ...entrySections,
    ...unknownSections,
    ...classes.sections(),
    connectionSize: Uint32Array.of(seed.matrix.rightIds, seed.matrix.leftIds),
    connection: seed.matrix.costs,
    unitCategory: seed.categories.ofUnit,
    categoryFlags: seed.categories.flags,
  });
  return { bytes, entries: entrySections.entryClass.length, words: learned };
}

function bySurface(entries: readonly SeedEntry[]): Map<string, SeedEntry[]> {
  const groups = new Map<string, SeedEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.surface);
    if (group) group.push(entry);
    else groups.set(entry.surface, [entry]);
  }
  return groups;
}

function entriesInSurfaceOrder(entriesOf: ReadonlyMap<string, readonly SeedEntry[]>, classes: WordClasses) {
  const surfaces = [...entriesOf.keys()].sort();
  const count = surfaces.reduce((sum, surface) => sum + (entriesOf.get(surface)?.length ?? 0), 0);
  const firstEntry = new Uint32Array(surfaces.length);
  const entryClass = new Uint16Array(count);
  const entryCost = new Int16Array(count);
  const entryReading = new Uint32Array(count);
  const pool = new ReadingPool();
  let next = 0;
  for (const [index, surface] of surfaces.entries()) {
    firstEntry[index] = next;
    for (const entry of entriesOf.get(surface) ?? []) {
      entryClass[next] = classes.idOf(entry);
      entryCost[next] = entry.cost;
      entryReading[next] = pool.add(entry.reading, entry.pronunciation);
      next++;
    }
    entryClass[next - 1] = (entryClass[next - 1] ?? 0) | LAST_ENTRY;
  }
  return { surfaces, firstEntry, entryClass, entryCost, entryReading, ...pool.sections() };
}

/** The unknown-word entries, those of one category together and in the order of unk.def. */
function unknownWords(seed: Seed, classes: WordClasses) {
  const { names } = seed.categories;
  const sorted = names.flatMap((name) => seed.unknown.filter((entry) => entry.category === name));
  const unknownStart = new Uint16Array(names.length + 1);
  for (const [category, name] of names.entries()) {
    const count = seed.unknown.filter((entry) => entry.category === name).length;
    unknownStart[category + 1] = (unknownStart[category] ?? 0) + count;
  }
  return {
    unknownStart,
    unknownClass: Uint16Array.from(sorted, (entry) => classes.idOf({ ...entry, surface: '', base: '' })),
    unknownCost: Int16Array.from(sorted, (entry) => entry.cost),
  };
}
