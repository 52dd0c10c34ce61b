import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGolden } from '../../src/cli/golden.ts';
import { decide } from '../../src/conversation/decide.ts';
import { type Decision, isAwaited } from '../../src/conversation/decision.ts';
import { OFFERS } from '../../src/conversation/offers.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import { ROUTES } from '../../src/conversation/routes.ts';
import type { PassageId } from '../../src/knowledge/passage.ts';
import { SURVEY_QUESTIONS, SURVEY_STEPS } from '../../src/knowledge/survey.ts';
import { renderDecision } from '../../src/line/render/decision.ts';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { NOW, setting, text } from './conversation.ts';

const knowledge = builtKnowledge();
const golden = fc.constantFrom(...readGolden().map((question) => question.text));
const words = fc.oneof(
  anyText(80),
  golden,
  fc.tuple(golden, anyText(8)).map((parts) => parts.join('')),
);
const passage = fc.constantFrom(...knowledge.handbook.passages.map((p) => p.id), 'old/gone' as PassageId);
const caseId = fc.constantFrom('01CASE0000000000000000000A', 'forged');
const event: fc.Arbitrary<PatientEvent> = fc.oneof(
  { weight: 8, arbitrary: words.map(text) },
  fc.constantFrom<PatientEvent>({ kind: 'sticker' }, { kind: 'media' }, { kind: 'follow' }),
  fc.record({
    kind: fc.constant('location' as const),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  fc.oneof(
    passage.map((id): PatientEvent => ({ kind: 'tap', tap: { kind: 'show-passage', passage: id } })),
    fc
      .tuple(passage, fc.boolean())
      .map(([id, helpful]): PatientEvent => ({ kind: 'tap', tap: { kind: 'rate', passage: id, helpful } })),
    fc
      .constantFrom(...OFFERS)
      .map((offer): PatientEvent => ({ kind: 'tap', tap: { kind: 'take-offer', offer } })),
    words.map((input): PatientEvent => ({ kind: 'tap', tap: { kind: 'guide', input } })),
    words.map((label): PatientEvent => ({ kind: 'tap', tap: { kind: 'place', label } })),
    fc.boolean().map((given): PatientEvent => ({ kind: 'tap', tap: { kind: 'consent', given } })),
    fc.tuple(caseId, fc.constantFrom(...SURVEY_QUESTIONS), fc.constantFrom(...SURVEY_STEPS)).map(
      ([id, question, step]): PatientEvent => ({
        kind: 'tap',
        tap: { kind: 'survey', caseId: id, question, step },
      }),
    ),
    caseId.map((id): PatientEvent => ({ kind: 'tap', tap: { kind: 'survey-skip', caseId: id } })),
  ),
);

/** A conversation of one patient: what they do, and the time that passes before each. */
const conversation = fc.array(fc.tuple(event, fc.nat(3 * 24 * 3_600_000)), { minLength: 1, maxLength: 6 });

const TO_A_PERSON: readonly string[] = ['support-line', 'emergency', 'crisis', 'centres', 'ask-consent'];
const leadsToAPerson = ({ offers, actions }: Decision) =>
  offers.length > 0 || actions.some((action) => TO_A_PERSON.includes(action.kind));

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function replay(
  turns: readonly (readonly [PatientEvent, number])[],
  look: (decision: Decision) => void,
): Decision[] {
  let nowMs = NOW;
  const decisions: Decision[] = [];
  for (const [each, waitedMs] of turns) {
    nowMs += waitedMs;
    const previous = decisions.at(-1)?.state ?? null;
    const person = decisions.some((before) => before.escalation && isAwaited(before.escalation))
      ? 'waiting'
      : 'none';
    const decision = decide(frozen(previous), frozen(each), setting({ nowMs, person }));
    look(decision);
    decisions.push(decision);
  }
  return decisions;
}

describe('whatever a patient does', () => {
  it('a decision is made that LINE would take and that leads to a person', () => {
    fc.assert(
      fc.property(conversation, (turns) => {
        replay(turns, (decision) => {
          expect(ROUTES).toContain(decision.route);
          expect(leadsToAPerson(decision)).toBe(true);
          const messages = renderDecision(decision, knowledge);
          expect(checkMessages(messages)).toEqual([]);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('the same arguments give the same decision, and are left as they were', () => {
    fc.assert(
      fc.property(conversation, (turns) => {
        const before = structuredClone(turns);
        const first = replay(turns, () => undefined);
        expect(replay(turns, () => undefined)).toEqual(first);
        expect(turns).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('what is remembered survives being written down as JSON', () => {
    fc.assert(
      fc.property(conversation, (turns) => {
        for (const { state } of replay(turns, () => undefined))
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['5,000 characters without a pause', 'カ'.repeat(5000)],
    ['5,000 characters of one kanji', '痛'.repeat(5000)],
    ['5,000 characters of questions', '抗がん剤で髪は抜けますか'.repeat(416)],
    ['emoji alone', '😭😭👨‍👩‍👧'],
    ['control characters', '\u0000\u0001\u0007痛い\u001b[31m'],
    ['right-to-left marks', '\u202eがん\u200f\u202c'],
    ['lone surrogates', '\ud83d痛み\udc00'],
    ['names that JavaScript knows', '__proto__ constructor toString'],
    ['nothing', ''],
  ])('an answer comes to %s', (_, strange) => {
    const decision = decide(null, text(strange), setting());
    expect(decision.actions.length).toBeGreaterThan(0);
    expect(leadsToAPerson(decision)).toBe(true);
  });
});
