import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, type Evidence, wordEvidence } from '../../src/retrieval/confidence.ts';
import { allTerms, countTerms, idf } from '../../src/retrieval/term-statistics.ts';
import { wordingOf, wordingSimilarity } from '../../src/retrieval/wording-similarity.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { analyser, handbook } = builtKnowledge();
const TEXTS = ['髪が抜けます', '髪を洗います', '痛みがあります', '痛みと髪と薬', '吐き気がします'];
const statistics = countTerms(TEXTS, analyser);
const similarity = (question: string, wording: string) =>
  wordingSimilarity(analyser.analyse(question), wordingOf(analyser.analyse(wording)), statistics);

describe('term statistics', () => {
  it('count in how many texts a term stands, not how often', () => {
    const counted = countTerms(['痛み、痛み、痛み', '痛み', '髪'], analyser);
    expect(counted.documents).toBe(3);
    expect(counted.frequency.痛み).toBe(2);
  });

  it('weigh a term by Robertson and Spärck Jones’s formula', () => {
    expect(idf('髪', statistics)).toBeCloseTo(Math.log(1 + (5 - 3 + 0.5) / (3 + 0.5)), 12);
    expect(idf('吐き気', statistics)).toBeCloseTo(Math.log(1 + (5 - 1 + 0.5) / (1 + 0.5)), 12);
    expect(idf('知らない言葉', statistics)).toBeCloseTo(Math.log(1 + (5 + 0.5) / 0.5), 12);
  });

  it('give a rarer term the greater weight, and none a negative one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), fc.nat(5000), (documents, a, b) => {
        const [rare, common] = [Math.min(a, b, documents), Math.min(Math.max(a, b), documents)];
        const counted = { documents, frequency: { rare, common } };
        expect(idf('common', counted)).toBeGreaterThan(0);
        expect(idf('rare', counted)).toBeGreaterThanOrEqual(idf('common', counted));
      }),
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'take the word %s for no more than a word',
    (word) => {
      expect(idf(word, { documents: 5, frequency: {} })).toBe(idf('知らない言葉', statistics));
      const counted = countTerms([word], analyser);
      for (const term of allTerms(analyser.analyse(word))) expect(counted.frequency[term]).toBe(1);
    },
  );
});

describe('the similarity of wordings', () => {
  it('is 1 for the same wording and 0 where no term is shared', () => {
    expect(similarity('髪が抜けます', '髪が抜けます')).toBeCloseTo(1, 12);
    expect(similarity('乳癌の手術', '乳がんの手術')).toBeCloseTo(1, 12);
    expect(similarity('髪', '痛み')).toBe(0);
    expect(similarity('', '髪')).toBe(0);
    expect(similarity('', '')).toBe(0);
  });

  it('is 1 for every question of the handbook with itself', () => {
    for (const question of handbook.passages.slice(0, 60).flatMap((passage) => passage.questions)) {
      expect(similarity(question, question), question).toBeCloseTo(1, 10);
    }
  });

  it('stays between 0 and 1, whatever is compared', () => {
    fc.assert(
      fc.property(anyText(30), anyText(30), (a, b) => {
        const value = similarity(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('is greater for a nearer wording', () => {
    expect(similarity('髪はいつ抜けますか', '髪が抜けるのはいつですか')).toBeGreaterThan(
      similarity('髪はいつ抜けますか', '髪を洗うのはいつですか'),
    );
  });
});

describe('confidence', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    coverage: share,
    similarity: share,
    margin: share,
    unknown: share,
    named: fc.constantFrom(0, 1),
    length: share,
  });

  it.each(['coverage', 'similarity', 'margin'] as const)('never falls when %s grows', (name) => {
    fc.assert(
      fc.property(evidence, share, share, (base, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(confidenceOf({ ...base, [name]: high })).toBeGreaterThanOrEqual(
          confidenceOf({ ...base, [name]: low }),
        );
      }),
    );
    const half = { coverage: 0.5, similarity: 0.5, margin: 0.5, unknown: 0.5, named: 1, length: 0.5 };
    expect(confidenceOf({ ...half, [name]: 1 })).toBeGreaterThan(confidenceOf({ ...half, [name]: 0 }));
  });

  it('falls when more of the question is unknown', () => {
    fc.assert(
      fc.property(evidence, (base) => {
        expect(confidenceOf({ ...base, unknown: 1 })).toBeLessThan(confidenceOf({ ...base, unknown: 0 }));
      }),
    );
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(evidence, (base) => {
        expect(confidenceOf(base)).toBeGreaterThan(0);
        expect(confidenceOf(base)).toBeLessThan(1);
      }),
    );
  });

  it('rests on the share of the question’s words that the passage holds', () => {
    const question = analyser.analyse('髪の痛み');
    const all = wordEvidence(question, new Set(allTerms(question)), statistics);
    const some = wordEvidence(question, new Set(['髪']), statistics);
    const none = wordEvidence(question, new Set(), statistics);
    expect(all.coverage).toBeCloseTo(1, 12);
    expect(some.coverage).toBeGreaterThan(0);
    expect(some.coverage).toBeLessThan(1);
    expect(none.coverage).toBe(0);
    expect(wordEvidence(analyser.analyse('！'), new Set(), statistics)).toEqual({
      coverage: 0,
      unknown: 1,
      named: 0,
      length: 0,
    });
  });
});
