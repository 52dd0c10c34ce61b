/** What the checker prints: a line each for what is to be mended, a summary for the rest. */
import type { Finding } from '../../../knowledge/check/finding.ts';
import { TEXT_PARTS } from '../../../knowledge/check/passage-lines.ts';
import { type MeasuredLine, type MeasuredPart, quantile } from '../../../knowledge/check/readability.ts';
import { formatProblem } from '../../../knowledge/problem.ts';
import type { Checked } from './run-check.ts';

/** Found by the hundred and mended over months: counted, and listed with --all. */
const COUNTED: Readonly<Record<string, string>> = {
  'source-old': 'sources are older than the years of knowledge/style.yaml',
};
const WORST_LINES = 10;
const WORST_LINES_BRIEFLY = 3;

/** `file:line: what; how to mend`, warnings marked as such. */
export function findingLine(finding: Finding): string {
  return `${finding.severity === 'warning' ? 'warning: ' : ''}${formatProblem(finding)}`;
}

/** All that is printed of `checked`. */
export function reportLines(checked: Checked, options: { readonly all: boolean }): string[] {
  const { findings, missing } = checked;
  const listed = findings.filter(({ rule }) => options.all || !(rule in COUNTED));
  const counted = Object.entries(COUNTED).flatMap(([rule, words]) => {
    const count = findings.filter((finding) => finding.rule === rule).length;
    return count > 0 && !options.all ? [`warning: ${count} ${words} (list them: --all)`] : [];
  });
  return [
    ...listed.map(findingLine),
    ...counted,
    ...(missing ? missingLines(missing, checked.passages) : []),
    summaryLine(checked),
  ];
}

function missingLines(missing: NonNullable<Checked['missing']>, passages: number): string[] {
  const waits = [
    [missing.reviewed, 'were never reviewed by a clinician'],
    [missing.readByPatients, 'were never read by patients'],
    [missing.more, 'have no part 「もっと読む」'],
    [missing.plain, 'have no part 「やさしい日本語」'],
  ] as const;
  return waits
    .filter(([count]) => count > 0)
    .map(([count, words]) => `warning: ${count} of ${passages} passages ${words}`);
}

function summaryLine({ findings, passages, missing }: Checked): string {
  const problems = findings.filter(({ severity }) => severity === 'problem').length;
  const warnings = findings.length - problems;
  const rest = missing ? '' : '; facts, questions, readability and LINE are looked at when these are mended';
  return `${passages} passages, ${problems === 0 ? 'no problem' : `${problems} problem(s)`}, ${warnings} warning(s)${rest}`;
}

/** How easy the three parts are to read, and the hardest lines; `full` with the spread of each measure. */
export function readabilityLines({ readability }: Checked, full: boolean): string[] {
  if (!readability) return [];
  const { parts, lines } = readability;
  const tables = TEXT_PARTS.flatMap((part) => {
    const own = parts.filter((each) => each.part === part);
    return own.length === 0 ? [] : full ? partTable(part, own) : [partLine(part, own)];
  });
  return [
    "Readability (RS' of Tateishi, Ono and Yamada 1988: 50 is the middle of Japanese texts, 10 one deviation, higher is easier)",
    ...tables,
    ...hardestLines(lines, full ? WORST_LINES : WORST_LINES_BRIEFLY).map(
      ({ file, line, part, score, sentenceLength, hard, text }) =>
        `  ${file}:${line}: ${score.toFixed(0)} (${part}, ${sentenceLength.toFixed(0)} characters a sentence${hard.length > 0 ? `; hard: ${hard.slice(0, 6).join('、')}` : ''}) ${[...text].slice(0, 30).join('')}…`,
    ),
    '',
  ];
}

function partLine(part: string, own: readonly MeasuredPart[]): string {
  const middle = (of: (each: MeasuredPart) => number) => quantile(own.map(of), 0.5);
  const words = [
    `score ${middle((p) => p.score).toFixed(0)}`,
    `${middle((p) => p.sentenceLength).toFixed(0)} characters a sentence`,
    `${percent(middle((p) => p.kanjiShare))} kanji`,
    `${percent(middle((p) => p.hardWords))} hard words`,
  ];
  return `  ${part.padEnd(6)} ${words.join(', ')}`;
}

/** The middle and the tenths at both ends, over `own` texts. */
function partTable(part: string, own: readonly MeasuredPart[]): string[] {
  const row = (name: string, of: (each: MeasuredPart) => number, show: (value: number) => string) =>
    `    ${name.padEnd(24)} ${[0.1, 0.5, 0.9].map((share) => show(quantile(own.map(of), share)).padStart(6)).join(' ')}`;
  return [
    `  ${`${part}: ${own.length} texts`.padEnd(26)}    10%    50%    90%`,
    row(
      'score',
      (p) => p.score,
      (v) => v.toFixed(0),
    ),
    row(
      'characters a sentence',
      (p) => p.sentenceLength,
      (v) => v.toFixed(0),
    ),
    row('kanji', (p) => p.kanjiShare, percent),
    row('hard words', (p) => p.hardWords, percent),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}

/** The lines with the lowest score. */
export function hardestLines(lines: readonly MeasuredLine[], most: number): MeasuredLine[] {
  return lines.toSorted((a, b) => a.score - b.score).slice(0, most);
}

/** The same for machines. */
export function reportJson(checked: Checked): string {
  const { readability, ...rest } = checked;
  const measured = readability && {
    parts: readability.parts,
    hardest: hardestLines(readability.lines, WORST_LINES),
  };
  return JSON.stringify({ ...rest, readability: measured }, null, 2);
}
