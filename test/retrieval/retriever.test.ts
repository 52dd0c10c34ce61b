import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRetrievalIndex, createRetriever } from '../../src/retrieval/retriever.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { handbook, analyser, retriever } = builtKnowledge();
const find = (text: string) => retriever.find(analyser.analyse(text));
const topicsOf = (text: string) => find(text).passages.map((found) => found.passage.topic);

describe('the retriever', () => {
  it.each([
    ['抗がん剤で髪は抜けますか', 'hair-loss'],
    ['かみのけはいつぬけますか', 'hair-loss'],
    ['髪 抜ける いつ', 'hair-loss'],
    ['セカンドオピニオンを受けたい', 'second-opinion'],
    ['傷病手当金はいつまでもらえますか', 'sick-pay'],
    ['乳癌の手術のあとの生活', 'breast'],
  ])('finds for 「%s」 a passage of the topic %s', (question, topic) => {
    const known = handbook.topics.map((t) => t.id).filter((id) => id.includes(topic));
    expect(topicsOf(question).some((found) => known.includes(found))).toBe(true);
  });

  it('gives at most three passages, at most two of a topic, the best first, whatever the text', () => {
    const asked = fc.constantFrom(...handbook.passages.flatMap((passage) => passage.questions));
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(40),
          asked,
          fc.tuple(asked, anyText(10)).map((parts) => parts.join('')),
        ),
        (text) => {
          const { passages, confidence, evidence } = find(text);
          expect(passages.length).toBeLessThanOrEqual(3);
          const topics = passages.map((found) => found.passage.topic);
          for (const topic of topics)
            expect(topics.filter((other) => other === topic).length).toBeLessThanOrEqual(2);
          const scores = passages.map((found) => found.score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const value of Object.values(evidence)) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it('has no confidence in a text without a word', () => {
    expect(find('')).toMatchObject({ passages: [], confidence: 0 });
    expect(find('😭')).toMatchObject({ passages: [], confidence: 0 });
  });

  it('is surer of a question that an editor wrote down than of one about something else', () => {
    expect(find('医療用麻薬を使うと中毒になりませんか').confidence).toBeGreaterThan(0.8);
    expect(find('サッカーの日本代表の次の試合はいつですか').confidence).toBeLessThan(0.47);
  });

  it('finds the same with an index that was built anew', () => {
    const part = {
      ...handbook,
      passages: handbook.passages.filter((passage) => passage.id.startsWith('symptoms/')),
    };
    const index = buildRetrievalIndex(part, analyser);
    const fresh = createRetriever(part, index, analyser);
    const loaded = createRetriever(part, JSON.parse(JSON.stringify(index)), analyser);
    for (const question of part.passages.map((passage) => passage.questions[0] ?? '')) {
      expect(loaded.find(analyser.analyse(question))).toEqual(fresh.find(analyser.analyse(question)));
    }
  });

  it('never shows a passage that the handbook given to it lacks', () => {
    const kept = handbook.passages.filter((passage) => passage.topic !== 'hair-loss');
    const index = buildRetrievalIndex(handbook, analyser);
    const without = createRetriever({ ...handbook, passages: kept }, index, analyser);
    const shown = without.find(analyser.analyse('抗がん剤で髪は抜けますか')).passages;
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map((found) => found.passage.topic)).not.toContain('hair-loss');
  });
});
