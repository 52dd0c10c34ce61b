import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/language/normalise.ts';
import { anyText } from '../fixtures/any-text.ts';

describe('normalise', () => {
  it.each([
    ['full width letters and digits', 'ＰＥＴ－ＣＴ３８．５℃', 'pet-ct38.5°c'],
    ['half width katakana', 'ﾎﾙﾓﾝ療法', 'ホルモン療法'],
    ['half width voiced marks', 'ﾘﾝﾊﾟ', 'リンパ'],
    ['kana with a mark of its own', 'か\u3099ん', 'がん'],
    ['capitals', 'CT と MRI', 'ct と mri'],
    ['old kanji', '體のお藥と醫學', '体のお薬と医学'],
    ['a compatibility kanji', '\ufa19経', '神経'],
    ['circled digits', '①回目', '1回目'],
    ['squared units', '㌔', 'キロ'],
    ['runs of white space', ' 痛み\t \n\u3000が\u00a0ある ', '痛み が ある'],
    ['repeated long marks', 'つらーーーい', 'つらーい'],
    ['control characters', 'かみ\u0000の\u0007け\u001b', 'かみのけ'],
    ['right-to-left marks', '\u202e抗がん剤\u200f\u202c', '抗がん剤'],
    ['zero width characters within a word', '抗\u200bが\u200dん\u2060剤', '抗がん剤'],
    ['a byte order mark within a word', '抗が\ufeffん剤', '抗がん剤'],
    ['variation selectors', '辻\u{e0100}さん☎\ufe0f', '辻さん☎'],
    ['half a surrogate pair', '\ud83d痛み\udc00', '\ufffd痛み\ufffd'],
    ['nothing', '', ''],
  ])('writes %s in one way', (_, text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  it.each(['がん', '癌', 'ガン', 'ｶﾞﾝ', '\u200b癌', 'ガ\u200bン'])('takes 「%s」 for the disease', (text) => {
    expect(normalise(text)).toBe('がん');
  });

  it.each([
    ['抗ガン剤', '抗がん剤'],
    ['乳癌・肺ガン', '乳がん・肺がん'],
    ['がんガン', 'がんがん'],
    ['ガンが', 'がんが'],
  ])('finds the disease in 「%s」', (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  it.each(['ガンマ線', 'スローガン', 'オルガン', 'ガンダム', 'ガンガン', 'ヴォーガン'])(
    'leaves 「%s」, another word, as it is',
    (text) => {
      expect(normalise(text)).toBe(text);
    },
  );

  it.each([
    ['a capital whose small letter composes with its mark', 'J\u030c H\u0331 T\u0308'],
    ['a mark that becomes a space', '痛み \u00a8 \u00b4'],
    ['invisible characters between spaces', 'a \u200b \u202e b'],
    ['long marks of several kinds', 'ー―─ｰガン――'],
  ])('is done after one pass: %s', (_, text) => {
    expect(normalise(normalise(text))).toBe(normalise(text));
  });

  it('is done after one pass whatever the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('never gives half a character, a control character or outer white space', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const normal = normalise(text);
        expect(normal.isWellFormed()).toBe(true);
        expect(normal).not.toMatch(/\p{Cc}|\p{Cf}|\s\s|^\s|\s$/u);
      }),
      { numRuns: 3000 },
    );
  });
});
