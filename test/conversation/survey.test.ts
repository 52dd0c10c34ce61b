import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import type { Decision } from '../../src/conversation/decision.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import type { PassageId } from '../../src/knowledge/passage.ts';
import { SURVEY_QUESTIONS, type SurveyQuestionId, type SurveyStep } from '../../src/knowledge/survey.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { NOW, setting, text } from './conversation.ts';

const { says } = builtKnowledge().handbook.survey;
const CASE = '01CASE0000000000000000000A';
const DAY_MS = 24 * 60 * 60 * 1000;
const answer = (question: SurveyQuestionId, step: SurveyStep = 4, caseId = CASE): PatientEvent => ({
  kind: 'tap',
  tap: { kind: 'survey', caseId, question, step },
});
const ALL = SURVEY_QUESTIONS.map((question) => answer(question));

/** The decisions on `events`, one after another, a minute apart. */
function talk(
  events: readonly PatientEvent[],
  more: Partial<Parameters<typeof setting>[0]> = {},
  first: ConversationState | null = null,
): Decision[] {
  let state = first;
  return events.map((event, i) => {
    const decision: Decision = decide(state, event, setting({ nowMs: NOW + i * 60_000, ...more }));
    state = decision.state;
    return decision;
  });
}
const last = (decisions: readonly Decision[]) => decisions.at(-1) as Decision;
const asked = ({ actions }: Decision) =>
  actions.map((action) => (action.kind === 'survey-question' ? action.question.id : action.kind));
const said = ({ actions }: Decision) => actions.flatMap((a) => (a.kind === 'say' ? [a.text] : []));
/** After all four questions, with the free line asked for: what comes of these words. */
const afterTheQuestions = (words: string, more: Parameters<typeof talk>[1] = {}) =>
  decide(last(talk(ALL)).state, text(words), setting({ nowMs: NOW + 3_600_000, ...more }));

describe('the survey after a case', () => {
  it('asks the four questions one after another, then for a free line, then gives thanks', () => {
    const decisions = talk([...ALL, text('話を聞いてもらえて少し安心しました')]);
    expect(decisions.map(asked)).toEqual([
      ['understanding'],
      ['satisfaction'],
      ['counselor'],
      ['survey-comment'],
      ['say'],
    ]);
    expect(decisions.map((decision) => decision.survey)).toEqual([
      ...SURVEY_QUESTIONS.map((question) => ({ kind: 'answer', caseId: CASE, question, step: 4 })),
      { kind: 'comment', caseId: CASE, text: '話を聞いてもらえて少し安心しました' },
    ]);
    expect(decisions.map((decision) => decision.route)).toEqual(Array(5).fill('smalltalk'));
    expect(said(last(decisions))).toEqual([says.thanks]);
    expect(last(decisions).state).toMatchObject({ flow: 'none', survey: { closed: true } });
  });

  it('goes on with the first question that is open, whichever is answered first', () => {
    const decisions = talk([answer('counselor'), answer('purpose'), answer('understanding')]);
    expect(decisions.map(asked)).toEqual([['purpose'], ['understanding'], ['satisfaction']]);
  });

  it('takes a changed answer to an old question, says so, and goes on where it was', () => {
    const decisions = talk([answer('purpose', 4), answer('purpose', 1)]);
    expect(last(decisions).survey).toMatchObject({ question: 'purpose', step: 1 });
    expect(last(decisions).actions).toMatchObject([
      { kind: 'survey-question', before: says.changed, question: { id: 'understanding' } },
    ]);
  });

  it('takes a changed answer after the free line, without asking for that again', () => {
    const decisions = talk([...ALL, text('ありがとうございました'), answer('satisfaction', 2)]);
    expect(last(decisions).survey).toMatchObject({ question: 'satisfaction', step: 2 });
    expect(said(last(decisions))).toEqual([says.changed]);
  });

  it('lets people change their mind as often as they like: no count of repeated words stops it', () => {
    const decisions = talk(Array.from({ length: 5 }, (_, i) => answer('purpose', i % 2 === 0 ? 4 : 1)));
    expect(decisions.map(asked)).toEqual(Array(5).fill(['understanding']));
    expect(decisions.every((decision) => decision.survey !== null)).toBe(true);
  });

  it('is taken up again days later where it was left', () => {
    const [first] = talk([answer('purpose')]);
    const later = decide(first?.state ?? null, answer('understanding'), setting({ nowMs: NOW + 5 * DAY_MS }));
    expect(asked(later)).toEqual(['satisfaction']);
  });

  it('begins anew for another case', () => {
    const decisions = talk([answer('purpose'), answer('purpose', 3, 'another')]);
    expect(asked(last(decisions))).toEqual(['understanding']);
    expect(last(decisions).state.survey).toEqual({ caseId: 'another', answered: ['purpose'], closed: false });
  });

  it('can be answered while a counselor has a new case: nothing but the answer is taken from that talk', () => {
    const decisions = talk([...ALL, text('また相談したいです')], { person: 'talking' });
    expect(decisions.slice(0, 4).map(asked)).toEqual([
      ['understanding'],
      ['satisfaction'],
      ['counselor'],
      ['say'],
    ]);
    expect(decisions.slice(0, 4).every((decision) => decision.survey !== null)).toBe(true);
    expect(last(decisions)).toMatchObject({ route: 'counselor', actions: [], survey: null });
  });
});

