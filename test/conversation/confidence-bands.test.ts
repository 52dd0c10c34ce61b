import { describe, expect, it } from 'vitest';
import { ANSWER_FROM, CHOICES_FROM } from '../../src/conversation/answer-question.ts';
import { decide } from '../../src/conversation/decide.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { knowledgeWith, NOW, setting, text } from './conversation.ts';

const { phrases, supportLine } = builtKnowledge().handbook;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A question with a word of the handbook in it, and without danger. */
const QUESTION = text('生検の結果について');
const ask = (confidence: number, previous: ConversationState | null = null, nowMs = NOW, coverage = 1) =>
  decide(previous, QUESTION, setting({ knowledge: knowledgeWith(confidence, coverage), nowMs }));

describe('how sure the retriever is', () => {
  it('decides between the passage, a choice and no answer', () => {
    expect(ask(ANSWER_FROM).actions.map((action) => action.kind)).toEqual(['show-passage']);
    expect(ask(ANSWER_FROM - 0.001).actions.map((action) => action.kind)).toEqual(['offer-choices']);
    expect(ask(CHOICES_FROM).actions.map((action) => action.kind)).toEqual(['offer-choices']);
    expect(ask(CHOICES_FROM - 0.001)).toMatchObject({ route: 'unclear', passages: [] });
  });

  it('shows the best passage and offers the others by title', () => {
    const { actions, passages, route } = ask(0.9);
    const [best, ...rest] = passages.map((p) => p.passage);
    expect(route).toBe('answer');
    expect(actions).toEqual([{ kind: 'show-passage', passage: best, related: rest }]);
  });

  it('asks which one is meant when it must choose', () => {
    const { actions, passages, route } = ask(0.5);
    expect(route).toBe('answer');
    expect(actions).toEqual([
      { kind: 'offer-choices', text: phrases.choices, choices: passages.map((p) => p.passage) },
    ]);
  });

  it('says that it is not sure of a question that holds one of the handbook’s words, however much else is unknown', () => {
    expect(ask(0.1, null, NOW, 0).route).toBe('unclear');
  });

  it('says that a message with none of the handbook’s words and little else known is about something else', () => {
    const decideOn = (coverage: number) =>
      decide(null, text('冷蔵庫の霜取り'), setting({ knowledge: knowledgeWith(0.1, coverage) })).route;
    expect(decideOn(0.1)).toBe('out_of_scope');
    expect(decideOn(0.9)).toBe('unclear');
  });
});

describe('a second message without an answer', () => {
  const first = ask(0.1);

  it('is met with people: words that say so and the card of the telephone line', () => {
    expect(first.actions).toEqual([{ kind: 'say', text: phrases.unclear }]);
    const second = ask(0.1, first.state, NOW + 60_000);
    expect(second.actions[0]).toEqual({ kind: 'say', text: phrases.unclear_again });
    expect(second.actions).toContainEqual(
      expect.objectContaining({ kind: 'support-line', line: supportLine }),
    );
  });

  it('is a first one again after an answer in between', () => {
    const answered = ask(0.9, first.state, NOW + 60_000);
    const later = ask(0.1, answered.state, NOW + 120_000);
    expect(later.actions).toEqual([{ kind: 'say', text: phrases.unclear }]);
  });

  it('is still the second one 24 hours later, and a first one after that', () => {
    const atLimit = ask(0.1, first.state, NOW + DAY_MS);
    const afterLimit = ask(0.1, first.state, NOW + DAY_MS + 1);
    expect(atLimit.actions[0]).toEqual({ kind: 'say', text: phrases.unclear_again });
    expect(afterLimit.actions).toEqual([{ kind: 'say', text: phrases.unclear }]);
  });
});

describe('what is remembered', () => {
  it('is when the patient last wrote and what was shown last', () => {
    const answered = ask(0.9);
    expect(answered.state).toMatchObject({
      updatedAtMs: NOW,
      lastTopic: answered.passages[0]?.passage.topic,
    });
    const unclear = ask(0.1, answered.state, NOW + 1000);
    expect(unclear.state).toMatchObject({
      updatedAtMs: NOW + 1000,
      lastTopic: answered.passages[0]?.passage.topic,
    });
  });

  it('is dropped, not misread, when another version of the program wrote it', () => {
    const { state } = ask(0.1);
    const foreign = { ...state, format: 99 } as unknown as ConversationState;
    expect(ask(0.1, foreign, NOW + 1000)).toEqual(ask(0.1, null, NOW + 1000));
  });
});
