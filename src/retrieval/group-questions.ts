/** Groups questions by what they are about, and says by which shared words: pure, and the same for any order. */
import type { Analysis } from '../language/analyse.ts';

export type AskedQuestion = { readonly id: string; readonly analysis: Analysis };

export type QuestionGroup = {
  /** Every question of the group, the most typical first. */
  readonly ids: readonly string[];
  /** Terms that all of them hold, the most telling first; `#id` is a group of terms.yaml. Empty for a text without one. */
  readonly shared: readonly string[];
};

/** Questions less alike than this (mean weighted Jaccard, 0 to 1) stay apart. */
const ALIKE_FROM = 0.27;
/** A subject of terms.yaml says more of what is meant than the words it was put in. */
const SUBJECT_WEIGHT = 2;
/** What a term counts that stands in one question only. */
const ALONE_SHARE = 0.3;

type Question = { readonly id: string; readonly terms: ReadonlySet<string> };
type Cluster = { readonly members: readonly Question[]; readonly shared: ReadonlySet<string> };

/**
 * Joins the two nearest groups (average linkage) while they are alike and one term stands in every member of both.
 * `common` terms (retrieval/common-terms.ts) join nothing, except questions that hold no other. The largest come first.
 */
export function groupQuestions(
  questions: readonly AskedQuestion[],
  common: ReadonlySet<string>,
): QuestionGroup[] {
  const asked = questions
    .map(({ id, analysis }) => ({ id, terms: tellingTerms(analysis, common) }))
    .sort((a, b) => compare(a.id, b.id));
  const weights = weightsOf(asked);
  const alike = likenesses(asked, weights);
  return agglomerate(asked, alike)
    .map((cluster) => describe(cluster, weights))
    .sort((a, b) => b.ids.length - a.ids.length || compare(a.ids[0] ?? '', b.ids[0] ?? ''));
}

function tellingTerms({ words, groups }: Analysis, common: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set([...words, ...groups]);
  const telling = new Set([...all].filter((term) => !common.has(term)));
  return telling.size > 0 ? telling : all;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A word that stands in one question only joins nothing; it says less of what people ask than of how one put it. */
function weightsOf(questions: readonly Question[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const { terms } of questions)
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return new Map(
    [...frequency].map(([term, n]) => {
      const weight = (term.startsWith('#') ? SUBJECT_WEIGHT : 1) * (n === 1 ? ALONE_SHARE : 1);
      // Of two terms the rarer tells more, but never so much that one odd word decides.
      return [term, weight * (1 + Math.log(questions.length / n) / Math.log(questions.length + 1))];
    }),
  );
}

function sum(terms: Iterable<string>, weights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const term of terms) total += weights.get(term) ?? 0;
  return total;
}

function likeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared += weights.get(term) ?? 0;
  return shared === 0 ? 0 : shared / (sum(a, weights) + sum(b, weights) - shared);
}

/** The likeness of each two; most share no term and cost nothing. */
function likenesses(questions: readonly Question[], weights: ReadonlyMap<string, number>): Float64Array[] {
  const matrix = questions.map(() => new Float64Array(questions.length));
  const holders = new Map<string, number[]>();
  const whole = questions.map(({ terms }) => sum(terms, weights));
  for (const [i, { terms }] of questions.entries()) {
    const shared = new Float64Array(i);
    for (const term of terms) {
      const weight = weights.get(term) ?? 0;
      const before = holders.get(term) ?? [];
      for (const j of before) shared[j] = (shared[j] ?? 0) + weight;
      before.push(i);
      holders.set(term, before);
    }
    shared.forEach((both, j) => {
      if (both > 0) set(matrix, i, j, both / ((whole[i] ?? 0) + (whole[j] ?? 0) - both));
    });
  }
  return matrix;
}

/** `alike` is used up: row and column of a group that was joined to another become 0. */
function agglomerate(questions: readonly Question[], alike: readonly Float64Array[]): Cluster[] {
  const clusters: (Cluster | null)[] = questions.map((question) => ({
    members: [question],
    shared: question.terms,
  }));
  const nearest = alike.map((row) => indexOfMost(row));
  const nearness = Float64Array.from(alike, (row, i) => row[nearest[i] ?? 0] ?? 0);
  for (;;) {
    const i = indexOfMost(nearness);
    const j = nearest[i] ?? 0;
    const [first, second] = [clusters[i], clusters[j]];
    if (!first || !second || (nearness[i] ?? 0) < ALIKE_FROM) break;
    const shared = new Set([...first.shared].filter((term) => second.shared.has(term)));
    // Joining only takes terms away, so a pair without one never becomes joinable.
    if (shared.size === 0) set(alike, i, j, 0);
    else {
      clusters[i] = { members: [...first.members, ...second.members], shared };
      clusters[j] = null;
      join(alike, i, j, first.members.length, second.members.length);
    }
    for (const [row, likeness] of alike.entries()) {
      if (clusters[row] === null) nearness[row] = 0;
      else {
        const at = nearest[row] ?? 0;
        const lost = at === i || at === j || row === i || row === j;
        if ((lost && (nearness[row] ?? 0) > 0) || row === i) nearest[row] = indexOfMost(likeness);
        else if ((likeness[i] ?? 0) > (nearness[row] ?? 0)) nearest[row] = i;
        nearness[row] = likeness[nearest[row] ?? 0] ?? 0;
      }
    }
  }
  return clusters.filter((cluster) => cluster !== null);
}

/** Row and column `i` become those of both: the mean over the members of each. */
function join(alike: readonly Float64Array[], i: number, j: number, n: number, m: number): void {
  const [first, second] = [alike[i] ?? new Float64Array(), alike[j] ?? new Float64Array()];
  for (let k = 0; k < first.length; k++) {
    const both = (n * (first[k] ?? 0) + m * (second[k] ?? 0)) / (n + m);
    if (first[k] !== 0 || second[k] !== 0) {
      set(alike, i, k, k === i || k === j ? 0 : both);
      set(alike, j, k, 0);
    }
  }
}

function set(matrix: readonly Float64Array[], i: number, j: number, value: number): void {
  const [row, column] = [matrix[i], matrix[j]];
  if (row) row[j] = value;
  if (column) column[i] = value;
}

/** Index of the greatest number, the first of equal ones. */
function indexOfMost(numbers: Float64Array): number {
  let most = 0;
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] ?? 0) > (numbers[most] ?? 0)) most = i;
  return most;
}

function describe({ members, shared }: Cluster, weights: ReadonlyMap<string, number>): QuestionGroup {
  const typical = members
    .map((member) => ({
      id: member.id,
      nearness: members.reduce((total, other) => total + likeness(member.terms, other.terms, weights), 0),
    }))
    .sort((a, b) => b.nearness - a.nearness || compare(a.id, b.id));
  return {
    ids: typical.map(({ id }) => id),
    shared: [...shared].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || compare(a, b)),
  };
}
