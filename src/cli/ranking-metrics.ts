/** How good a ranking is: the usual measures of information retrieval. */

export type Ranking = {
  /** Document ids, best first. */
  readonly found: readonly string[];
  /** Relevant documents with their grade (1 or more). */
  readonly grades: ReadonlyMap<string, number>;
};

export type Scores = Readonly<
  Record<'recall@1' | 'recall@3' | 'recall@10' | 'mrr@10' | 'ndcg@10' | 'map', number>
>;

/** Each measure between 0 and 1. nDCG with gain 2^grade − 1 (Burges 2005); recall is the share of relevant documents found. */
export function scoreRanking({ found, grades }: Ranking): Scores {
  const gain = (id: string) => 2 ** (grades.get(id) ?? 0) - 1;
  const discounted = (gains: readonly number[]) =>
    gains.reduce((sum, g, rank) => sum + g / Math.log2(rank + 2), 0);
  const recall = (depth: number) => found.slice(0, depth).filter((id) => grades.has(id)).length / grades.size;
  const top = found.slice(0, 10);
  const first = top.findIndex((id) => grades.has(id));
  const ideal = [...grades.values()].map((grade) => 2 ** grade - 1).sort((a, b) => b - a);
  let hits = 0;
  let precision = 0;
  found.forEach((id, rank) => {
    if (grades.has(id)) precision += ++hits / (rank + 1);
  });
  return {
    'recall@1': recall(1),
    'recall@3': recall(3),
    'recall@10': recall(10),
    'mrr@10': first < 0 ? 0 : 1 / (first + 1),
    'ndcg@10': discounted(top.map(gain)) / discounted(ideal.slice(0, 10)),
    map: precision / grades.size,
  };
}

/** The mean of each measure. */
export function average(scores: readonly Scores[]): Scores {
  const mean = (name: keyof Scores) => scores.reduce((sum, s) => sum + s[name], 0) / scores.length;
  return {
    'recall@1': mean('recall@1'),
    'recall@3': mean('recall@3'),
    'recall@10': mean('recall@10'),
    'mrr@10': mean('mrr@10'),
    'ndcg@10': mean('ndcg@10'),
    map: mean('map'),
  };
}
