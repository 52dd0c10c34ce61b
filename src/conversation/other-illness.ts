/** A message about another illness alone: a passage for people with cancer would be the wrong answer to it. */
import type { Handbook } from '../knowledge/handbook.ts';
import type { Analysis } from '../language/analyse.ts';

/** The other illness that `question` names, where nothing in it speaks of cancer or its treatment; null else. */
export function otherIllnessIn(
  question: Analysis,
  { otherIllnesses, cancerWords, terms }: Pick<Handbook, 'otherIllnesses' | 'cancerWords' | 'terms'>,
): string | null {
  const illness = otherIllnesses.find((word) => question.normal.includes(word));
  if (illness === undefined || cancerWords.some((word) => question.normal.includes(word))) return null;
  // The handbook's own words are of cancer care, but for those that name the illness itself.
  const named = terms.filter(({ id }) => question.groups.includes(`#${id}`));
  const ofCancer = named.some(({ words }) => !words.some(({ surface }) => otherIllnesses.includes(surface)));
  return ofCancer ? null : illness;
}
