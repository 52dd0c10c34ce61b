import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFurigana } from '../../src/language/furigana.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { furigana, handbook } = builtKnowledge();
const withoutReadings = (text: string) => text.replace(/（[ぁ-ゖー]+）/g, '');

describe('furigana', () => {
  it.each([
    ['黄疸が出ました', '黄疸（おうだん）が出ました'],
    ['足が腫れる', '足が腫（は）れる'],
    ['骨髄抑制が起こる', '骨髄抑制（こつずいよくせい）が起こる'],
    ['山に木がある', '山に木がある'],
  ])('are put into 「%s」 behind hard words alone', (text, expected) => {
    expect(furigana(text)).toBe(expected);
  });

  it('stand behind a word once in a text', () => {
    expect(furigana('黄疸です。黄疸です。')).toBe('黄疸（おうだん）です。黄疸です。');
  });

  it('leave a word alone that its writer read out already', () => {
    expect(furigana('黄疸（おうだん）です')).toBe('黄疸（おうだん）です');
  });

  it("follow the editors' readings where the dictionary is wrong", () => {
    expect(furigana('乳房を温存する')).toContain('乳房（にゅうぼう）');
    expect(furigana('胆管の病気')).toContain('胆管（たんかん）');
  });

  it('only ever add readings: the words of every passage stay as they were', () => {
    for (const { body, more, plain } of handbook.passages) {
      for (const block of [...body, ...more, ...plain]) {
        for (const text of block.kind === 'paragraph' ? [block.text] : block.items) {
          expect(withoutReadings(furigana(text))).toBe(withoutReadings(text));
        }
      }
    }
  });

  it('never throw, whatever the text', () => {
    fc.assert(fc.property(anyText(), (text) => typeof furigana(text) === 'string'));
  });

  it('leave words alone that are names of things inside the program', () => {
    expect(furigana('toString constructor __proto__')).toBe('toString constructor __proto__');
  });

  it('give no reading to a word that the tokenizer cannot read', () => {
    const unread = createFurigana({ tokenize: (text) => [tokenOf(text)] }, '', {});
    expect(unread('龘')).toBe('龘');
  });
});

function tokenOf(surface: string) {
  return {
    surface,
    start: 0,
    pos: '名詞',
    posDetail1: '*',
    posDetail2: '*',
    posDetail3: '*',
    conjugationType: '*',
    conjugationForm: '*',
    base: surface,
    reading: undefined,
    known: false,
  };
}
