import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import type { Decision } from '../../src/conversation/decision.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import type { PassageId } from '../../src/knowledge/passage.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { setting, text } from './conversation.ts';

const knowledge = builtKnowledge();
const { phrases, passages } = knowledge.handbook;
const decideOn = (event: PatientEvent) => decide(null, event, setting());
const saidIn = ({ actions }: Decision) =>
  actions.flatMap((action) => (action.kind === 'say' ? [action.text] : []));
const hairLoss = 'symptoms/hair-loss-when' as PassageId;

describe('what is decided on', () => {
  it('a question: the passage that answers it, with its confidence and its reasons', () => {
    const decision = decideOn(text('抗がん剤で髪は抜けますか'));
    expect(decision).toMatchObject({ route: 'answer', rule: null });
    expect(decision.actions[0]).toMatchObject({ kind: 'show-passage', passage: { topic: 'hair-loss' } });
    expect(decision.passages[0]?.passage.topic).toBe('hair-loss');
    expect(decision.confidence).toBeGreaterThan(0.6);
    expect(decision.why.join('\n')).toContain('coverage');
  });

  it('a message about something else: that only questions about cancer are answered', () => {
    const decision = decideOn(text('サッカーの日本代表の次の試合はいつですか'));
    expect(decision).toMatchObject({ route: 'out_of_scope', passages: [] });
    expect(saidIn(decision)).toEqual([phrases.out_of_scope]);
  });

  it.each(['こんにちは', 'はじめまして', '😭', '……', '   '])(
    'the greeting or nothing of 「%s」: an invitation to write',
    (words) => {
      const decision = decideOn(text(words));
      expect(decision.route).toBe('smalltalk');
      expect(saidIn(decision)).toEqual([phrases.hello]);
    },
  );

  it.each(['ありがとう', 'ありがとうございました！'])('the thanks of 「%s」: thanks', (words) => {
    const decision = decideOn(text(words));
    expect(decision.route).toBe('smalltalk');
    expect(saidIn(decision)).toEqual([phrases.thanks]);
  });

  it('a new friend: what this is and what it is not', () => {
    const decision = decideOn({ kind: 'follow' });
    expect(decision.route).toBe('smalltalk');
    expect(saidIn(decision).slice(0, 2)).toEqual([phrases.greeting, phrases.greeting_limits]);
  });

  it('a group: that it answers in one-to-one chats alone, with no button under it', () => {
    const decision = decideOn({ kind: 'joined-group' });
    expect(saidIn(decision)).toEqual([phrases.group]);
    expect(decision.offers).toEqual([]);
  });

  it('a sticker: a thank-you that asks for words', () => {
    expect(decideOn({ kind: 'sticker' })).toMatchObject({ route: 'smalltalk' });
    expect(saidIn(decideOn({ kind: 'sticker' }))).toEqual([phrases.sticker]);
  });

  it('a picture or file: that its content is not read', () => {
    expect(decideOn({ kind: 'media' })).toMatchObject({ route: 'unclear' });
    expect(saidIn(decideOn({ kind: 'media' }))).toEqual([phrases.media]);
  });

  it('a tap on a title: that passage whole, and others of its topic by title', () => {
    const decision = decideOn({ kind: 'tap', tap: { kind: 'show-passage', passage: hairLoss } });
    expect(decision).toMatchObject({ route: 'answer', confidence: 1 });
    const [shown] = decision.actions;
    if (shown?.kind !== 'show-passage') throw new Error('no passage was shown');
    expect(shown.passage.id).toBe(hairLoss);
    expect(shown.related.length).toBeGreaterThan(0);
    expect(shown.related.every((p) => p.topic === 'hair-loss' && p.id !== hairLoss)).toBe(true);
  });

  it('a tap on the title of a passage that is gone: that it cannot be seen any more', () => {
    const decision = decideOn({
      kind: 'tap',
      tap: { kind: 'show-passage', passage: 'old/gone' as PassageId },
    });
    expect(decision).toMatchObject({ route: 'unclear', passages: [] });
    expect(saidIn(decision)).toEqual([phrases.passage_gone]);
  });

  it.each([
    [true, phrases.helpful_thanks],
    [false, phrases.not_helpful_thanks],
  ])('a rating (helpful: %s): thanks, or an apology that offers people', (helpful, words) => {
    const decision = decideOn({ kind: 'tap', tap: { kind: 'rate', passage: hairLoss, helpful } });
    expect(decision.route).toBe('smalltalk');
    expect(saidIn(decision)).toEqual([words]);
    expect(decision.offers).toContain('support_line');
  });

  it('a tap on the telephone line: its card', () => {
    const decision = decideOn({ kind: 'tap', tap: { kind: 'take-offer', offer: 'support_line' } });
    expect(decision.route).toBe('support_line');
    expect(decision.actions).toMatchObject([{ kind: 'support-line', line: { phone: '0570-02-3410' } }]);
  });

  it.each([
    ['centre', 'centre', 'ask-place'],
    ['second_opinion', 'second_opinion', 'guide'],
    ['counselor', 'counselor', 'ask-consent'],
  ] as const)('a tap on the offer %s: route %s, which begins with %s', (offer, route, kind) => {
    const decision = decideOn({ kind: 'tap', tap: { kind: 'take-offer', offer } });
    expect(decision.route).toBe(route);
    expect(decision.actions.map((action) => action.kind)).toEqual([kind]);
  });

  it('a position: the centres near it, the nearest first', () => {
    const decision = decideOn({ kind: 'location', latitude: 35.681, longitude: 139.767 });
    const shown = decision.actions.find((action) => action.kind === 'centres');
    const distances = shown?.centres.map((one) => one.distanceKm) ?? [];
    expect(decision.route).toBe('centre');
    expect(distances.length).toBeGreaterThan(0);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('consent to a counselor: a case is opened; without consent none is', () => {
    const answer = (given: boolean) => decideOn({ kind: 'tap', tap: { kind: 'consent', given } });
    expect(answer(true)).toMatchObject({ route: 'counselor', escalation: 'asked' });
    expect(answer(false)).toMatchObject({ route: 'counselor', escalation: null });
  });

  it('every passage of the handbook, tapped by its title: that passage', () => {
    for (const { id } of passages) {
      const [shown] = decideOn({ kind: 'tap', tap: { kind: 'show-passage', passage: id } }).actions;
      expect(shown).toMatchObject({ kind: 'show-passage', passage: { id } });
    }
  });
});

describe('while a counselor talks with the patient', () => {
  const talking = setting({ person: 'talking' });

  it.each<PatientEvent>([text('抗がん剤で髪は抜けますか'), { kind: 'sticker' }, { kind: 'media' }])(
    'what they send ($kind) goes to the counselor and the bot is silent',
    (event) => {
      const decision = decide(null, event, talking);
      expect(decision).toMatchObject({ route: 'counselor', actions: [], offers: [] });
    },
  );

  it.each([
    ['emergency', '抗がん剤の治療中に38.5度の熱が出ました'],
    ['crisis', '死にたい'],
  ])('an %s still wins', (route, words) => {
    const decision = decide(null, text(words), talking);
    expect(decision.route).toBe(route);
    expect(decision.actions.length).toBeGreaterThan(0);
    expect(decision.escalation).toBe(route);
  });
});
