import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonTerms } from '../../src/retrieval/common-terms.ts';
import { groupQuestions } from '../../src/retrieval/group-questions.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { handbook, analyser } = builtKnowledge();
const common = commonTerms(handbook, analyser);
const ask = (...texts: string[]) =>
  texts.map((text, i) => ({ id: String(i).padStart(3, '0'), analysis: analyser.analyse(text) }));
const group = (...texts: string[]) => groupQuestions(ask(...texts), common);

describe('questions in groups', () => {
  it('that ask for the same in other words stand together, the largest group first', () => {
    const groups = group(
      '温泉に入ってもいいですか',
      'ペットを飼ってもよいですか',
      '治療のあと温泉はいつから入れますか',
      '犬や猫のペットと暮らせますか',
      '人工肛門でも温泉に入れますか',
    );
    expect(groups.map((g) => [...g.ids].sort())).toEqual([
      ['000', '002', '004'],
      ['001', '003'],
    ]);
    expect(groups[0]?.shared).toContain('温泉');
    expect(groups[1]?.shared).toContain('ペット');
  });

  it('are not joined by a word that stands all over the handbook', () => {
    expect(common).toContain('がん');
    expect(group('がんと温泉', 'がんとペット')).toHaveLength(2);
  });

  it('that hold nothing but such a word are one group', () => {
    expect(group('がん', 'がん？', 'がん')).toMatchObject([{ ids: ['000', '001', '002'] }]);
  });

  it('without any word stand alone', () => {
    expect(group('😭', '……')).toEqual([
      { ids: ['000'], shared: [] },
      { ids: ['001'], shared: [] },
    ]);
  });

  it('are none when nobody asked', () => {
    expect(group()).toEqual([]);
  });

  const someQuestions = fc.array(fc.constantFrom(...handbook.passages.flatMap((p) => p.questions)), {
    maxLength: 40,
  });

  it('hold each question once, and every shared word stands in each of them', () => {
    fc.assert(
      fc.property(someQuestions, (texts) => {
        const asked = ask(...texts);
        const groups = groupQuestions(asked, common);
        expect(groups.flatMap((g) => g.ids).sort()).toEqual(asked.map((q) => q.id));
        for (const { ids, shared } of groups) {
          if (ids.length > 1) expect(shared).not.toEqual([]);
          for (const { id, analysis } of asked) {
            if (ids.includes(id))
              expect([...analysis.words, ...analysis.groups]).toEqual(expect.arrayContaining([...shared]));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are the same whatever the order in which they come', () => {
    const order = someQuestions.chain((texts) =>
      fc.tuple(fc.constant(ask(...texts)), fc.shuffledSubarray(ask(...texts), { minLength: texts.length })),
    );
    fc.assert(
      fc.property(order, ([asked, shuffled]) => {
        expect(groupQuestions(shuffled, common)).toEqual(groupQuestions(asked, common));
      }),
      { numRuns: 50 },
    );
  });

  it('that are worded alike are never apart, if they have any word to go by', () => {
    const hasWords = (text: string) => {
      const { words, groups } = analyser.analyse(text);
      return words.length + groups.length > 0;
    };
    fc.assert(
      fc.property(someQuestions, (asked) => {
        const texts = asked.filter(hasWords);
        const groups = group(...texts, ...texts);
        const groupOf = (i: number) => groups.findIndex((g) => g.ids.includes(String(i).padStart(3, '0')));
        texts.forEach((_, i) => {
          expect(groupOf(i + texts.length)).toBe(groupOf(i));
        });
      }),
      { numRuns: 50 },
    );
  });
});
