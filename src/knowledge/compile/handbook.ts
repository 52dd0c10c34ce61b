/** Compiles the editors' files into the handbook: all is checked, every problem has its file and line. */
import type { z } from 'zod';
import { cannedRepliesFile } from '../canned-replies.ts';
import { parseCentres } from '../centres.ts';
import type { Handbook } from '../handbook.ts';
import { hotlinesFile } from '../hotlines.ts';
import type { Passage } from '../passage.ts';
import { phrasesFile } from '../phrases.ts';
import type { Problem } from '../problem.ts';
import { easyKanjiOf, readingsFile } from '../readings.ts';
import { scopeFile } from '../scope.ts';
import { secondOpinionFile } from '../second-opinion.ts';
import { counselorHoursFile } from '../service-hours.ts';
import { supportLineFile } from '../support-line.ts';
import { surveyFile } from '../survey.ts';
import { termGroupsOf, termsFile } from '../terms.ts';
import { topicsFile, topicsOf } from '../topics.ts';
import { parsePassage } from './passage-file.ts';
import { readPlaces } from './place-files.ts';
import type { SourceFile } from './source-file.ts';
import { readTriage } from './triage-files.ts';
import { parseYaml } from './yaml-file.ts';

export type Compiled = { readonly handbook: Handbook | null; readonly problems: readonly Problem[] };

/** Compiles all files of knowledge/ (golden questions are not part of the handbook). Reads nothing itself. */
export function compileHandbook(files: readonly SourceFile[]): Compiled {
  const problems: Problem[] = [];
  const textOf = (path: string): string | null => {
    const file = files.find((f) => f.path === path);
    if (!file) problems.push({ file: path, line: 1, message: 'this file is missing; restore it' });
    return file?.text ?? null;
  };
  const read = <S extends z.ZodType>(schema: S, path: string): z.infer<S> | null => {
    const text = textOf(path);
    if (text === null) return null;
    const parsed = parseYaml(schema, text, path);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const topics = topicsOf(read(topicsFile, 'knowledge/topics.yaml') ?? { chapters: [] });
  const terms = read(termsFile, 'knowledge/terms.yaml');
  const scope = read(scopeFile, 'knowledge/scope.yaml');
  const phrases = read(phrasesFile, 'knowledge/phrases.yaml');
  const supportLine = read(supportLineFile, 'knowledge/support-line.yaml');
  const counselorHours = read(counselorHoursFile, 'knowledge/counselor-hours.yaml');
  const hotlines = read(hotlinesFile, 'knowledge/hotlines.yaml');
  const secondOpinion = read(secondOpinionFile, 'knowledge/second-opinion.yaml');
  const survey = read(surveyFile, 'knowledge/survey.yaml');
  const cannedReplies = read(cannedRepliesFile, 'knowledge/canned-replies.yaml');
  const readings = read(readingsFile, 'knowledge/readings.yaml');
  const easyKanji = easyKanjiOf(textOf('knowledge/easy-kanji.txt') ?? '');
  const centres = parseCentres(textOf('knowledge/centres.csv') ?? '');
  const places = readPlaces(files);
  const triage = readTriage(files);
  const passages = readPassages(files, topics);
  problems.push(...centres.problems, ...places.problems, ...triage.problems, ...passages.problems);
  problems.push(...unknownPassages(files, triage.rules, passages.passages));
  if (
    !terms ||
    !scope ||
    !phrases ||
    !supportLine ||
    !counselorHours ||
    !hotlines ||
    !secondOpinion ||
    !survey ||
    !cannedReplies ||
    !readings ||
    !places.data
  ) {
    return { handbook: null, problems };
  }
  if (problems.length > 0) return { handbook: null, problems };
  return {
    handbook: {
      topics,
      terms: termGroupsOf(terms),
      careWords: scope.care_words,
      otherIllnesses: scope.other_illnesses,
      cancerWords: scope.cancer_words,
      phrases,
      supportLine,
      counselorHours,
      hotlines: hotlines.hotlines,
      secondOpinion,
      survey,
      cannedReplies: cannedReplies.groups,
      readings,
      easyKanji,
      triage: triage.rules,
      centres: centres.centres,
      places: places.data,
      passages: passages.passages,
    },
    problems,
  };
}

function readPassages(files: readonly SourceFile[], topics: Handbook['topics']) {
  const problems: Problem[] = [];
  const passages: Passage[] = [];
  for (const file of files) {
    if (!file.path.startsWith('knowledge/passages/')) continue;
    const result = parsePassage(file, topics);
    problems.push(...result.problems);
    if (result.passage) passages.push(result.passage);
  }
  passages.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { passages, problems: [...problems, ...sharedQuestions(passages, files)] };
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

/** A rule that names a passage which is not there would show a warning with nothing below it. */
function unknownPassages(
  files: readonly SourceFile[],
  rules: Handbook['triage'],
  passages: readonly Passage[],
): Problem[] {
  const known = new Set(passages.flatMap((passage) => [passage.id as string, passage.topic]));
  const placeOf = (rule: string) => {
    for (const { path, text } of files) {
      if (!path.startsWith('knowledge/triage/')) continue;
      const line = text.split('\n').findIndex((l) => l.trim() === `- id: ${rule}`);
      if (line >= 0) return { file: path, line: line + 1 };
    }
    return { file: 'knowledge/triage', line: 1 };
  };
  return rules.rules.flatMap((rule) =>
    (rule.passages ?? [])
      .filter((name) => !known.has(name))
      .map((name) => ({
        ...placeOf(rule.id),
        message: `rule "${rule.id}" names the passage or topic "${name}", which no passage has`,
      })),
  );
}
