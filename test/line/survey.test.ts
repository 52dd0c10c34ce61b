import { describe, expect, it } from 'vitest';
import { OFFERS } from '../../src/conversation/offers.ts';
import { SURVEY_QUESTIONS, type Survey } from '../../src/knowledge/survey.ts';
import { renderMessages } from '../../src/line/render/messages.ts';
import { surveyInvitation, surveyQuestionMessage } from '../../src/line/render/survey.ts';
import { readTap } from '../../src/line/tap-data.ts';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { survey, phrases } = builtKnowledge().handbook;
const CASE = '01CASE0000000000000000000A';
/** A whole bubble as text: what its buttons send stands in it too. */
const postbacks = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/"data":"([^"]*)"/g)].map((match) => match[1] ?? '');

describe('the invitation to the survey', () => {
  const message = surveyInvitation(CASE, survey);

  it('says what it is and asks the first question, as LINE takes it', () => {
    expect(checkMessages([message])).toEqual([]);
    for (const line of [...survey.says.invitation.split('\n'), survey.questions[0].text]) {
      expect(message.altText).toContain(line);
      expect(JSON.stringify(message.contents)).toContain(line);
    }
  });

  it('has four buttons, the best first, each of which names case, question and step', () => {
    expect(postbacks(message).map(readTap)).toEqual(
      [4, 3, 2, 1].map((step) => ({ kind: 'survey', caseId: CASE, question: 'purpose', step })),
    );
    expect(postbacks(message)[0]).toBe(`survey=${CASE}&q=purpose&step=4`);
  });
});

describe('each question of the survey', () => {
  it.each(SURVEY_QUESTIONS)('is a bubble that LINE takes, which can be heard as well as seen: %s', (id) => {
    const question = survey.questions.find((one) => one.id === id) as Survey['questions'][number];
    const action = {
      kind: 'survey-question',
      caseId: CASE,
      before: null,
      question,
      progress: '質問',
    } as const;
    const bubble = surveyQuestionMessage(action);
    expect(checkMessages(renderMessages([action], OFFERS, phrases))).toEqual([]);
    for (const { label } of question.steps) expect(bubble.altText).toContain(`・${label}`);
    expect(postbacks(bubble).map(readTap)).toMatchObject(
      question.steps.map(({ step }) => ({ question: id, step })),
    );
  });

  it('fits LINE with the longest words that an editor may write', () => {
    const [first] = survey.questions;
    const step = { label: '満'.repeat(20), report: '満' };
    const question = {
      ...first,
      text: '𠮷'.repeat(150),
      steps: first.steps.map((one) => ({ ...one, ...step })) as (typeof first)['steps'],
    };
    const before = 'あ'.repeat(300);
    const action = {
      kind: 'survey-question',
      caseId: 'c'.repeat(64),
      before,
      question,
      progress: '質',
    } as const;
    expect(checkMessages(renderMessages([action], OFFERS, phrases))).toEqual([]);
  });
});

describe('the free line', () => {
  it('can be left out by the first quick reply, and a person is still one tap away', () => {
    const { comment_ask: text, comment_skip: skip } = survey.says;
    const messages = renderMessages([{ kind: 'survey-comment', caseId: CASE, text, skip }], OFFERS, phrases);
    expect(checkMessages(messages)).toEqual([]);
    const [first, ...others] = postbacks(messages).map(readTap);
    expect(first).toEqual({ kind: 'survey-skip', caseId: CASE });
    expect(others).toContainEqual({ kind: 'take-offer', offer: 'support_line' });
  });
});
