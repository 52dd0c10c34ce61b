/** Passages for what a counselor types: as a patient would find them, then those that hold the very words. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import type { Passage } from '../../../knowledge/passage.ts';
import { normalise } from '../../../language/normalise.ts';

const MOST = 5;

/** At most five passages, the best first; none for an empty query. */
export function searchPassages(
  query: string,
  { analyser, retriever, handbook }: Pick<Knowledge, 'analyser' | 'retriever' | 'handbook'>,
): Passage[] {
  const words = normalise(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = retriever.explain(analyser.analyse(query), MOST).map(({ passage }) => passage);
  const holding = handbook.passages.filter(
    ({ title, questions }) =>
      words.every((word) => normalise(title).includes(word)) ||
      questions.some((question) => words.every((word) => normalise(question).includes(word))),
  );
  return [...new Set([...found, ...holding])].slice(0, MOST);
}
