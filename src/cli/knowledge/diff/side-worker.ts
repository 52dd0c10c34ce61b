/** One handbook in a thread of its own: compiles it, then answers. The two sides take a core each. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { assembleKnowledge } from '../../../assemble-knowledge.ts';
import { maskDetails } from '../../../editors/mask-details.ts';
import { KnowledgeError } from '../../../knowledge/problem.ts';
import { buildKnowledge } from '../../build/build-knowledge.ts';
import { answerTo } from './answers.ts';
import type { FromSide, SideOrder, ToSide } from './side.ts';

const { places, reviewedOnly, nowMs } = workerData as SideOrder;
const say = (message: FromSide) => parentPort?.postMessage(message);

try {
  buildKnowledge(places);
  const dictionary = new Uint8Array(readFileSync(places.dictionaryFile)).buffer;
  const artifact = readFileSync(places.artifactFile, 'utf8');
  const knowledge = assembleKnowledge({ dictionary, artifact }, { reviewedOnly });
  parentPort?.on('message', ({ questions, mask }: ToSide) => {
    say({
      kind: 'answered',
      answers: questions.map((turns) => answerTo(turns, knowledge, nowMs)),
      masked: mask.map((text) => maskDetails(knowledge.analyser.analyse(text))),
    });
  });
  say({ kind: 'ready', version: knowledge.version, handbook: knowledge.handbook });
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  say({ kind: 'broken', problems: error.problems });
}
