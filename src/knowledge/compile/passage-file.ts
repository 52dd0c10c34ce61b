/** Reads one passage file: YAML front matter between `---` lines, then the body. */
import { frontMatter, type Passage } from '../passage.ts';
import { placeholdersLeft } from '../placeholder.ts';
import type { Problem } from '../problem.ts';
import type { Topic } from '../topics.ts';
import { nearest } from './nearest.ts';
import { parseSections } from './sections.ts';
import type { SourceFile } from './source-file.ts';
import { parseYaml } from './yaml-file.ts';

const PLACE = /^knowledge\/passages\/(.+)\.md$/;

/** The passage in `source`, or what is wrong with it, with lines. */
export function parsePassage(
  source: SourceFile,
  topics: readonly Topic[],
): { passage: Passage | null; problems: Problem[] } {
  const file = source.path;
  const lines = source.text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    const message = 'a passage begins with "---", its front matter, and "---" again (see knowledge/GUIDE.md)';
    return { passage: null, problems: [{ file, line: 1, message }] };
  }
  const front = parseYaml(frontMatter, lines.slice(1, end).join('\n'), file, 2);
  const { sections, problems: unshowable } = parseSections(lines.slice(end + 1).join('\n'), file, end + 2);
  const bodyProblems = [...placeholdersLeft(lines, file), ...unshowable];
  if (front.value === null) return { passage: null, problems: [...front.problems, ...bodyProblems] };

  const { id, topic, title, questions, ask, sources, written_on, reviewed, next_review } = front.value;
  const { read_by_patients, history } = front.value;
  const problems = [...bodyProblems];
  const lineOf = (key: string) => Math.max(1, lines.findIndex((line) => line.startsWith(`${key}:`)) + 1);
  const say = (key: string, message: string) => problems.push({ file, line: lineOf(key), message });
  const place = PLACE.exec(file)?.[1];
  if (id !== place) say('id', `id "${id}" is not the file's place; write "${place}"`);
  const known = topics.find((t) => t.id === topic);
  if (!known)
    say(
      'topic',
      `unknown topic "${topic}"; did you mean "${nearest(
        topic,
        topics.map((t) => t.id),
      )}"?`,
    );
  else if (known.chapter !== id.split('/')[0]) {
    say(
      'topic',
      `topic "${topic}" is of chapter "${known.chapter}"; move the file to knowledge/passages/${known.chapter}/`,
    );
  }
  if (new Set(questions).size < questions.length) say('questions', 'the same question stands here twice');
  if (next_review <= written_on) say('next_review', 'the next review must be later than written_on');
  if (reviewed && reviewed.on < written_on)
    say('reviewed', 'the review is older than written_on; review it again');
  if (read_by_patients && read_by_patients.on < written_on)
    say('read_by_patients', 'the reading is older than written_on; have it read again');
  if (problems.length > 0) return { passage: null, problems };
  return {
    passage: {
      id,
      topic,
      title,
      questions,
      ask,
      sources,
      writtenOn: written_on,
      reviewed,
      readByPatients: read_by_patients,
      nextReview: next_review,
      history,
      ...sections,
    },
    problems,
  };
}
