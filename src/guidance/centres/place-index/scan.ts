/** Reads the place names out of a folded text. */
import { isKana } from './fold.ts';
import type { Bearer, Places } from './places.ts';

export type Token = { readonly text: string; readonly start: number; readonly bearers: readonly Bearer[] };

/** What may stand between the parts of one address, or around one: 「府中市（広島）」; and after one: 「柏駅」. */
const JOINT = /^[の、・,()駅]$/;
/** 石狩郡 is not 石狩市, 横浜町 not 横浜市. */
const OTHER_NAME = /^[都道府県市区町村郡]/;
/** A particle before hiragana leaves a name standing for itself: 「いまはせたがやくです」. */
const BEFORE_KANA = /[はがもの、にでを]$/;
/** 県立中央病院, 国立がん研究センター: with what follows, a word of the language and no place. */
const COMMON = /^(?:中央|東部|西部|南部|北部|昭和|共和|平和|朝日|大和|最上|高原|清水|大石|上野|神田|国立)$/;
const COMMON_AFTER =
  /^(?:病院|医療|大学|総合|薬局|新聞|時代|年|生命|さん|先生|線|階|地方|屋|がん|研究|循環|成育|国際|精神|長寿)/;

/**
 * `folded` as names and joints alone, the fewest names that fill it: 「東京都世田谷区」, 「福岡の北九州」, 「とうきょう」.
 * Null when something else is in it. Every written form counts here, even 「北」 and 「つ」.
 */
export function readWhole(folded: string, places: Places): Token[] | null {
  // 「清水市（現 静岡県 静岡市 清水区）」 is how a former name is offered
  const text = folded.replace('(現', '(');
  const best: (Token[] | null)[] = new Array<Token[] | null>(text.length + 1).fill(null);
  best[0] = [];
  for (let start = 0; start < text.length; start++) {
    const before = best[start];
    if (before === null || before === undefined) continue;
    if (start > 0 && before.length > 0 && JOINT.test(text.charAt(start))) {
      const after = best[start + 1];
      if (after === null || after === undefined || after.length > before.length) best[start + 1] = before;
    }
    for (let length = Math.min(places.longest, text.length - start); length >= 1; length--) {
      const part = text.slice(start, start + length);
      const bearers = places.bearers.get(part);
      const after = best[start + length];
      if (bearers === undefined || (after && after.length <= before.length + 1)) continue;
      best[start + length] = [...before, { text: part, start, bearers }];
    }
  }
  const whole = best[text.length];
  return whole && whole.length > 0 ? whole : null;
}

function usable(bearer: Bearer, part: string, text: string, start: number, joined: boolean): boolean {
  const after = text.slice(start + part.length);
  switch (bearer.form) {
    case 'full':
      return part.length > 1;
    case 'short':
      if (OTHER_NAME.test(after)) return false;
      if (part.length === 1) return joined && !/^[東西南北中]$/.test(part);
      return !(COMMON.test(part) && COMMON_AFTER.test(after));
    case 'kana':
      return part.length >= 4 && (joined || start === 0 || BEFORE_KANA.test(text.slice(0, start)));
    case 'short-kana':
      return part.length >= 3 && joined;
    default:
      return bearer.form satisfies never;
  }
}

/** The names inside a sentence, left to right, each the longest that begins there. */
export function readWithin(text: string, places: Places): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let end = -1;
  while (start < text.length) {
    const joined = end === start || (end === start - 1 && JOINT.test(text.charAt(end)));
    let token: Token | null = null;
    for (
      let length = Math.min(places.longest, text.length - start);
      length >= 1 && token === null;
      length--
    ) {
      const part = text.slice(start, start + length);
      const bearers = places.bearers.get(part)?.filter((bearer) => usable(bearer, part, text, start, joined));
      if (bearers !== undefined && bearers.length > 0) token = { text: part, start, bearers };
    }
    if (token === null) {
      start++;
    } else {
      tokens.push(token);
      start += token.text.length;
      end = start;
    }
  }
  return tokens.filter((token) => !isKana(token.text) || token.text.length > 2);
}
