/** What place a message speaks of. Nothing is guessed between namesakes: they are all given back. */
import { normalise } from '../../language/normalise.ts';
import type { PlaceMatch } from './place.ts';
import { fold, isKana, withoutTails } from './place-index/fold.ts';
import type { Places } from './place-index/places.ts';
import { findPostalCode, municipalitiesOf } from './place-index/postal.ts';
import { groupsOf, matchOf } from './place-index/resolve.ts';
import { readWhole, readWithin } from './place-index/scan.ts';
import { readMistyped } from './place-index/typo.ts';

/** LINE lets a patient send 5,000 characters; an address stands near the beginning. */
const LONGEST_TEXT = 400;

/** The parts of a sentence that can be a kanji name with a slip in it; kana is read as one name or not at all. */
function segments(text: string): string[] {
  return text.split(/[のにではがをへも、。・]+/).filter((part) => part.length >= 3 && !isKana(part));
}

/**
 * Finds the prefecture, city, ward, town or village, postal code, station, landmark, hospital or former name in
 * `text`, in kanji or kana, with or without its suffix, alone or inside a sentence. For messages that answer
 * "where are you?" or speak of a place: a bare 「いたみ」 is read as 伊丹市, not as pain.
 */
export function findPlace(text: string, places: Places): PlaceMatch {
  const normalised = normalise(text.slice(0, LONGEST_TEXT));
  const postalCode = findPostalCode(normalised);
  if (postalCode !== null) {
    const targets = municipalitiesOf(places.postal, postalCode).flatMap(
      (code) => places.municipalities.get(code) ?? [],
    );
    if (targets.length > 0) return matchOf(targets, places);
  }
  const folded = fold(normalised);
  if (folded === '') return { kind: 'none' };
  const cores = withoutTails(folded);
  for (const core of cores) {
    const tokens = readWhole(core, places);
    const groups = tokens === null ? [] : groupsOf(tokens);
    if (groups.length === 1) return matchOf(groups.flat(), places);
  }
  const within = matchOf(groupsOf(readWithin(folded, places)).flat(), places);
  // 「東京都世田屋区」: what was read is right, and what follows is a slip
  return within.kind === 'none' || within.kind === 'prefecture'
    ? (findMistyped(cores, places) ?? within)
    : within;
}

function findMistyped(cores: readonly string[], places: Places): PlaceMatch | null {
  for (const core of [...cores].reverse()) {
    for (const part of new Set([core, ...segments(core)])) {
      const mistyped = readMistyped(part, places);
      if (mistyped !== null) return matchOf(groupsOf([mistyped]).flat(), places);
    }
  }
  return null;
}