describe('the free line', () => {
  it.each([
    'ありがとうございました。とても助かりました',
    '待ち時間が長かったです',
    '副作用について丁寧に教えてもらえてよかった',
    'もっと早くつないでほしい',
    '落ち着きました',
    '😊',
  ])('is kept when it reads as one: %s', (words) => {
    expect(afterTheQuestions(words).survey).toEqual({ kind: 'comment', caseId: CASE, text: words });
  });

  it.each(['書かない', '特にありません', '特になし', 'やめる', 'いいえ'])(
    'is left out by 「%s」',
    (words) => {
      const decision = afterTheQuestions(words);
      expect(decision.survey).toBeNull();
      expect(said(decision)).toEqual([says.skipped]);
      expect(decision.state).toMatchObject({ flow: 'none', survey: { closed: true } });
    },
  );

  it('is left out by its button, also when that is tapped first of all', () => {
    const skip: PatientEvent = { kind: 'tap', tap: { kind: 'survey-skip', caseId: CASE } };
    expect(said(last(talk([...ALL, skip])))).toEqual([says.skipped]);
    expect(said(last(talk([skip])))).toEqual([says.skipped]);
  });

  it.each([
    ['胸が締めつけられて息ができません', 'emergency'],
    ['もう死にたい', 'crisis'],
    ['電話で相談したい', 'support_line'],
    ['相談員さんと話したいです', 'counselor'],
    ['近くのがん相談支援センターはどこですか', 'centre'],
    ['セカンドオピニオンを受けたい', 'second_opinion'],
    ['抗がん剤で髪は抜けますか', 'answer'],
    ['抗がん剤 脱毛 時期', 'answer'],
    ['微熱が続いていて37.8度です', 'answer'],
  ])('is never «%s», which is answered as always: %s', (words, route) => {
    const decision = afterTheQuestions(words);
    const fresh = decide(null, text(words), setting({ nowMs: NOW + 3_600_000 }));
    expect(decision.route).toBe(route);
    expect(decision.survey).toBeNull();
    expect(decision.actions).toEqual(fresh.actions);
    expect(decision.state.flow).not.toBe('survey-comment');
  });

  it('is not what follows a greeting, a tap on something else, or 24 hours', () => {
    const open = last(talk(ALL)).state;
    const tapped: PatientEvent = {
      kind: 'tap',
      tap: { kind: 'show-passage', passage: 'symptoms/hair-loss-when' as PassageId },
    };
    const thanks = text('ありがとうございました');
    expect(last(talk([text('こんにちは'), thanks], {}, open)).survey).toBeNull();
    expect(last(talk([tapped, thanks], {}, open)).survey).toBeNull();
    expect(decide(open, thanks, setting({ nowMs: NOW + 2 * DAY_MS })).survey).toBeNull();
  });

  it('is not what is written to a counselor who came meanwhile, nor what follows that', () => {
    const relayed = afterTheQuestions('まだ痛みがあります', { person: 'talking' });
    expect(relayed).toMatchObject({ actions: [], survey: null });
    expect(
      decide(relayed.state, text('助かりました'), setting({ nowMs: NOW + 3_700_000 })).survey,
    ).toBeNull();
  });
});

describe('what is remembered', () => {
  it('of a patient by an earlier version of the program is kept, with what was added since', () => {
    const { survey: _, wroteOn: __, ...old } = last(talk([text('抗がん剤で髪は抜けますか')])).state;
    const { state } = decide(
      old as unknown as ConversationState,
      { kind: 'media' },
      setting({ nowMs: NOW + 60_000 }),
    );
    expect(state).toMatchObject({ lastTopic: 'hair-loss', survey: null, wroteOn: '2026-11-24' });
    expect(asked(decide(old as unknown as ConversationState, answer('purpose'), setting()))).toEqual([
      'understanding',
    ]);
  });
});
