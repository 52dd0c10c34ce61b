/** How near a question is to a way of asking that an editor wrote down. */
import type { Analysis } from '../language/analyse.ts';
import { allTerms, idf, type TermStatistics } from './term-statistics.ts';

/** Terms of one wording, kept in the artifact so that nothing is analysed while a patient waits. */
export type Wording = readonly string[];

export function wordingOf(analysis: Analysis): Wording {
  return [...new Set(allTerms(analysis))];
}

/** Cosine (0 to 1) of the idf-weighted terms; parts of words and sounds weigh less than words. */
export function wordingSimilarity(question: Analysis, wording: Wording, statistics: TermStatistics): number {
  const weight = (term: string) => kindWeight(term, question.kanaOnly) * idf(term, statistics);
  const asked = new Set(allTerms(question));
  let shared = 0;
  let askedNorm = 0;
  let wordingNorm = 0;
  for (const term of asked) askedNorm += weight(term) ** 2;
  for (const term of wording) {
    const squared = weight(term) ** 2;
    wordingNorm += squared;
    if (asked.has(term)) shared += squared;
  }
  return shared === 0 ? 0 : shared / Math.sqrt(askedNorm * wordingNorm);
}

/** What each term that both hold adds to their similarity: together they are the similarity. */
export function sharedTerms(
  question: Analysis,
  wording: Wording,
  statistics: TermStatistics,
): { readonly term: string; readonly points: number }[] {
  const asked = new Set(allTerms(question));
  const similarity = wordingSimilarity(question, wording, statistics);
  const squares = wording
    .filter((term) => asked.has(term))
    .map((term) => ({ term, square: (kindWeight(term, question.kanaOnly) * idf(term, statistics)) ** 2 }));
  const all = squares.reduce((sum, { square }) => sum + square, 0);
  return squares.map(({ term, square }) => ({ term, points: all === 0 ? 0 : (similarity * square) / all }));
}

function kindWeight(term: string, kanaOnly: boolean): number {
  switch (term.charAt(0)) {
    case '§':
      return kanaOnly ? 0.2 : 0.45;
    case '~':
      return kanaOnly ? 0.6 : 0.2;
    default:
      return 1;
  }
}
