/** Compares our tokens with stock kuromoji's. */
import type { KuromojiToken } from 'kuromoji/src/Tokenizer.js';
import type { Token } from '../../token.ts';

type StockTokenizer = { tokenize(text: string): KuromojiToken[] };
type OurTokenizer = { tokenize(text: string): Token[] };

/**
 * - `same`: all tokens are equal;
 * - `different`: they are not, and that is a fault of ours;
 * - `stock-fails`: stock throws (half a surrogate pair, NUL) or leaves part of the text out (after two surrogate
 *   pairs in a row), so there is nothing to be equal to; ours then still covers the text;
 * - `broken`: our tokens do not make up the text, which is never right.
 */
export type Outcome = 'same' | 'different' | 'stock-fails' | 'broken';

/** How our tokens of `text` stand to stock's. */
export function compareTokens(text: string, stock: StockTokenizer, ours: OurTokenizer): Outcome {
  const tokens = ours.tokenize(text);
  if (!covers(text, tokens)) return 'broken';
  const expected = stockTokens(text, stock);
  if (!expected || expected.map((token) => token.surface_form).join('') !== text) return 'stock-fails';
  return fingerprint(expected.map(ofStock)) === fingerprint(tokens.map(ofOurs)) ? 'same' : 'different';
}

/** One line a token, for people who look at a difference. */
export function describeBoth(text: string, stock: StockTokenizer, ours: OurTokenizer): string {
  const expected = stockTokens(text, stock)?.map(ofStock).map(String) ?? ['(stock throws)'];
  const actual = ours.tokenize(text).map(ofOurs).map(String);
  const lines = Array.from({ length: Math.max(expected.length, actual.length) }, (_, i) =>
    expected[i] === actual[i]
      ? `   ${actual[i]}`
      : `   stock ${expected[i] ?? '–'}\n   ours  ${actual[i] ?? '–'}`,
  );
  return `${JSON.stringify(text)}\n${lines.join('\n')}`;
}

function stockTokens(text: string, stock: StockTokenizer): KuromojiToken[] | undefined {
  try {
    return stock.tokenize(text);
  } catch {
    return undefined;
  }
}

/** Whether the surfaces, at their offsets, are the text without gap or overlap. */
function covers(text: string, tokens: readonly Token[]): boolean {
  let end = 0;
  for (const { surface, start } of tokens) {
    if (start !== end || surface === '' || text.slice(start, start + surface.length) !== surface)
      return false;
    end += surface.length;
  }
  return end === text.length;
}

function ofStock(token: KuromojiToken): string[] {
  const known = token.word_type === 'KNOWN';
  return [
    ...[token.surface_form, token.pos, token.pos_detail_1, token.pos_detail_2, token.pos_detail_3],
    ...[token.conjugated_type, token.conjugated_form],
    // Stock gives 「*」 as the base form of an unknown word, we give its surface.
    known ? token.basic_form : token.surface_form,
    ...[token.reading ?? '', String(known)],
  ];
}

function ofOurs(token: Token): string[] {
  return [
    ...[token.surface, token.pos, token.posDetail1, token.posDetail2, token.posDetail3],
    ...[token.conjugationType, token.conjugationForm, token.base, token.reading ?? '', String(token.known)],
  ];
}

function fingerprint(tokens: readonly (readonly string[])[]): string {
  return JSON.stringify(tokens);
}
