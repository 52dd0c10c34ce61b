/** `knowledge new`: begins a passage's file with all that can be filled in. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Knowledge } from '../../conversation/knowledge.ts';
import { draftWords } from '../../editors/draft-words.ts';
import { freeName, newPassage } from '../../editors/new-passage.ts';
import { isoDay, tokyoDayOf } from '../../guidance/hours/tokyo-time.ts';
import { parseYaml } from '../../knowledge/compile/yaml-file.ts';
import { passageId } from '../../knowledge/passage.ts';
import { KnowledgeError } from '../../knowledge/problem.ts';
import { type Topic, topicsFile, topicsOf } from '../../knowledge/topics.ts';
import { ARTIFACT_FILE, KNOWLEDGE_DIR } from '../build/paths.ts';
import { CannotError } from '../command.ts';
import { localKnowledge, readBuiltKnowledge } from '../local-knowledge.ts';
import { chooseTopic } from './new/choose-topic.ts';
import { findTopic, topicLabel } from './new/find-topic.ts';

export const NEW_HELP = `npm run -s knowledge -- new [TOPIC] [--slug NAME] [--from "question"]
                                 begins a passage's file in the topic's chapter; what is left to write is named by
                                 check. --from takes the words of a question, never its sentence.`;

export type NewParts = {
  readonly knowledgeDir: string;
  /** 2026-11-24 */
  readonly today: string;
  /** Asks the editor; null where nobody is at the terminal. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** For the words of a question. */
  readonly knowledge: () => Knowledge;
};

export type NewOptions = { readonly slug?: string | undefined; readonly from?: string | undefined };

/** Writes the file; gives its place, `knowledge/passages/…`. Throws CannotError; overwrites nothing. */
export async function beginPassage(
  name: string | undefined,
  { slug, from }: NewOptions,
  parts: NewParts,
): Promise<string> {
  const topics = readTopics(parts.knowledgeDir);
  const words = from === undefined ? [] : wordsOf(from, parts.knowledge());
  const topic = name === undefined ? await missingTopic(topics, from, parts) : namedTopic(name, topics);
  const chosen = slug ?? freeName(topic, takenIds(parts.knowledgeDir));
  if (!passageId.safeParse(`${topic.chapter}/${chosen}`).success)
    throw new CannotError(`--slug "${chosen}" is no name; use small letters, digits and hyphens.`);
  const { path, markdown } = newPassage({ topic, name: chosen, title: null, words }, parts.today);
  const file = join(parts.knowledgeDir, '..', path);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, markdown, { flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new CannotError(`${path} is there already; edit it, or give another name with --slug.`);
  }
  return path;
}

/** The command: writes into the project's knowledge/ and says what to do next. */
export async function newFile(words: readonly string[], options: NewOptions): Promise<void> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : null;
  try {
    const path = await beginPassage(words.length > 0 ? words.join(' ') : undefined, options, {
      knowledgeDir: KNOWLEDGE_DIR,
      today: isoDay(tokyoDayOf(Date.now())),
      ask: terminal && ((question) => terminal.question(question)),
      // The last good build does: a passage can be begun while another file is broken.
      knowledge: () => (existsSync(ARTIFACT_FILE) ? readBuiltKnowledge(false) : localKnowledge()),
    });
    console.log(path);
    console.error(`Next:
  1. Write what is marked （ここに書く…） and the text at the end; knowledge/GUIDE.md says how.
  2. npm run -s knowledge -- check   names what is still open, with its line.
  3. npm start, or npm run -s knowledge -- try, shows it as soon as it is whole: no restart.`);
  } finally {
    terminal?.close();
  }
}

function namedTopic(name: string, topics: readonly Topic[]): Topic {
  const found = findTopic(name, topics);
  if ('topic' in found) return found.topic;
  const meant = found.meant.slice(0, 3).map(topicLabel).join(', ');
  throw new CannotError(
    `Unknown topic "${name}"; did you mean ${meant}? All stand in knowledge/topics.yaml.`,
  );
}

async function missingTopic(
  topics: readonly Topic[],
  from: string | undefined,
  parts: NewParts,
): Promise<Topic> {
  const suggested = from === undefined ? null : nearestTopic(from, topics, parts.knowledge());
  if (parts.ask) return chooseTopic(topics, suggested, parts.ask);
  const hint = suggested
    ? `nearest to the question is ${topicLabel(suggested)}`
    : 'see knowledge/topics.yaml';
  throw new CannotError(`Name the TOPIC; ${hint}.`);
}

function nearestTopic(
  question: string,
  topics: readonly Topic[],
  { analyser, retriever }: Knowledge,
): Topic | null {
  const nearest = retriever.find(analyser.analyse(question)).passages[0]?.passage.topic;
  return topics.find((topic) => topic.id === nearest) ?? null;
}

function wordsOf(question: string, { analyser, handbook }: Knowledge): string[] {
  return draftWords([analyser.analyse(question)], handbook);
}

function readTopics(knowledgeDir: string): Topic[] {
  const text = readFileSync(join(knowledgeDir, 'topics.yaml'), 'utf8');
  const parsed = parseYaml(topicsFile, text, 'knowledge/topics.yaml');
  if (parsed.value === null) throw new KnowledgeError(parsed.problems);
  return topicsOf(parsed.value);
}

/** Ids of the files that are there, broken ones too. */
function takenIds(knowledgeDir: string): ReadonlySet<string> {
  const dir = join(knowledgeDir, 'passages');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return new Set(files.map((file) => file.replaceAll('\\', '/').replace(/\.md$/, '')));
}
