import { describe, expect, it } from 'vitest';
import type { Alarm, Answer } from '../../../src/knowledge/diff/answer.ts';
import { changeOf, compareAnswers, groupChanges } from '../../../src/knowledge/diff/compare.ts';
import { joinQuestions, type Origin, type Question } from '../../../src/knowledge/diff/question.ts';
import { turnOf } from '../../../src/knowledge/diff/verdict.ts';

const passage = (id: string, topic = id): Answer => ({
  route: 'answer',
  rule: null,
  alarm: 'none',
  confidence: 0.8,
  parts: [{ kind: 'passage', id, topic }],
});
const nothing: Answer = {
  route: 'unclear',
  rule: null,
  alarm: 'none',
  confidence: 0.1,
  parts: [{ kind: 'words', id: 'say', text: 'ごめんなさい' }],
};
const alarm = (level: Alarm, rule = 'bleeding'): Answer => ({
  route: level === 'warning' ? 'answer' : 'emergency',
  rule,
  alarm: level,
  confidence: 0,
  parts: [{ kind: 'rule', id: rule, text: '電話してください' }],
});
const golden = (...topics: string[]): Origin => ({ kind: 'golden', topics, route: null });
const asked = (text: string, ...origins: Origin[]): Question => ({ turns: [text], origins });

describe('a change of an answer', () => {
  it.each([
    ['a warning that no longer comes', alarm('soon'), passage('a'), 'alarm_lost'],
    ['a milder warning that no longer comes', alarm('warning'), nothing, 'alarm_lost'],
    ['a warning that is weaker', alarm('now'), alarm('soon'), 'alarm_lost'],
    ['a new warning', passage('a'), alarm('warning'), 'alarm_raised'],
    ['an answer that is now none', passage('a'), nothing, 'lost'],
    ['another passage', passage('a'), passage('b'), 'changed'],
    ['another rule of the same weight', alarm('soon', 'fever'), alarm('soon'), 'changed'],
    ['an answer where there was none', nothing, passage('a'), 'gained'],
    ['the same passage', passage('a'), { ...passage('a'), confidence: 0.9 }, null],
    [
      'the same in other words',
      nothing,
      { ...nothing, parts: [{ kind: 'words', id: 'say', text: 'すみません' }] },
      null,
    ],
  ] as const)('is told for %s', (_, before, now, change) => {
    expect(changeOf(before, now)).toBe(change);
  });

  it('is not one when the same clues stand in another order', () => {
    const clue = (...ids: string[]): Answer => ({
      ...nothing,
      route: 'answer',
      parts: [{ kind: 'clue', ids, topics: ids }],
    });
    expect(changeOf(clue('a', 'b'), clue('b', 'a'))).toBeNull();
    expect(changeOf(clue('a', 'b'), clue('a', 'c'))).toBe('changed');
  });

  it('stands with its like, lost warnings first, and golden questions that are wrong now before others', () => {
    const questions = [
      asked('い', { kind: 'patient' }),
      asked('ろ', golden('a')),
      asked('は', { kind: 'patient' }),
      asked('に', golden('x')),
      asked('ほ', golden('a')),
    ];
    const before = [passage('a'), passage('a'), passage('c'), alarm('soon'), passage('a')];
    const now = [passage('b'), passage('b'), nothing, nothing, passage('a')];
    const groups = groupChanges(compareAnswers(questions, before, now));
    expect(
      groups.map(({ change, asked }) => [change, asked.map(({ question }) => question.turns[0])]),
    ).toEqual([
      ['alarm_lost', ['に']],
      ['lost', ['は']],
      ['changed', ['ろ', 'い']],
    ]);
  });
});

describe('whether an answer is right', () => {
  it('is judged by the golden topics, its neighbours among them', () => {
    expect(turnOf([golden('a', 'b')], passage('p', 'b'), passage('q', 'c'))).toBe('broken');
    expect(turnOf([golden('a')], nothing, passage('p', 'a'))).toBe('mended');
  });

  it('is broken by an alarm where a golden message is harmless', () => {
    expect(turnOf([golden()], passage('p'), alarm('soon'))).toBe('broken');
    expect(turnOf([golden()], passage('p'), alarm('warning'))).toBe('right');
  });

  it('is judged by the rule whose example or near miss it is', () => {
    const rule = (near: boolean): Origin => ({ kind: 'rule', id: 'bleeding', near });
    expect(turnOf([rule(false)], alarm('soon'), nothing)).toBe('broken');
    expect(turnOf([rule(true)], alarm('soon'), nothing)).toBe('mended');
  });

  it('is not said of what a patient wrote, nor of a passage’s question where an alarm came first', () => {
    expect(turnOf([{ kind: 'patient' }], passage('a'), passage('b'))).toBe('unknown');
    expect(turnOf([{ kind: 'passage', id: 'a' }], alarm('soon'), passage('a'))).toBe('unknown');
  });
});

describe('questions from several places', () => {
  it('are asked once, with all that they come from', () => {
    const joined = joinQuestions([
      [asked('痛い', golden('pain'))],
      [asked('痛い', { kind: 'patient' }), asked('痛い', { kind: 'patient' })],
    ]);
    expect(joined).toEqual([asked('痛い', golden('pain'), { kind: 'patient' })]);
  });
});
