/** Reads knowledge/triage/*.yaml and joins them. */
import type { Problem } from '../problem.ts';
import { type TriageFile, type TriageRules, triageFile, triageRulesOf } from '../triage-rules.ts';
import type { SourceFile } from './source-file.ts';
import { parseYaml } from './yaml-file.ts';

/** The rules of all files, and what is wrong in any. */
export function readTriage(files: readonly SourceFile[]): { rules: TriageRules; problems: Problem[] } {
  const problems: Problem[] = [];
  const read: { path: string; value: TriageFile }[] = [];
  for (const { path, text } of files) {
    if (!path.startsWith('knowledge/triage/')) continue;
    const parsed = parseYaml(triageFile, text, path);
    problems.push(...parsed.problems);
    if (parsed.value !== null) read.push({ path, value: parsed.value });
  }
  const joined = triageRulesOf(read);
  // A rule that could not be read makes others point nowhere: the first fault is told alone.
  return { rules: joined.rules, problems: problems.length > 0 ? problems : [...joined.problems] };
}
