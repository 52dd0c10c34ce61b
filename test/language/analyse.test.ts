import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { analyser } = builtKnowledge();
const analyse = (text: string) => analyser.analyse(text);
const shared = (a: readonly string[], b: readonly string[]) => a.filter((term) => b.includes(term));

describe('the analyser', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const { words, groups, grams, sounds, tokens, normal } = analyse(text);
        expect(tokens.map((token) => token.surface).join('')).toBe(normal);
        expect(groups.every((term) => term.startsWith('#'))).toBe(true);
        expect(grams.every((term) => term.startsWith('§'))).toBe(true);
        expect(sounds.every((term) => /^~[ァ-ヺー]{3}$/.test(term))).toBe(true);
        expect(words.every((term) => term.length > 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes texts as long as LINE lets a patient send', () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    const long = fc
      .array(unit, { minLength: 4900, maxLength: 5000, size: 'max' })
      .map((units) => units.map((code) => String.fromCharCode(code)).join(''));
    const repeated = fc
      .constantFrom('痛', 'がん', 'ア', 'あ', '😭', '\ud83d', 'a', '。', 'ー', '抗がん剤')
      .map((s) => s.repeat(5000 / s.length));
    fc.assert(
      fc.property(fc.oneof(long, repeated), (text) => {
        const { tokens, normal } = analyse(text);
        expect(tokens.map((token) => token.surface).join('')).toBe(normal);
      }),
      { numRuns: 25 },
    );
  });

  it('gives base forms of the words that carry the subject, and leaves out the rest', () => {
    expect(analyse('髪の毛が抜けてしまいました。どうしたらいいですか').words).toEqual(
      expect.arrayContaining(['抜ける']),
    );
    expect(analyse('それはどういうことですか').words).toEqual([]);
    expect(analyse('……！？　😭').words).toEqual([]);
  });

  it.each([
    ['かみのけはいつぬけますか', '髪の毛はいつ抜けますか'],
    ['こうがんざいのふくさよう', '抗がん剤の副作用'],
    ['ほうしゃせんちりょうはいたいですか', '放射線治療は痛いですか'],
    ['にゅうがんのしゅじゅつ', '乳がんの手術'],
  ])('gives 「%s」 terms that 「%s」 has too', (hiragana, kanji) => {
    const [spoken, written] = [analyse(hiragana), analyse(kanji)];
    expect(spoken.kanaOnly).toBe(true);
    expect(written.kanaOnly).toBe(false);
    const sounds = shared(spoken.sounds, written.sounds);
    expect(sounds.length).toBeGreaterThan(written.sounds.length / 2);
  });

  it.each([
    ['乳癌の手術', '乳がんの手術'],
    ['抗ガン剤', '抗がん剤'],
    ['ＰＥＴ検査', 'pet検査'],
    ['ﾎﾙﾓﾝ療法', 'ホルモン療法'],
    ['體の痛み', '体の痛み'],
  ])('gives 「%s」 the terms of 「%s」', (one, other) => {
    const { tokens, words, groups, grams, sounds, kanaOnly } = analyse(one);
    expect(analyse(other)).toMatchObject({ tokens, words, groups, grams, sounds, kanaOnly });
  });

  it('finds parts of a compound, so that 大腸がん meets 大腸のがん', () => {
    const grams = analyse('大腸がんの手術').grams;
    expect(grams).toContain('§大腸');
    expect(grams).toContain('§手術');
    expect(grams).not.toContain('§の手');
  });
});

describe('the groups of terms.yaml', () => {
  it.each([
    ['お医者さんに見放された気がします', '#abandoned'],
    ['見捨てられたと感じます', '#abandoned'],
    ['不正出血があります', '#abnormal-bleeding'],
    ['ACPって何ですか', '#advance-care-planning'],
    ['人生会議をしたい', '#advance-care-planning'],
    ['アドバンス・ケア・プランニング', '#advance-care-planning'],
  ])('are named by 「%s」', (text, group) => {
    expect(analyse(text).groups).toContain(group);
  });

  it('are named by their own words, all but one in a hundred at most', () => {
    const all = builtKnowledge().handbook.terms.flatMap(({ id, words }) =>
      words.map(({ surface }) => ({ id, surface })),
    );
    const missed = all.filter(({ id, surface }) => !analyse(surface).groups.includes(`#${id}`));
    const list = missed.map(({ id, surface }) => `${id}: ${surface}`).join('\n');
    expect(
      missed.length / all.length,
      `${missed.length} of ${all.length} words name nothing:\n${list}`,
    ).toBeLessThan(0.01);
  });

  it('are not named by a word that is only a part of how they sound: がん is no lung cancer', () => {
    expect(analyser.analyse('がんです。こわい').groups).not.toContain('#lung-cancer');
    expect(analyser.analyse('がんです。こわい').groups).not.toContain('#brain-tumor');
  });

  it('are each named once, however often their words stand there', () => {
    const { groups } = analyse('抗がん剤と抗がん剤と化学療法と抗ガン剤');
    expect(groups).toEqual([...new Set(groups)]);
    expect(groups.length).toBeGreaterThan(0);
  });
});
