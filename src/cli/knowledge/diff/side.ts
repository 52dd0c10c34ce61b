/** A handbook that answers in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Answer } from '../../../knowledge/diff/answer.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';
import { KnowledgeError, type Problem } from '../../../knowledge/problem.ts';
import type { BuildPlaces } from '../../build/build-knowledge.ts';

export type SideOrder = {
  readonly places: BuildPlaces;
  readonly reviewedOnly: boolean;
  readonly nowMs: number;
};

/** Questions to answer, and texts in which what tells who wrote them is to be hidden. */
export type ToSide = { readonly questions: readonly (readonly string[])[]; readonly mask: readonly string[] };

export type FromSide =
  | { readonly kind: 'ready'; readonly version: string; readonly handbook: Handbook }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  | { readonly kind: 'answered'; readonly answers: readonly Answer[]; readonly masked: readonly string[] };

export type Side = {
  readonly version: string;
  readonly handbook: Handbook;
  readonly answer: (order: ToSide) => Promise<Extract<FromSide, { kind: 'answered' }>>;
};

export type OpeningSide = { readonly ready: Promise<Side>; readonly close: () => Promise<unknown> };

/** Begins to compile; `ready` rejects with KnowledgeError where that fails. */
export function openSide(order: SideOrder): OpeningSide {
  const worker = new Worker(new URL('./side-worker.ts', import.meta.url), {
    workerData: order,
    execArgv: ['--import', 'tsx'],
  });
  const next = () =>
    new Promise<FromSide>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('A handbook stopped before it had answered.')));
    });
  const ready = next().then((first): Side => {
    if (first.kind === 'broken') throw new KnowledgeError(first.problems);
    if (first.kind !== 'ready') throw new Error(`A handbook said "${first.kind}" before it was ready.`);
    const { version, handbook } = first;
    return {
      version,
      handbook,
      answer: async (sent) => {
        const answered = next();
        worker.postMessage(sent);
        const message = await answered;
        if (message.kind !== 'answered') throw new Error(`A handbook said "${message.kind}" for an answer.`);
        return message;
      },
    };
  });
  return { ready, close: () => worker.terminate() };
}
