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
  const served = postalCode === null ? [] : municipalitiesOf(places.postal, postalCode);
  if (served.length === 0) return findName(normalised, places);
  const targets = served.flatMap((code) => places.municipalities.get(code) ?? []);
  // 「〒812-8582 福岡市東区」: the name settles what the code leaves open
  const named = targets.length > 1 ? findName(normalised, places) : null;
  return named?.kind === 'found' && served.includes(named.place.municipalityCode ?? '')
    ? named
    : matchOf(targets, places);
}

function findName(normalised: string, places: Places): PlaceMatch {
  const folded = fold(normalised);
  if (folded === '') return { kind: 'none' };
  const cores = withoutTails(folded);
  for (const core of cores) {
    const tokens = readWhole(core, places);
    const groups = tokens === null ? [] : groupsOf(tokens);
    if (groups.length === 1) return matchOf(groups.flat(), places);
  }
  // 「東京都世田屋区」, 「北海道苫子牧市」: a slip after a prefecture goes before a name that lies inside the slip
  const afterPrefecture = findMistyped(cores, places, true);
  if (afterPrefecture !== null) return afterPrefecture;
  const within = matchOf(groupsOf(readWithin(folded, places)).flat(), places);
  return within.kind === 'none' ? (findMistyped(cores, places, false) ?? within) : within;
}

function findMistyped(cores: readonly string[], places: Places, afterPrefecture: boolean): PlaceMatch | null {
  for (const core of [...cores].reverse()) {
    for (const part of new Set([core, ...segments(core)])) {
      const mistyped = readMistyped(part, places, afterPrefecture);
      if (mistyped !== null) return matchOf(groupsOf([mistyped]).flat(), places);
    }
  }
  return null;
}
