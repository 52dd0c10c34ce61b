import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDictionary } from '../../../src/language/dictionary/dictionary.ts';
import { createTokenizer } from '../../../src/language/dictionary/tokenizer.ts';
import type { Tokenizer } from '../../../src/language/token.ts';
import { plainDictionaryBytes } from './dictionaries.ts';

let tokenizer: Tokenizer;
beforeAll(() => {
  tokenizer = createTokenizer(openDictionary(plainDictionaryBytes()));
}, 60_000);

const surfaces = (text: string) => tokenizer.tokenize(text).map((token) => token.surface);

/** Strings of any UTF-16 units, half surrogate pairs too, and of the characters that patients and Japanese use. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const japanese = fc.string({
  unit: fc.constantFrom(
    ...'私はがん乳癌の薬アレルギーパー、。！？ 12a％…😭👨‍👩‍👧𠮷\ud83d\ude2d\u0000\n'.split(''),
  ),
  maxLength: 60,
});

describe('any text', () => {
  it('is covered by its tokens, each at its own offset', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, japanese, fc.string({ unit: 'binary' })), (text) => {
        let end = 0;
        for (const { surface, start } of tokenizer.tokenize(text)) {
          expect(start).toBe(end);
          expect(surface).not.toBe('');
          expect(text.startsWith(surface, start)).toBe(true);
          end += surface.length;
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('never has a surrogate pair cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), japanese, (odd, text) => {
        const whole = (odd + text).toWellFormed();
        expect(surfaces(whole).every((surface) => surface.isWellFormed())).toBe(true);
      }),
    );
  });

  it('gives no tokens where there is none', () => {
    expect(tokenizer.tokenize('')).toEqual([]);
  });

  it('keeps the words after a run of emoji, which stock kuromoji loses', () => {
    expect(surfaces('😭😭胸が痛い')).toEqual(['😭😭', '胸', 'が', '痛い']);
  });

  it('takes half a surrogate pair as an unknown character of its own', () => {
    expect(surfaces('胸\ud83dが')).toEqual(['胸', '\ud83d', 'が']);
    expect(surfaces('痛い\udc00')).toEqual(['痛い', '\udc00']);
  });

  it('takes NUL, on which stock kuromoji throws', () => {
    expect(surfaces('痛い\u0000です')).toEqual(['痛い', '\u0000', 'です']);
  });

  it('has right offsets after many sentences and surrogate pairs', () => {
    const text = '𠮷野さん、😀今日は雨。明日は、晴れ。';
    for (const { surface, start } of tokenizer.tokenize(text))
      expect(text.slice(start, start + surface.length)).toBe(surface);
    expect(tokenizer.tokenize(text).at(-2)).toMatchObject({ surface: '晴れ', start: text.length - 3 });
  });

  it('gives an unknown word its surface as base form, and no reading', () => {
    expect(tokenizer.tokenize('ヴォリノスタッツ')).toMatchObject([
      { base: 'ヴォリノスタッツ', reading: undefined, known: false, pos: '名詞' },
    ]);
  });
});
