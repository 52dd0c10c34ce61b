import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import type { Decision } from '../../src/conversation/decision.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { NOW, setting, text } from './conversation.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The decisions on `words`, one after another, `everyMs` apart. */
function talk(words: readonly string[], everyMs = 60_000): Decision[] {
  let state: ConversationState | null = null;
  return words.map((word, i) => {
    const decision: Decision = decide(state, text(word), setting({ nowMs: NOW + i * everyMs }));
    state = decision.state;
    return decision;
  });
}
const last = (decisions: readonly Decision[]) => decisions.at(-1) as Decision;
const kinds = (decision: Decision) => decision.actions.map((action) => action.kind);
const said = (decision: Decision) =>
  decision.actions.flatMap((a) => (a.kind === 'say' ? [a.text] : [])).join('\n');

describe('what is said', () => {
  it('is never the same a third time: people are offered instead', () => {
    const [first, second, third] = talk(['口内炎のケアは？', '口内炎のケアは？', '口内炎のケアは？']);
    expect(kinds(first as Decision)).toEqual(['show-passage']);
    expect(kinds(second as Decision)).toEqual(['show-passage']);
    expect(kinds(third as Decision)).toEqual(['say', 'support-line']);
  });

  it('is repeated as often as it must be when there is danger', () => {
    const words = Array.from({ length: 4 }, () => '胸が締めつけられて息ができません');
    expect(talk(words).map((d) => d.route)).toEqual(['emergency', 'emergency', 'emergency', 'emergency']);
  });

  it('leans on the passage shown last when the question has no subject of its own', () => {
    const [answer, more] = talk(['抗がん剤で髪は抜けますか', 'それはいつまで続きますか']);
    expect(answer?.passages[0]?.passage.topic).toBe('hair-loss');
    expect(more?.passages[0]?.passage.topic).toBe('hair-loss');
  });

  it('does not lean on it when the question is about something else', () => {
    expect(last(talk(['抗がん剤で髪は抜けますか', 'それより明日の天気は？'])).passages).toEqual([]);
  });
});

describe('milder symptoms', () => {
  it('are answered with a warning above the passages', () => {
    const [decision] = talk(['微熱が続いていて37.8度です']);
    expect(decision?.route).toBe('answer');
    expect(decision?.rule).toBe('fever-unknown');
    expect(kinds(decision as Decision)[0]).toBe('say');
    expect(said(decision as Decision)).toContain('病院');
  });

  it('add up over the turns of a conversation to an emergency', () => {
    const decisions = talk(['37.8度の熱があります', '下痢もしています', 'めまいでふらふらします']);
    expect(last(decisions).route).toBe('emergency');
  });
});

describe('a flow', () => {
  it('is left by 「やめる」, and the second opinion is taken up again where it was, days later', () => {
    const decisions = talk(['セカンドオピニオンを受けたい', '説明に納得できない', 'やめる']);
    expect(last(decisions).route).toMatch(/smalltalk|second_opinion/);
    const later = decide(
      last(decisions).state,
      text('セカンドオピニオンを受けたい'),
      setting({ nowMs: NOW + 10 * DAY_MS }),
    );
    const [action] = later.actions;
    expect(action?.kind === 'guide' && action.show.kind === 'step' && action.show.progress.at).toBe(2);
  });

  it('is left by a change of mind: the place that was asked for is forgotten', () => {
    const [, question, place] = talk([
      '近くのがん相談支援センターを教えて',
      '口内炎のケアはどうすればいいですか',
      '府中',
    ]);
    expect(question?.route).toBe('answer');
    expect(place?.route).not.toBe('centre');
  });

  it('asks back where several places bear the name, and takes a postal code', () => {
    const [, which] = talk(['近くのがん相談支援センターを教えて', '北区']);
    expect(kinds(which as Decision)).toEqual(['choose-place']);
    const [, found] = talk(['近くのがん相談支援センターを教えて', '〒104-0045']);
    expect(kinds(found as Decision)).toEqual(['say', 'centres']);
  });

  it('opens no case without consent, and one with it', () => {
    const [asked, no] = talk(['相談員の方と話したいです', 'いいえ']);
    expect(kinds(asked as Decision)).toEqual(['ask-consent']);
    expect(no?.escalation).toBeNull();
    expect(last(talk(['相談員の方と話したいです', 'はい、お願いします'])).escalation).toBe('asked');
  });
});

describe('while a counselor has the case', () => {
  const held = setting({ person: 'talking' });

  it('ordinary messages are relayed without an answer', () => {
    const decision = decide(null, text('口内炎のケアは？'), held);
    expect(decision).toMatchObject({ route: 'counselor', actions: [], offers: [] });
  });

  it('danger and despair are still answered at once', () => {
    expect(decide(null, text('息ができません'), held).route).toBe('emergency');
    expect(decide(null, text('もう死にたい'), held).route).toBe('crisis');
  });
});

describe('despair', () => {
  it('is told at night that nobody answers here now, and by day that a counselor was told', () => {
    const wordsAt = (iso: string) => {
      const [action] = decide(null, text('死にたい'), setting({ nowMs: Date.parse(iso) })).actions;
      return action?.kind === 'crisis' ? action.text : '';
    };
    expect(wordsAt('2026-11-24T02:00:00+09:00')).toContain('いまは時間外');
    expect(wordsAt('2026-11-24T11:00:00+09:00')).not.toContain('いまは時間外');
  });
});
