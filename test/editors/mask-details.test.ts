import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskDetails } from '../../src/editors/mask-details.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { analyser } = builtKnowledge();
const mask = (text: string) => maskDetails(analyser.analyse(text));

describe('a question shown to editors', () => {
  it.each([
    ['診察券は12345678です', '診察券は〔番号〕です'],
    ['暗証は1234です', '暗証は〔数字〕です'],
    ['電話は090-1234-5678まで', '電話は〔番号〕まで'],
    ['電話は０９０ー１２３４ー５６７８まで', '電話は〔番号〕まで'],
    ['Taro.Yamada@Example.co.jp に返事を', '〔メール〕 に返事を'],
    ['https://example.jp/a?b=1 を見ました', '〔アドレス〕 を見ました'],
    ['聖路加国際病院で手術しました', '〔病院の名前〕で手術しました'],
    ['田中です。髪が抜けました', '〔名前〕です。髪が抜けました'],
    ['山田花子と申します', '〔名前〕と申します'],
  ])('hides the details of 「%s」', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    '38.5度の熱が3日続いています',
    '抗がん剤で髪は抜けますか',
    '大学病院と総合病院のどちらがいいですか',
    'がん専門病院はどこにありますか',
    '拠点病院の相談支援センターに行きたい',
    'ステージ3で5年生存率は何%ですか',
    '乳がんのホルモン療法は10年続けますか',
  ])('leaves 「%s」 as it is', (text) => {
    expect(mask(text)).toBe(analyser.analyse(text).normal);
  });

  it('holds no run of four digits and no mail address, whatever was written around them', () => {
    fc.assert(
      fc.property(anyText(20), anyText(20), fc.integer({ min: 1000, max: 99_999_999 }), (a, b, number) => {
        const masked = mask(`${a} ${number} ${b} hanako@example.jp`);
        expect(masked).not.toMatch(/\d{4}/);
        expect(masked).not.toContain('hanako@');
      }),
      { numRuns: 300 },
    );
  });
});
