import { ANSWER_FROM, CHOICES_FROM } from '../conversation/answer-question.ts';
import { decide } from '../conversation/decide.ts';
import { type Curve, confidenceOf } from '../retrieval/confidence.ts';
import { runCommand } from './command.ts';
import { fitLogistic, type Sample } from './fit-logistic.ts';
import { readGolden } from './golden.ts';
import { localKnowledge } from './local-knowledge.ts';

const HELP = `
npm run -s eval -- [--fit] [--failures]
  Puts the golden questions (knowledge/golden) through retrieval: hit@1 and hit@3 by style, and how many
  messages are answered, offered choices or left, in scope and out of scope.
  --failures  lists the questions whose topic was not among the three passages
  --fit       fits the confidence curve on one half and prints how it does on the other
`;

const OPTIONS = { fit: { type: 'boolean' }, failures: { type: 'boolean' } } as const;

/** An answer to a question that is not about cancer does more harm than a missing one; they are also few here. */
const OUT_OF_SCOPE_WEIGHT = 4;

type Row = Sample & {
  style: string;
  inScope: boolean;
  hit1: boolean;
  hit3: boolean;
  text: string;
  topics: string[];
};

await runCommand(HELP, OPTIONS, ({ fit, failures }) => {
  const knowledge = localKnowledge();
  const { retriever, analyser } = knowledge;
  const rows = readGolden()
    .filter((q) => q.topic !== undefined || q.route === 'out_of_scope')
    .map((question): Row => {
      const found = retriever.find(analyser.analyse(question.text));
      const topics = found.passages.map((p) => p.passage.topic);
      const right = [question.topic, ...(question.also ?? [])];
      const hit1 = right.includes(topics[0]);
      const hit3 = topics.some((topic) => right.includes(topic));
      const inScope = question.topic !== undefined;
      const { style = 'other', text } = question;
      const weight = inScope ? 1 : OUT_OF_SCOPE_WEIGHT;
      return { evidence: found.evidence, right: hit1, weight, style, inScope, hit1, hit3, text, topics };
    });
  const inScope = rows.filter((row) => row.inScope);
  console.log(
    `hit@1 ${share(inScope, (r) => r.hit1)}  hit@3 ${share(inScope, (r) => r.hit3)}  of ${inScope.length} questions`,
  );
  for (const [style, group] of Map.groupBy(inScope, (row) => row.style)) {
    console.log(
      `  ${style.padEnd(11)} ${share(group, (r) => r.hit1)}  ${share(group, (r) => r.hit3)}  of ${group.length}`,
    );
  }
  printBands('in scope', inScope);
  const outOfScope = rows.filter((row) => !row.inScope);
  printBands('out of scope', outOfScope);
  const nowMs = Date.now();
  const given = outOfScope.filter(({ text }) => {
    const decision = decide(null, { kind: 'text', text }, { knowledge, nowMs, person: 'none' });
    return decision.passages.length > 0;
  });
  console.log(
    `out of scope, given a passage or a clue by the whole conversation: ${share(outOfScope, (r) => given.includes(r))}`,
  );
  if (failures)
    for (const row of inScope) if (!row.hit3) console.log(`${row.text}\n    ${row.topics.join(' ')}`);
  if (fit) {
    const half = (parity: number) => rows.filter((_, i) => i % 2 === parity);
    printBands(
      'other half, in scope',
      half(1).filter((r) => r.inScope),
      fitLogistic(half(0)),
    );
    printBands(
      'other half, out of scope',
      half(1).filter((r) => !r.inScope),
      fitLogistic(half(0)),
    );
    console.log(
      JSON.stringify(fitLogistic(rows), (_, value) =>
        typeof value === 'number' ? Math.round(value * 100) / 100 : value,
      ),
    );
  }
});

function printBands(name: string, rows: readonly Row[], curve?: Curve): void {
  const confidence = (row: Row) => confidenceOf(row.evidence, curve);
  const answered = rows.filter((row) => confidence(row) >= ANSWER_FROM);
  const choices = rows.filter((row) => confidence(row) >= CHOICES_FROM && confidence(row) < ANSWER_FROM);
  console.log(
    `${name}: answered ${share(rows, (r) => answered.includes(r))} (right ${share(answered, (r) => r.hit1)}), ` +
      `choices ${share(rows, (r) => choices.includes(r))} (right one among them ${share(choices, (r) => r.hit3)})`,
  );
}

function share<T>(rows: readonly T[], test: (row: T) => boolean): string {
  return rows.length === 0 ? '–' : `${((100 * rows.filter(test).length) / rows.length).toFixed(1)}%`;
}
