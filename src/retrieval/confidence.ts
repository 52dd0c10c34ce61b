/** How sure the retriever may be of its best passage: measured evidence, joined by a fitted logistic curve. */
import type { Analysis } from '../language/analyse.ts';
import { idf, type TermStatistics } from './term-statistics.ts';

/** Each between 0 and 1. */
export type Evidence = {
  /** Share of the question's words, by weight, that the best passage holds. */
  readonly coverage: number;
  /** Similarity to the nearest way of asking that the best passage lists. */
  readonly similarity: number;
  /** How far the best passage is ahead of the best one of another topic. */
  readonly margin: number;
  /** Share of the question's words, by weight, that stand nowhere in the handbook. */
  readonly unknown: number;
  /** 1 when the question holds a word of terms.yaml, the handbook's own subjects; else 0. */
  readonly named: number;
  /** Content words of the question, 8 and more counting as 1: a match on one word alone says little. */
  readonly length: number;
};

export const NO_EVIDENCE: Evidence = {
  coverage: 0,
  similarity: 0,
  margin: 0,
  unknown: 1,
  named: 0,
  length: 0,
};

/** A logistic curve over the evidence; printed by `npm run -s eval -- --fit` from knowledge/golden. */
export type Curve = { readonly bias: number; readonly weights: Evidence };

const FITTED: Curve = {
  bias: -3.67,
  weights: { coverage: 2.56, similarity: 1.83, margin: 2.84, unknown: -1.93, named: 1.57, length: 1.32 },
};

/** The chance (0 to 1) that the best passage is of the right topic. */
export function confidenceOf(evidence: Evidence, curve: Curve = FITTED): number {
  let sum = curve.bias;
  for (const name of EVIDENCE_NAMES) sum += curve.weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}

/** What each part of `evidence` adds to the curve's sum, and where the sum begins. */
export function confidenceParts(
  evidence: Evidence,
  curve: Curve = FITTED,
): { readonly bias: number; readonly points: Evidence } {
  const points = { ...NO_EVIDENCE } as Record<keyof Evidence, number>;
  for (const name of EVIDENCE_NAMES) points[name] = curve.weights[name] * evidence[name];
  return { bias: curve.bias, points };
}

export const EVIDENCE_NAMES = ['coverage', 'similarity', 'margin', 'unknown', 'named', 'length'] as const;

/** A pair of characters beside a whole word: a mistyped word still has most of its pairs. */
const GRAM_SHARE = 0.3;
const LONG_QUESTION_WORDS = 8;

/** What the words of `question` say of the match, given the terms that the best passage `matched`. */
export function wordEvidence(
  question: Analysis,
  matched: ReadonlySet<string>,
  statistics: TermStatistics,
): Pick<Evidence, 'coverage' | 'unknown' | 'named' | 'length'> {
  const { words, groups, grams, sounds, kanaOnly } = question;
  let all = 0;
  let held = 0;
  let unknown = 0;
  for (const term of new Set(kanaOnly ? [...groups, ...sounds] : [...words, ...groups, ...grams])) {
    const weight = idf(term, statistics) * (term.startsWith('§') ? GRAM_SHARE : 1);
    all += weight;
    if (matched.has(term)) held += weight;
    if (!Object.hasOwn(statistics.frequency, term)) unknown += weight;
  }
  return {
    coverage: all === 0 ? 0 : held / all,
    unknown: all === 0 ? 1 : unknown / all,
    named: groups.length > 0 ? 1 : 0,
    length: Math.min(1, words.length / LONG_QUESTION_WORDS),
  };
}
