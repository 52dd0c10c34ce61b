/** What the project's own handbook promises; its editors' files are the input. */
import { describe, expect, it } from 'vitest';
import { reviewedOnly } from '../../src/knowledge/handbook.ts';
import type { Passage } from '../../src/knowledge/passage.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { handbook, retriever, analyser } = builtKnowledge();

describe('the project’s handbook', () => {
  it('has at least one passage for each of its 90 topics', () => {
    expect(handbook.topics).toHaveLength(90);
    const covered = new Set(handbook.passages.map((passage) => passage.topic));
    expect(handbook.topics.map((topic) => topic.id).filter((id) => !covered.has(id))).toEqual([]);
  });

  it('finds the topic of each question that its editors wrote down among the first three passages', () => {
    const asked = handbook.passages.flatMap((passage) =>
      passage.questions.map((text) => ({ text, passage })),
    );
    const missed = asked.filter(
      ({ text, passage }) =>
        !retriever
          .find(analyser.analyse(text))
          .passages.some((found) => found.passage.topic === passage.topic),
    );
    const rate = 1 - missed.length / asked.length;
    const list = missed.map(({ text, passage }) => `${passage.id}: ${text}`).join('\n');
    expect(
      rate,
      `${missed.length} of ${asked.length} questions miss their topic:\n${list}`,
    ).toBeGreaterThanOrEqual(0.98);
  });
});

describe('a handbook kept to what is reviewed', () => {
  const reviewed: Passage['reviewed'] = { by: '佐藤医師', on: '2026-11-24' };

  it('keeps back every passage that no clinician has read, and nothing else', () => {
    const [first, ...rest] = handbook.passages;
    if (!first) throw new Error('the handbook has no passage');
    const kept = reviewedOnly({
      ...handbook,
      passages: [{ ...first, reviewed }, ...rest.map((p) => ({ ...p, reviewed: null }))],
    });
    expect(kept.passages.map((passage) => passage.id)).toEqual([first.id]);
    expect({ ...kept, passages: handbook.passages }).toEqual(handbook);
  });
});
