/** The handbook: all that editors own, compiled and checked. */
import type { Passage } from './passage.ts';
import type { Phrases } from './phrases.ts';
import type { SupportLine } from './support-line.ts';
import type { TermGroup } from './terms.ts';
import type { Topic } from './topics.ts';

export type Handbook = {
  readonly topics: readonly Topic[];
  readonly terms: readonly TermGroup[];
  readonly phrases: Phrases;
  readonly supportLine: SupportLine;
  /** In the order of their ids. */
  readonly passages: readonly Passage[];
};

/** The handbook with the passages that no clinician has reviewed kept back (KNOWLEDGE_REVIEWED_ONLY=1). */
export function reviewedOnly(handbook: Handbook): Handbook {
  return { ...handbook, passages: handbook.passages.filter((passage) => passage.reviewed !== null) };
}
