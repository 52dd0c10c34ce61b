/** How many documents hold each term: what makes a rare word weigh more than a common one. */
import type { Analyser, Analysis } from '../language/analyse.ts';

export type TermStatistics = {
  readonly documents: number;
  /** Documents that hold the term. */
  readonly frequency: Readonly<Record<string, number>>;
};

/** Counts each term once per text of `texts`. */
export function countTerms(texts: readonly string[], analyser: Analyser): TermStatistics {
  const frequency: Record<string, number> = Object.create(null);
  for (const text of texts) {
    for (const term of new Set(allTerms(analyser.analyse(text))))
      frequency[term] = (frequency[term] ?? 0) + 1;
  }
  return { documents: texts.length, frequency };
}

/** Every term of an analysis, with its prefix. */
export function allTerms(analysis: Analysis): string[] {
  return [...analysis.words, ...analysis.groups, ...analysis.grams, ...analysis.sounds];
}

/** Inverse document frequency as in BM25 (Robertson and Spärck Jones 1976), never negative. */
export function idf(term: string, statistics: TermStatistics): number {
  const df = Object.hasOwn(statistics.frequency, term) ? (statistics.frequency[term] ?? 0) : 0;
  return Math.log(1 + (statistics.documents - df + 0.5) / (df + 0.5));
}
