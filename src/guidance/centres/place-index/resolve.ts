/** From the names that were read to the places they mean together: 「福岡の北九州」 is one place, not two. */
import { MOST_CANDIDATES, type Place, type PlaceMatch } from '../place.ts';
import type { Places } from './places.ts';
import type { Token } from './scan.ts';
import { contains, type Target } from './target.ts';

/** The narrower of each pair of which one lies inside the other: 大阪府 with 堺市 leaves 堺市. Else what both name. */
function narrowed(wide: readonly Target[], next: readonly Target[]): Target[] {
  const narrower = new Set<Target>();
  for (const a of wide) {
    for (const b of next) {
      if (contains(a, b)) narrower.add(b);
      else if (contains(b, a)) narrower.add(a);
    }
  }
  return narrower.size > 0 ? [...narrower] : wide.filter((target) => next.includes(target));
}

const isTownOrVillage = (target: Target) =>
  /[町村]$/.test(target.place.label) && target.level === 'municipality';

/**
 * Of the bearers of one bare name, those it can mean:
 * a prefecture before its namesakes (福岡; its capital is the point, and the city can still be asked);
 * a designated city before towns and villages (横浜市 before 青森県 横浜町, whose people write 横浜町);
 * the city before its own ward (堺市 before 堺区).
 */
function meant(targets: readonly Target[]): Target[] {
  const prefectures = targets.filter((target) => target.level === 'prefecture');
  if (prefectures.length > 0) return prefectures;
  const cities = targets.filter((target) => target.level === 'city');
  const withoutTowns = cities.length > 0 ? targets.filter((target) => !isTownOrVillage(target)) : targets;
  return withoutTowns.filter(
    (target) =>
      !withoutTowns.some(
        (other) =>
          other !== target &&
          target.cityCode !== null &&
          other.municipalityCode === target.cityCode &&
          other.prefectureCode === target.prefectureCode,
      ),
  );
}

/** One place for each municipality, the municipality itself before a spot in it. */
function distinct(targets: readonly Target[]): Target[] {
  const byCode = new Map<string, Target>();
  const spots = targets.filter((target) => target.level === 'spot');
  for (const target of [...targets.filter((t) => t.level !== 'spot'), ...spots]) {
    const key = target.municipalityCode ?? target.prefectureCode;
    if (!byCode.has(key)) byCode.set(key, target);
  }
  return [...byCode.values()];
}

/** The match that these targets amount to. Beyond MOST_CANDIDATES their prefectures are offered instead. */
export function matchOf(targets: readonly Target[], places: Places): PlaceMatch {
  const all = distinct(targets);
  const [only] = all;
  if (only === undefined) return { kind: 'none' };
  if (all.length === 1) {
    return only.level === 'prefecture'
      ? { kind: 'prefecture', prefecture: only.place.prefecture, capital: only.place }
      : { kind: 'found', place: only.place };
  }
  if (all.length <= MOST_CANDIDATES)
    return { kind: 'ambiguous', candidates: all.map((target) => target.place) };
  const prefectures = new Map<string, Place>();
  for (const target of all) {
    const prefecture = places.prefectures.get(target.prefectureCode);
    if (prefecture !== undefined) prefectures.set(target.prefectureCode, prefecture.place);
  }
  const candidates = [...prefectures.values()];
  return candidates.length <= MOST_CANDIDATES ? { kind: 'ambiguous', candidates } : { kind: 'none' };
}

/** 「京都市左京区吉田」: a part of the ward, and no town of that name elsewhere. */
const isPartOfAddress = (token: Token, before: Token | undefined) =>
  before !== undefined &&
  before.start + before.text.length === token.start &&
  token.bearers.every(({ form }) => form === 'short' || form === 'short-kana');

/** What the tokens mean together: one list of possible places for a single address, more for several. */
export function groupsOf(tokens: readonly Token[]): Target[][] {
  const groups: Target[][] = [];
  tokens.forEach((token, i) => {
    const targets = token.bearers.map((bearer) => bearer.target);
    const last = groups.at(-1);
    const together = last === undefined ? [] : narrowed(last, targets);
    if (together.length > 0) groups[groups.length - 1] = together;
    else if (!isPartOfAddress(token, tokens[i - 1])) groups.push(targets);
  });
  return groups.map(meant);
}
