import { beforeAll, describe, expect, it } from 'vitest';
import { openDictionary } from '../../../src/language/dictionary/dictionary.ts';
import { Lattice } from '../../../src/language/dictionary/lattice.ts';
import { plainDictionaryBytes } from './dictionaries.ts';

let lattice: Lattice;
beforeAll(() => {
  lattice = new Lattice(openDictionary(plainDictionaryBytes()));
}, 60_000);

/** Trie steps, nodes and joins that `pattern`, repeated up to `length` units, takes. */
function work(pattern: string, length: number): number {
  return lattice.build(pattern.repeat(Math.ceil(length / pattern.length))).work;
}

describe('the work for a text without 、 and 。', () => {
  it.each([
    ['katakana that is no word', 'ヌヘヨモヲ'],
    ['katakana words', 'ホルモンアレルギーステージ'],
    ['one katakana again and again', 'ア'],
    ['hiragana', 'すもももももももものうち'],
    ['one hiragana again and again', 'あ'],
    ['kanji', '国立大学病院治療研究開発法人'],
    ['numbers', '1234567890'],
    ['latin', 'abcdefg'],
    ['symbols', '！？…'],
    ['emoji', '😀'],
    ['control characters', '\u0000\u0007'],
    ['a mixture', '先週から抗がん剤のパクリタキセルを始めたら手足がしびれて3kg減りました😭'],
  ])('doubles with its length: %s', (_, pattern) => {
    const units = pattern.length * 500;
    expect(work(pattern, units * 4) / work(pattern, units)).toBeLessThan(4.1);
    expect(work(pattern, units) / units).toBeLessThan(2000);
  });

  it('stays in proportion when tens of thousands of unknown words end where a known one starts', () => {
    const text = (length: number) => `${'アイ'.repeat(length / 2)}が痛い`;
    expect(lattice.build(text(8000)).work / lattice.build(text(2000)).work).toBeLessThan(4.1);
  });

  it('is given back after a huge text: the next one is as cheap as before', () => {
    const before = lattice.build('胸が痛い').work;
    lattice.build('アイ'.repeat(50_000));
    expect(lattice.build('胸が痛い').work).toBe(before);
    expect(lattice.cheapestPath().length).toBe(3);
  });
});
