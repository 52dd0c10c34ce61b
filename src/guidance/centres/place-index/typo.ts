/** A name with one letter wrong, missing, added or swapped. */
import { isKana } from './fold.ts';
import type { Bearer, Places } from './places.ts';
import type { Token } from './scan.ts';
import { contains, type Target } from './target.ts';

/** Letters a kanji name needs beside its 市区町村, and a kana name, before one may be wrong. */
const KANJI_LETTERS = 3;
const KANA_LETTERS = 5;

/** Whether one edit (a letter changed, added, left out, or two swapped) leads from `a` to `b`; not when equal. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function mayBeMistyped(name: string, bearer: Bearer): boolean {
  switch (bearer.form) {
    case 'full':
      return name.length - 1 >= KANJI_LETTERS;
    case 'short':
      return name.length >= KANJI_LETTERS;
    case 'kana':
      return name.length - 1 >= KANA_LETTERS;
    case 'short-kana':
      return name.length >= KANA_LETTERS;
    default:
      return bearer.form satisfies never;
  }
}

const SUFFIX = /[都道府県市区町村駅]$/;

/** What follows the prefecture at the beginning of `text`, full or short; null when another stands there or none. */
function restAfter(text: string, prefecture: Target): string | null {
  const { prefecture: name } = prefecture.place;
  const before = [name, name.slice(0, -1)].find((written) => text.startsWith(written));
  return before === undefined ? null : text.slice(before.length).replace(/^の/, '');
}

function slips(written: string, within: Target | null, places: Places): Bearer[] {
  if (written.length < KANJI_LETTERS || written.length > places.longest + 1) return [];
  // 上川町 is no slip for 上砂川町
  if (places.bearers.has(written)) return [];
  const kana = isKana(written);
  const suffix = SUFFIX.exec(written)?.[0];
  const found = new Set<Bearer>();
  for (const [name, bearers] of places.bearers) {
    if (Math.abs(name.length - written.length) > 1 || kana !== isKana(name)) continue;
    if (!kana && suffix !== SUFFIX.exec(name)?.[0]) continue;
    if (!isOneEditApart(written, name)) continue;
    for (const bearer of bearers) {
      if (mayBeMistyped(name, bearer) && (within === null || contains(within, bearer.target)))
        found.add(bearer);
    }
  }
  return [...found];
}

/**
 * The names that `text` can be a slip for: with `afterPrefecture` those of the prefecture that it begins with, else
 * all. The suffix is not the slip: 「世多谷区」 is 世田谷区, 「世田谷市」 is left alone.
 */
export function readMistyped(text: string, places: Places, afterPrefecture: boolean): Token | null {
  for (const within of afterPrefecture ? places.prefectures.values() : [null]) {
    const rest = within === null ? text : restAfter(text, within);
    const bearers = rest === null ? [] : slips(rest, within, places);
    if (rest !== null && bearers.length > 0) return { text: rest, start: text.length - rest.length, bearers };
  }
  return null;
}
