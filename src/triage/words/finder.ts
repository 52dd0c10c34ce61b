/** Finds the phrases of all concepts in a message. */
import type { Reading } from '../reading/reading.ts';
import type { Element } from './elements.ts';
import { createOccurrenceFinder, type Occurrence } from './occurrences.ts';
import type { Phrase } from './phrase.ts';

export type Hit = {
  readonly concept: string;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
};

/** How many characters may stand between two words of a phrase. */
const NEAR = 11;
const NEAR_IN_KANA = 9;
const FAR = 34;

type Start = { readonly phrase: Phrase; readonly choice: readonly Element[] };

/** A finder for `phrases`, whose elements are all in `elements`. Its work grows with the length of the text only. */
export function createPhraseFinder(
  phrases: readonly Phrase[],
  elements: readonly Element[],
): (reading: Reading) => Hit[] {
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
      for (const { phrase, choice } of starts.get(occurrence.element.id) ?? []) {
        const emit: Emit = (end, exact) => {
          // The shortest says it all: what follows decides whether it is so. But 「話せない」 is not 「話す」,
          // and of words written exactly the longest holds (「消えてしまえたら」).
          const whole = exact && phrase.slots.length === 1;
          const key = `${phrase.concept}@${occurrence.start}${whole ? '!!' : exact ? '!' : ''}`;
          const known = hits.get(key);
          if (!known || (whole ? known.end < end : known.end > end)) {
            hits.set(key, { concept: phrase.concept, phrase: phrase.source, start: occurrence.start, end });
          }
        };
        follow({ reading, occurrences, phrase, emit }, at, choice, 1, 1);
      }
    });
    return [...hits.values()];
  };
}

/** Called for each way to the end of a phrase; `exact`: its last element holds its own ending. */
type Emit = (end: number, exact: boolean) => void;
type Search = {
  readonly reading: Reading;
  readonly occurrences: readonly Occurrence[];
  readonly phrase: Phrase;
  readonly emit: Emit;
};

/** Follows the phrase from occurrence `at`: the rest of `choice` from `step` on, then the slots from `slot` on. */
function follow(search: Search, at: number, choice: readonly Element[], step: number, slot: number): void {
  const here = search.occurrences[at];
  if (!here) return;
  const wanted = choice[step];
  if (wanted) {
    eachNext(search, at, wanted.id, false, (i) => follow(search, i, choice, step + 1, slot));
    return;
  }
  const nextSlot = search.phrase.slots[slot];
  if (!nextSlot) {
    search.emit(here.end, here.element.whole);
    return;
  }
  for (const option of nextSlot.choices) {
    const [first] = option;
    if (first === undefined) follow(search, at, [], 0, slot + 1);
    else eachNext(search, at, first.id, nextSlot.far, (i) => follow(search, i, option, 1, slot + 1));
  }
}

/** Calls `go` for each occurrence of `element` that is near enough after occurrence `at`. */
function eachNext(search: Search, at: number, element: number, far: boolean, go: (at: number) => void): void {
  const { reading, occurrences } = search;
  const here = occurrences[at];
  if (!here) return;
  const reach = here.end + (far ? FAR : reading.kanaAt(here.start) ? NEAR_IN_KANA : NEAR);
  for (let i = at + 1; i < occurrences.length; i++) {
    const there = occurrences[i];
    if (!there || there.start > reach) return;
    if (there.element.id !== element || there.start < here.end) continue;
    if (joined(reading, here.end, there.start, far)) go(i);
  }
}

/** Whether the words before `start` and after `end` belong together: 「胸は楽で足が痛い」 does not say 胸が痛い. */
function joined(reading: Reading, start: number, end: number, far: boolean): boolean {
  if (reading.sentence[start] !== reading.sentence[end]) return false;
  if (far) return true;
  if (reading.clause[start] !== reading.clause[end]) return false;
  if (reading.kanaAt(start)) return true;
  return (reading.particles[end] ?? 0) - (reading.particles[start] ?? 0) <= 1;
}
