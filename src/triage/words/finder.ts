/** Finds the phrases of all concepts in a message. */
import type { Reading } from '../reading/reading.ts';
import { createOccurrenceFinder, type Occurrence } from './occurrences.ts';
import type { Element } from './elements.ts';
import type { Phrase } from './phrase.ts';

export type Hit = { readonly concept: string; readonly phrase: string; readonly start: number; readonly end: number };

/** How many characters may stand between two words of a phrase. */
const NEAR = 11;
const NEAR_IN_KANA = 9;
const FAR = 34;

type Start = { readonly phrase: Phrase; readonly choice: readonly Element[] };

/** A finder for `phrases`, whose elements are all in `elements`. Its work grows with the length of the text only. */
export function createPhraseFinder(phrases: readonly Phrase[], elements: readonly Element[]): (reading: Reading) => Hit[] {
  const occurrencesIn = createOccurrenceFinder(elements);
  const starts = new Map<number, Start[]>();
  for (const phrase of phrases) {
    for (const choice of phrase.slots[0]?.choices ?? []) {
      const first = choice[0];
      if (first) starts.set(first.id, [...(starts.get(first.id) ?? []), { phrase, choice }]);
    }
  }
  return (reading) => {
    const occurrences = occurrencesIn(reading);
    const hits = new Map<string, Hit>();
    occurrences.forEach((occurrence, at) => {
      for (const { phrase, choice } of starts.get(occurrence.element) ?? []) {
        const end = follow(reading, occurrences, at, choice, 1, phrase, 1);
        if (end === null) continue;
        const key = `${phrase.concept}@${occurrence.start}`;
        const known = hits.get(key);
        if (!known || known.end < end) hits.set(key, { concept: phrase.concept, phrase: phrase.source, start: occurrence.start, end });
      }
    });
    return [...hits.values()];
  };
}

/** Where the phrase ends that goes on after occurrence `at`, or null where it does not. */
function follow(
  reading: Reading,
  occurrences: readonly Occurrence[],
  at: number,
  choice: readonly Element[],
  step: number,
  phrase: Phrase,
  slot: number,
): number | null {
  const here = occurrences[at];
  if (!here) return null;
  const wanted = choice[step];
  if (wanted) return next(reading, occurrences, at, wanted.id, false, (i) => follow(reading, occurrences, i, choice, step + 1, phrase, slot));
  const nextSlot = phrase.slots[slot];
  if (!nextSlot) return here.end;
  let best: number | null = null;
  for (const option of nextSlot.choices) {
    const [first] = option;
    const end =
      first === undefined
        ? follow(reading, occurrences, at, [], 0, phrase, slot + 1)
        : next(reading, occurrences, at, first.id, nextSlot.far, (i) => follow(reading, occurrences, i, option, 1, phrase, slot + 1));
    if (end !== null && (best === null || end > best)) best = end;
  }
  return best;
}

function next(
  reading: Reading,
  occurrences: readonly Occurrence[],
  at: number,
  element: number,
  far: boolean,
  go: (at: number) => number | null,
): number | null {
  const here = occurrences[at];
  if (!here) return null;
  const reach = here.end + (far ? FAR : reading.kanaOnly ? NEAR_IN_KANA : NEAR);
  for (let i = at + 1; i < occurrences.length; i++) {
    const there = occurrences[i];
    if (!there || there.start > reach) return null;
    if (there.element !== element || there.start < here.end) continue;
    if (!joined(reading, here.end, there.start, far)) continue;
    const end = go(i);
    if (end !== null) return end;
  }
  return null;
}

/** Whether the words before `start` and after `end` belong together: 「胸は楽で足が痛い」 does not say 胸が痛い. */
function joined(reading: Reading, start: number, end: number, far: boolean): boolean {
  if (reading.sentence[start] !== reading.sentence[end]) return false;
  if (far) return true;
  if (reading.clause[start] !== reading.clause[end]) return false;
  if (reading.kanaOnly) return true;
  return (reading.particles[end] ?? 0) - (reading.particles[start] ?? 0) <= 1;
}
