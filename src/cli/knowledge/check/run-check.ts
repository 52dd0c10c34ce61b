/** Checks a folder of knowledge: everything that the compiler, the pure checks, textlint, LINE and the search find. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleKnowledge } from '../../../assemble-knowledge.ts';
import { holidayTableWarning } from '../../../guidance/hours/holidays.ts';
import { counselorHoursWarning } from '../../../guidance/hours/service-text.ts';
import { loneBrackets } from '../../../knowledge/check/brackets.ts';
import { forbiddenWords } from '../../../knowledge/check/claims.ts';
import { endsWithoutContact } from '../../../knowledge/check/contacts.ts';
import { contradictions, figuresOfPlainAlone } from '../../../knowledge/check/contradictions.ts';
import { dateFindings, whatIsMissing } from '../../../knowledge/check/dates.ts';
import { factFindings } from '../../../knowledge/check/facts.ts';
import { type Finding, inOrder } from '../../../knowledge/check/finding.ts';
import { brokenLinks } from '../../../knowledge/check/links.ts';
import { type PassageLines, readPassageLines } from '../../../knowledge/check/passage-lines.ts';
import { phoneFindings } from '../../../knowledge/check/phones.ts';
import { goldenFindings, nearlySameQuestions } from '../../../knowledge/check/questions.ts';
import { measure } from '../../../knowledge/check/readability.ts';
import { longSentences } from '../../../knowledge/check/sentences.ts';
import { STYLE_PATH, type Style, styleFile } from '../../../knowledge/check/style.ts';
import { compileHandbook } from '../../../knowledge/compile/handbook.ts';
import type { SourceFile } from '../../../knowledge/compile/source-file.ts';
import { parseYaml } from '../../../knowledge/compile/yaml-file.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';
import { openDictionary } from '../../../language/dictionary/dictionary.ts';
import { createTokenizer } from '../../../language/dictionary/tokenizer.ts';
import { type BuildPlaces, buildKnowledge } from '../../build/build-knowledge.ts';
import { readSourceFiles } from '../../build/source-files.ts';
import { fitsLine } from './fits-line.ts';
import { foundByOwnQuestions } from './found-by-own-questions.ts';
import { textlintFindings } from './textlint.ts';
import { textlintRules } from './textlint-rules.ts';

export type CheckPlaces = BuildPlaces & { readonly textlintCacheFile: string };

export type Checked = {
  readonly findings: readonly Finding[];
  readonly passages: number;
  /** Null where the handbook does not compile: what needs it whole was not looked at. */
  readonly missing: ReturnType<typeof whatIsMissing> | null;
  readonly readability: ReturnType<typeof measure> | null;
  /** Texts that textlint had not seen before. */
  readonly linted: number;
};

/** All findings of `places.knowledgeDir` at `nowMs`. A handbook that compiles is built on the way. */
export async function runCheck(places: CheckPlaces, nowMs: number): Promise<Checked> {
  const files = readSourceFiles(places.knowledgeDir);
  const golden = readGoldenFiles(places.knowledgeDir);
  const passages = readPassageLines(files);
  const { handbook, problems } = compileHandbook(files);
  const style = readStyle(files);
  const findings: Finding[] = [...problems, ...style.problems].map((problem) => ({
    ...problem,
    severity: 'problem',
    rule: 'compile',
  }));
  if (handbook) buildKnowledge(places);
  const linting =
    style.value && existsSync(places.dictionaryFile)
      ? textlintFindings(passages, {
          rules: textlintRules(style.value),
          dictionaryFile: places.dictionaryFile,
          cacheFile: places.textlintCacheFile,
        })
      : null;
  // It may fail while this thread is busy; it is awaited, and thrown, below.
  linting?.catch(() => undefined);
  if (style.value) findings.push(...styleFindings(passages, files, style.value, nowMs));
  findings.push(...brokenLinks(passages, files), ...goldenFindings(passages, golden, handbook?.topics ?? []));
  const whole =
    handbook && style.value ? wholeFindings(handbook, places, passages, files, style.value, nowMs) : null;
  if (whole) findings.push(...whole.findings);
  const linted = await linting;
  if (linted) findings.push(...linted.findings);
  return {
    findings: inOrder(findings),
    passages: passages.length,
    missing: handbook ? whatIsMissing(handbook.passages) : null,
    readability: whole?.readability ?? null,
    linted: linted?.linted ?? 0,
  };
}

/** What needs nothing but the lines of the files: found even where the handbook does not compile. */
function styleFindings(
  passages: readonly PassageLines[],
  files: readonly SourceFile[],
  style: Style,
  nowMs: number,
): Finding[] {
  return [
    ...forbiddenWords(passages, files, style),
    ...dateFindings(passages, style, nowMs),
    ...longSentences(passages, style),
    ...loneBrackets(passages),
    ...endsWithoutContact(passages, style),
    ...figuresOfPlainAlone(passages),
  ];
}

/** What needs the compiled handbook, its words and its search. */
function wholeFindings(
  handbook: Handbook,
  places: CheckPlaces,
  passages: readonly PassageLines[],
  files: readonly SourceFile[],
  style: Style,
  nowMs: number,
) {
  const dictionary = new Uint8Array(readFileSync(places.dictionaryFile)).buffer;
  const artifact = readFileSync(places.artifactFile, 'utf8');
  const knowledge = assembleKnowledge({ dictionary, artifact }, { reviewedOnly: false });
  const tokenizer = createTokenizer(openDictionary(dictionary));
  const { analyser } = knowledge;
  const findings = [
    ...phoneFindings(passages, files, handbook),
    ...factFindings(passages, files, handbook.supportLine, style),
    ...contradictions(passages, analyser),
    ...nearlySameQuestions(passages, analyser),
    ...fitsLine(knowledge, passages),
    ...foundByOwnQuestions(knowledge, passages),
    ...operatorFindings(handbook, nowMs),
  ];
  return { findings, readability: measure(passages, tokenizer, handbook.easyKanji) };
}

/** What waits for the operator. */
function operatorFindings(handbook: Handbook, nowMs: number): Finding[] {
  const counselors = counselorHoursWarning(handbook.counselorHours);
  const holidays = holidayTableWarning(nowMs);
  const at = { line: 1, severity: 'warning', rule: 'operator' } as const;
  return [
    ...(counselors === null ? [] : [{ ...at, file: 'knowledge/counselor-hours.yaml', message: counselors }]),
    ...(holidays === null ? [] : [{ ...at, file: 'package.json', message: holidays }]),
  ];
}

function readStyle(files: readonly SourceFile[]) {
  const file = files.find(({ path }) => path === STYLE_PATH);
  if (file) return parseYaml(styleFile, file.text, STYLE_PATH);
  const message = 'this file is missing; restore it (without it neither claims nor style are checked)';
  return { value: null, problems: [{ file: STYLE_PATH, line: 1, message }] };
}

function readGoldenFiles(knowledgeDir: string): SourceFile[] {
  const dir = join(knowledgeDir, 'golden');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `knowledge/golden/${name}`, text: readFileSync(join(dir, name), 'utf8') }));
}
