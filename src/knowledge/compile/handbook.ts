/** Compiles the editors' files into the handbook: all is checked, every problem has its file and line. */
import type { z } from 'zod';
import type { Handbook } from '../handbook.ts';
import type { Passage } from '../passage.ts';
import { phrasesFile } from '../phrases.ts';
import type { Problem } from '../problem.ts';
import { supportLineFile } from '../support-line.ts';
import { termGroupsOf, termsFile } from '../terms.ts';
import { topicsFile, topicsOf } from '../topics.ts';
import { parsePassage } from './passage-file.ts';
import type { SourceFile } from './source-file.ts';
import { parseYaml } from './yaml-file.ts';

export type Compiled = { readonly handbook: Handbook | null; readonly problems: readonly Problem[] };

/** Compiles all files of knowledge/ (golden questions are not part of the handbook). Reads nothing itself. */
export function compileHandbook(files: readonly SourceFile[]): Compiled {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(schema: S, path: string): z.infer<S> | null => {
    const file = files.find((f) => f.path === path);
    if (!file) {
      problems.push({ file: path, line: 1, message: 'this file is missing; restore it' });
      return null;
    }
    const parsed = parseYaml(schema, file.text, path);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const topics = read(topicsFile, 'knowledge/topics.yaml');
  const terms = read(termsFile, 'knowledge/terms.yaml');
  const phrases = read(phrasesFile, 'knowledge/phrases.yaml');
  const supportLine = read(supportLineFile, 'knowledge/support-line.yaml');
  const flatTopics = topics ? topicsOf(topics) : [];

  const passages: Passage[] = [];
  for (const file of files) {
    if (!file.path.startsWith('knowledge/passages/')) continue;
    const result = parsePassage(file, flatTopics);
    problems.push(...result.problems);
    if (result.passage) passages.push(result.passage);
  }
  problems.push(...sharedQuestions(passages, files));
  if (problems.length > 0 || !topics || !terms || !phrases || !supportLine) return { handbook: null, problems };
  passages.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { handbook: { topics: flatTopics, terms: termGroupsOf(terms), phrases, supportLine, passages }, problems };
}

/** Two passages that claim one question would make the answer a matter of luck. */
function sharedQuestions(passages: readonly Passage[], files: readonly SourceFile[]): Problem[] {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const passage of passages) {
    for (const question of passage.questions) {
      const other = owner.get(question);
      if (other !== undefined && other !== passage.id) {
        const message = `the question "${question}" also stands in ${other}; keep it in one of them`;
        const file = `knowledge/passages/${passage.id}.md`;
        const lines = files.find((f) => f.path === file)?.text.split('\n') ?? [];
        problems.push({ file, line: lines.findIndex((line) => line.includes(question)) + 1 || 1, message });
      }
      owner.set(question, passage.id);
    }
  }
  return problems;
}
