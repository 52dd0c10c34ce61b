/** All that a decision may look at besides the patient's state and event. */
import type { Places } from '../guidance/centres/place-index/places.ts';
import type { Handbook } from '../knowledge/handbook.ts';
import type { Analyser } from '../language/analyse.ts';
import type { Furigana } from '../language/furigana.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Triage } from '../triage/triage.ts';

export type Knowledge = {
  readonly version: string;
  readonly handbook: Handbook;
  readonly analyser: Analyser;
  readonly retriever: Retriever;
  readonly triage: Triage;
  /** Adds the readings of hard words to a text. */
  readonly furigana: Furigana;
  /** Made when first asked for: most conversations name no place. */
  readonly places: () => Places;
};

/** Where the patient's case stands: nobody has one, it waits, or a counselor is talking with them. */
export type Person = 'none' | 'waiting' | 'talking';

/** What the decision is made in: the knowledge, the time and whether a person has the case. */
export type Setting = {
  readonly knowledge: Knowledge;
  /** Epoch milliseconds. */
  readonly nowMs: number;
  readonly person: Person;
};
