/** textlint's findings for the passages; what was found in a text is remembered until the text or a rule changes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../../knowledge/check/finding.ts';
import { linesIn, type PassageLines, TEXT_PARTS } from '../../../knowledge/check/passage-lines.ts';
import { ROOT } from '../../build/paths.ts';
import { writeWhole } from '../../build/write-whole.ts';
import type { LintJob, LintMessage, LintResult, LintText } from './textlint-job.ts';

/** Fewer texts than this are not worth a second thread's start. */
const TEXTS_A_WORKER = 40;
const MOST_WORKERS = 4;
/** A change of these makes all findings anew. */
const OWN_CODE = ['textlint-rules.ts', 'textlint-worker.ts', 'textlint.ts', 'textlint-job.ts'];

type Cache = { readonly rules: string; readonly found: LintResult };

/** Lints what `cacheFile` does not know; `linted` tells how many texts that were. */
export async function textlintFindings(
  passages: readonly PassageLines[],
  parts: { readonly rules: LintJob['rules']; readonly dictionaryFile: string; readonly cacheFile: string },
): Promise<{ findings: Finding[]; linted: number }> {
  const rulesKey = keyOfRules(parts.rules);
  const known = readCache(parts.cacheFile, rulesKey);
  const texts = passages.map((passage) => ({ passage, text: toText(passage) }));
  const fresh = texts.map(({ text }) => text).filter(({ key }) => known[key] === undefined);
  const made = await lintAll(fresh, parts);
  const found = Object.fromEntries(
    texts.map(({ text }) => [text.key, made[text.key] ?? known[text.key] ?? []]),
  );
  if (fresh.length > 0) writeWhole(parts.cacheFile, JSON.stringify({ rules: rulesKey, found }));
  const findings = texts.flatMap(({ passage, text }) =>
    (found[text.key] ?? []).map(
      ({ line, rule, message }): Finding => ({
        file: passage.file,
        line,
        severity: 'warning',
        rule,
        message,
      }),
    ),
  );
  return { findings, linted: fresh.length };
}

/** The text of all three parts, each line on the line where it stands in the file. */
function toText(passage: PassageLines): LintText {
  const own = linesIn(passage, ...TEXT_PARTS);
  const lines = Array<string>(own.at(-1)?.line ?? 0).fill('');
  for (const { line, text } of own) lines[line - 1] = text;
  const items = own.filter(({ item }) => item).map(({ line }) => line);
  return { key: hash(JSON.stringify([lines, items])), lines, items };
}

async function lintAll(
  texts: readonly LintText[],
  { rules, dictionaryFile }: Omit<LintJob, 'texts'>,
): Promise<Record<string, readonly LintMessage[]>> {
  if (texts.length === 0) return {};
  const count = Math.min(MOST_WORKERS, availableParallelism(), Math.ceil(texts.length / TEXTS_A_WORKER));
  const found: Record<string, readonly LintMessage[]> = {};
  await Promise.all(
    Array.from({ length: count }, (_, i) => {
      const job: LintJob = { rules, dictionaryFile, texts: texts.filter((_, at) => at % count === i) };
      const worker = new Worker(new URL('./textlint-worker.ts', import.meta.url), { workerData: job });
      worker.on('message', ({ key, messages }: { key: string; messages: LintMessage[] }) => {
        found[key] = messages;
      });
      return new Promise<void>((resolve, reject) => {
        worker.on('error', reject);
        worker.on('exit', () => resolve());
      });
    }),
  );
  return found;
}

function readCache(file: string, rulesKey: string): LintResult {
  try {
    const cache = JSON.parse(readFileSync(file, 'utf8')) as Cache;
    return cache.rules === rulesKey ? cache.found : {};
  } catch {
    // No cache, or half of one: everything is linted anew.
    return {};
  }
}

/** Of the rules, the code that runs them, and the packages that are installed. */
function keyOfRules(rules: LintJob['rules']): string {
  const code = OWN_CODE.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
  const installed = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
    .split('\n')
    .filter((line) => /textlint|kuromoji/.test(line));
  return hash(JSON.stringify([rules, code, installed]));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
