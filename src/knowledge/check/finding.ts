/** What the checker found in an editor's file. A problem keeps the handbook from going out; a warning does not. */
import type { Problem } from '../problem.ts';

export const SEVERITIES = ['problem', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Finding = Problem & {
  readonly severity: Severity;
  /** Short name of the rule that found it, e.g. `claim` or `textlint/max-kanji-continuous-len`. */
  readonly rule: string;
};

/** By file and line, problems before warnings on the same line; the same said twice is kept once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const once = new Map(findings.map((f) => [`${f.file}\n${f.line}\n${f.message}`, f]));
  return [...once.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
