/** All that a decision may look at besides the patient's state and event. */
import type { Handbook } from '../knowledge/handbook.ts';
import type { Analyser } from '../language/analyse.ts';
import type { Retriever } from '../retrieval/retriever.ts';

export type Knowledge = {
  readonly version: string;
  readonly handbook: Handbook;
  readonly analyser: Analyser;
  readonly retriever: Retriever;
};
