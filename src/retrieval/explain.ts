/** Of what a passage's score is made, and what made one passage win over another: numbers that add up. Pure. */
import type { Passage } from '../knowledge/passage.ts';
import { FIELDS, type FieldPoints } from './search-index.ts';

/** Where points come from: a field of the search index, or the nearest wording that an editor wrote down. */
export const PARTS = [...FIELDS, 'wording'] as const;
export type Part = (typeof PARTS)[number];

/** What one term adds to a score (or, in a difference, takes from it) in one part. */
export type TermPoints = { readonly part: Part; readonly term: string; readonly points: number };

export type ExplainedPassage = {
  readonly passage: Passage;
  /** The retriever's own score, before it is rounded. */
  readonly score: number;
  /** Whether it is among the passages that a patient may get: no topic stands there more than twice. */
  readonly shown: boolean;
  /** Terms of the question that it holds; the search multiplies by it. */
  readonly matched: number;
  /** The title or the question of the passage that is nearest to what was asked; null when none is alike. */
  readonly nearest: { readonly text: string; readonly similarity: number } | null;
  /** Points by part; together they are the score. */
  readonly parts: Readonly<Record<Part, number>>;
  /** Points by part and term, the most first; together they are the score. */
  readonly terms: readonly TermPoints[];
};

/** What the retriever knows of a passage that it compared. */
export type Compared = {
  readonly passage: Passage;
  readonly score: number;
  readonly shown: boolean;
  readonly matched: number;
  /** Place among title and questions, or null. */
  readonly nearestWording: number | null;
  readonly similarity: number;
  readonly search: readonly FieldPoints[];
  readonly wording: readonly { readonly term: string; readonly points: number }[];
};

/** Sorts what was compared by part and term. */
export function explainPassage(compared: Compared): ExplainedPassage {
  const { passage, score, shown, matched, nearestWording, similarity } = compared;
  const terms: TermPoints[] = [
    ...compared.search.map(({ field, term, points }) => ({ part: field, term, points })),
    ...compared.wording.map(({ term, points }) => ({ part: 'wording' as const, term, points })),
  ].sort(byWeight);
  const parts = { title: 0, questions: 0, topic: 0, text: 0, wording: 0 };
  for (const { part, points } of terms) parts[part] += points;
  const text = nearestWording === null ? undefined : [passage.title, ...passage.questions][nearestWording];
  return {
    passage,
    score,
    shown,
    matched,
    nearest: text === undefined ? null : { text, similarity },
    parts,
    terms,
  };
}

/** What `first` has more (or, below 0, less) than `second`, by part and term; together the difference of scores. */
export function scoreDifference(first: ExplainedPassage, second: ExplainedPassage): TermPoints[] {
  const points = new Map<string, TermPoints>();
  const add = (sign: number, { part, term, points: p }: TermPoints) => {
    const key = `${part} ${term}`;
    points.set(key, { part, term, points: (points.get(key)?.points ?? 0) + sign * p });
  };
  for (const term of first.terms) add(1, term);
  for (const term of second.terms) add(-1, term);
  return [...points.values()].sort(byWeight);
}

function byWeight(a: TermPoints, b: TermPoints): number {
  return Math.abs(b.points) - Math.abs(a.points) || (a.part + a.term < b.part + b.term ? -1 : 1);
}
