import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import { CASE_REASONS, type Decision, isAwaited } from '../../src/conversation/decision.ts';
import type { Person } from '../../src/conversation/knowledge.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import type { PassageId } from '../../src/knowledge/passage.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { knowledgeWith, NOW, setting, text } from './conversation.ts';

const { phrases } = builtKnowledge().handbook;
/** Nothing is found for a question that is about illness. */
const nothing = (words: string, before: Decision | null, person: Person = 'none', coverage = 1) =>
  decide(
    before?.state ?? null,
    text(words),
    setting({ knowledge: knowledgeWith(0.1, coverage), nowMs: NOW + 60_000, person }),
  );
const rate = (helpful: boolean): PatientEvent => ({
  kind: 'tap',
  tap: { kind: 'rate', passage: 'symptoms/hair-loss-when' as PassageId, helpful },
});

describe('a question without an answer', () => {
  const first = nothing('生検の結果について', null);

  it('opens a case at the second time in a row, when people are offered', () => {
    expect(first.escalation).toBeNull();
    const second = nothing('生検の結果のその後', first);
    expect(second.escalation).toBe('unanswered');
    expect(second.actions[0]).toEqual({ kind: 'say', text: phrases.unclear_again });
  });

  it.each<Person>(['waiting', 'talking'])('opens none while a case is open already: %s', (person) => {
    expect(nothing('生検の結果のその後', first, person).escalation).toBeNull();
  });

  it('opens none when it is about something else than cancer', () => {
    const before = nothing('冷蔵庫の霜取り', null, 'none', 0.1);
    const again = nothing('冷蔵庫の霜取りの方法', before, 'none', 0.1);
    expect(again).toMatchObject({ route: 'unclear', escalation: null });
  });

  it('opens none when a warning is the answer', () => {
    const warned = nothing('37.8度の熱があります', first);
    expect(warned.rule).toBe('fever-unknown');
    expect(warned.escalation).toBeNull();
  });
});

describe('a passage that is rated not helpful', () => {
  it('opens a case and says what it always said', () => {
    const decision = decide(null, rate(false), setting());
    expect(decision.escalation).toBe('negative');
    expect(decision.actions).toEqual([{ kind: 'say', text: phrases.not_helpful_thanks }]);
  });

  it('opens none while a case is open already, and one rated helpful never does', () => {
    expect(decide(null, rate(false), setting({ person: 'waiting' })).escalation).toBeNull();
    expect(decide(null, rate(false), setting({ person: 'talking' })).escalation).toBeNull();
    expect(decide(null, rate(true), setting()).escalation).toBeNull();
  });

  it('leaves the patient free to ask for a counselor, who still asks for consent', () => {
    const rated = decide(null, rate(false), setting());
    const wish = decide(rated.state, text('相談員さんと話したいです'), setting({ nowMs: NOW + 60_000 }));
    expect(wish.actions.map((action) => action.kind)).toEqual(['ask-consent']);
    expect(wish.escalation).toBeNull();
  });
});

describe('the reasons of a case', () => {
  it('that a patient knows of are those that they were told of', () => {
    expect(CASE_REASONS.filter(isAwaited)).toEqual(['crisis', 'emergency', 'asked']);
  });
});
