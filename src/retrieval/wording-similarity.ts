/** How near a question is to a way of asking that an editor wrote down. */
import type { Analysis } from '../language/analyse.ts';
import { allTerms, idf, type TermStatistics } from './term-statistics.ts';

/** Terms of one wording, kept in the artifact so that nothing is analysed while a patient waits. */
export type Wording = readonly string[];

type Asked = {
  readonly statistics: TermStatistics;
  readonly asked: ReadonlySet<string>;
  readonly norm: number;
};
type Norms = { readonly statistics: TermStatistics; words?: number; kana?: number };

/** A question is compared with a hundred wordings, and a wording with every question: each is summed up once. */
const askedBefore = new WeakMap<Analysis, Asked>();
const normsBefore = new WeakMap<Wording, Norms>();

export function wordingOf(analysis: Analysis): Wording {
  return [...new Set(allTerms(analysis))];
}

/** Cosine (0 to 1) of the idf-weighted terms; parts of words and sounds weigh less than words. */
export function wordingSimilarity(question: Analysis, wording: Wording, statistics: TermStatistics): number {
  const { asked, norm } = askedTerms(question, statistics);
  const { kanaOnly } = question;
  let shared = 0;
  for (const term of wording) if (asked.has(term)) shared += square(term, kanaOnly, statistics);
  if (shared === 0) return 0;
  return shared / Math.sqrt(norm * normOf(wording, kanaOnly, statistics));
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

function askedTerms(question: Analysis, statistics: TermStatistics): Asked {
  const known = askedBefore.get(question);
  if (known?.statistics === statistics) return known;
  const asked = new Set(allTerms(question));
  const made = { statistics, asked, norm: sumOf(asked, question.kanaOnly, statistics) };
  askedBefore.set(question, made);
  return made;
}

function normOf(wording: Wording, kanaOnly: boolean, statistics: TermStatistics): number {
  const known = normsBefore.get(wording);
  const norms: Norms = known?.statistics === statistics ? known : { statistics };
  normsBefore.set(wording, norms);
  const side = kanaOnly ? 'kana' : 'words';
  norms[side] ??= sumOf(wording, kanaOnly, statistics);
  return norms[side];
}

function sumOf(terms: Iterable<string>, kanaOnly: boolean, statistics: TermStatistics): number {
  let sum = 0;
  for (const term of terms) sum += square(term, kanaOnly, statistics);
  return sum;
}

function square(term: string, kanaOnly: boolean, statistics: TermStatistics): number {
  return (kindWeight(term, kanaOnly) * idf(term, statistics)) ** 2;
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
