import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { buildSearchIndex } from '../retrieval/search-index.ts';
import { runCommand, UsageError } from './command.ts';
import { localKnowledge } from './local-knowledge.ts';
import { average, type Ranking, scoreRanking } from './ranking-metrics.ts';

const HELP = `
npm run -s eval:retrieval -- --corpus C.jsonl --queries Q.jsonl --qrels R.tsv
  Runs the product's own analyser and ranking on any collection.
  corpus {id,title?,text}, queries {id,text}, qrels qid<TAB>docid<TAB>grade
  Prints JSON: queries, recall@1, recall@3, recall@10, mrr@10, ndcg@10, map, p50_ms, p99_ms, index_s.
  Queries without a judged document of grade 1 or more are left out.
`;

const OPTIONS = {
  corpus: { type: 'string' },
  queries: { type: 'string' },
  qrels: { type: 'string' },
} as const;

const id = z.union([z.string(), z.number()]).transform(String);
const documentLine = z.object({ id, title: z.string().nullish(), text: z.string() });
const queryLine = z.object({ id, text: z.string() });

await runCommand(HELP, OPTIONS, ({ corpus, queries, qrels }) => {
  if (!corpus || !queries || !qrels) throw new UsageError('Name --corpus, --queries and --qrels.');
  const documents = readJsonLines(corpus, documentLine);
  const judged = readQrels(qrels);
  const asked = readJsonLines(queries, queryLine).filter((query) => judged.has(query.id));
  if (asked.length === 0)
    throw new UsageError(`No query of ${queries} is judged in ${qrels}: do their ids agree?`);

  const { analyser } = localKnowledge();
  const indexStart = performance.now();
  const index = buildSearchIndex(
    documents.map(({ id, title, text }) => ({ id, title: title ?? '', questions: [], topic: '', text })),
    analyser,
  );
  const indexSeconds = (performance.now() - indexStart) / 1000;
  const times: number[] = [];
  const rankings = asked.map((query): Ranking => {
    const start = performance.now();
    const hits = index.search(analyser.analyse(query.text));
    times.push(performance.now() - start);
    return { found: hits.map((hit) => hit.id), grades: judged.get(query.id) ?? new Map() };
  });
  const scores = average(rankings.map(scoreRanking));
  times.sort((a, b) => a - b);
  const quantile = (q: number) =>
    rounded(times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? 0);
  console.log(
    JSON.stringify({
      queries: asked.length,
      ...Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, rounded(value)])),
      p50_ms: quantile(0.5),
      p99_ms: quantile(0.99),
      index_s: rounded(indexSeconds),
    }),
  );
});

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function readJsonLines<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(line))];
      } catch (cause) {
        throw new UsageError(
          `${file}:${at + 1}: not a line of the expected form (${String(cause).slice(0, 200)})`,
        );
      }
    });
}

function readQrels(file: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, at) => {
      if (line.trim() === '') return;
      const [query, document, grade] = line.split('\t');
      if (!query || !document || !Number.isFinite(Number(grade))) {
        throw new UsageError(`${file}:${at + 1}: expected qid<TAB>docid<TAB>grade`);
      }
      if (Number(grade) <= 0) return;
      const grades = judged.get(query) ?? new Map<string, number>();
      judged.set(query, grades.set(document, Number(grade)));
    });
  return judged;
}
