/** How sure the retriever may be of its best passage: measured evidence, joined by a fitted logistic curve. */
import type { Analysis } from '../language/analyse.ts';
import { idf, type TermStatistics } from './term-statistics.ts';

export type Evidence = {
  /** Share (0 to 1) of the question's words, by weight, that the best passage holds. */
  readonly coverage: number;
  /** Similarity (0 to 1) to the nearest way of asking that the best passage lists. */
  readonly similarity: number;
  /** How far (0 to 1) the best passage is ahead of the best one of another topic. */
  readonly margin: number;
};

/** Fitted by `npm run -s eval -- --fit` on knowledge/golden: 1 when the first passage's topic is right. */
const BIAS = -3.2;
const WEIGHTS: Evidence = { coverage: 2.6, similarity: 5.2, margin: 1.6 };

export function confidenceOf(evidence: Evidence): number {
  const sum =
    BIAS +
    WEIGHTS.coverage * evidence.coverage +
    WEIGHTS.similarity * evidence.similarity +
    WEIGHTS.margin * evidence.margin;
  return 1 / (1 + Math.exp(-sum));
}

/** Weighted share of the question's words and groups that stand among `matched`. */
export function coverageOf(question: Analysis, matched: ReadonlySet<string>, statistics: TermStatistics): number {
  let all = 0;
  let held = 0;
  for (const term of new Set(question.kanaOnly ? question.sounds : [...question.words, ...question.groups])) {
    const weight = idf(term, statistics);
    all += weight;
    if (matched.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}
