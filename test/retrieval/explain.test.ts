import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, confidenceParts, EVIDENCE_NAMES } from '../../src/retrieval/confidence.ts';
import { PARTS, scoreDifference } from '../../src/retrieval/explain.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { handbook, analyser, retriever } = builtKnowledge();
const explain = (text: string) => retriever.explain(analyser.analyse(text), 8);
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** Questions of editors, questions with noise behind them, and any text at all. */
const asked = fc.constantFrom(...handbook.passages.flatMap((passage) => passage.questions));
const anyQuestion = fc.oneof(
  asked,
  fc.tuple(asked, anyText(20)).map((parts) => parts.join('')),
  anyText(40),
);

describe('the explanation of a search', () => {
  it('adds up: the points by term, and those by part, are the score of the passage', () => {
    fc.assert(
      fc.property(anyQuestion, (text) => {
        for (const passage of explain(text)) {
          expect(sum(passage.terms.map((term) => term.points))).toBeCloseTo(passage.score, 9);
          expect(sum(PARTS.map((part) => passage.parts[part]))).toBeCloseTo(passage.score, 9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells of the passages that the retriever finds, with the same scores and in the same order', () => {
    fc.assert(
      fc.property(anyQuestion, (text) => {
        const found = retriever.find(analyser.analyse(text)).passages;
        const told = explain(text).filter((passage) => passage.shown);
        // The third one may stand further down than those that are explained, behind others of the first one's topic.
        expect(found.slice(0, told.length).map((f) => f.passage.id)).toEqual(told.map((t) => t.passage.id));
        told.forEach((passage, i) => {
          expect(passage.score).toBeCloseTo(found[i]?.score ?? -1, 3);
        });
        const scores = explain(text).map((passage) => passage.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });

  it('says by which terms the first passage is ahead: the differences are the difference of the scores', () => {
    fc.assert(
      fc.property(anyQuestion, (text) => {
        const [first, second] = explain(text);
        if (!first || !second) return;
        const differences = scoreDifference(first, second);
        expect(sum(differences.map((d) => d.points))).toBeCloseTo(first.score - second.score, 9);
        expect(new Set(differences.map((d) => `${d.part} ${d.term}`)).size).toBe(differences.length);
      }),
      { numRuns: 200 },
    );
  });

  it('names the way of asking that is nearest, which for an editor’s own question is that question', () => {
    const passage = handbook.passages[40];
    const question = passage?.questions[0] ?? '';
    const [first] = explain(question);
    expect(first?.passage.id).toBe(passage?.id);
    expect(first?.nearest?.text).toBe(question);
    expect(first?.nearest?.similarity).toBeCloseTo(1, 9);
    expect(first?.parts.wording).toBeCloseTo(1.2, 9);
  });

  it('finds nothing to explain in a text without a word', () => {
    expect(explain('')).toEqual([]);
    expect(explain('😭')).toEqual([]);
  });
});

describe('the parts of the confidence', () => {
  it('give the confidence when they are summed and put on the curve', () => {
    fc.assert(
      fc.property(anyQuestion, (text) => {
        const { evidence, confidence } = retriever.find(analyser.analyse(text));
        if (evidence.unknown === 1 && confidence === 0) return;
        const { bias, points } = confidenceParts(evidence);
        const total = bias + sum(EVIDENCE_NAMES.map((name) => points[name]));
        expect(1 / (1 + Math.exp(-total))).toBeCloseTo(confidence, 12);
        expect(confidence).toBe(confidenceOf(evidence));
      }),
      { numRuns: 100 },
    );
  });
});
