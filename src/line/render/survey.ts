/** The survey after a case: one question a bubble, its four answers as buttons. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../conversation/actions.ts';
import type { Survey } from '../../knowledge/survey.ts';
import { bubbleMessage, tapButton, text } from './flex.ts';
import { LINE, QUIET } from './style.ts';

type Question = Extract<Action, { kind: 'survey-question' }>;

/** The first question, with the words that say what this is: to be pushed once when a case has ended. */
export function surveyInvitation(caseId: string, survey: Survey): messagingApi.FlexMessage {
  const { questions, says } = survey;
  const [question] = questions;
  const progress = `${says.progress} 1 / ${questions.length}`;
  return surveyQuestionMessage({
    kind: 'survey-question',
    caseId,
    before: says.invitation,
    question,
    progress,
  });
}

/** The bubble of one question; its alt text names the answers, so that it can be heard. */
export function surveyQuestionMessage(one: Question): messagingApi.FlexMessage {
  const { caseId, before, question, progress } = one;
  const above = (before ?? '').split('\n').filter((line) => line !== '');
  return bubbleMessage(
    [...above, progress, question.text, ...question.steps.map(({ label }) => `・${label}`)].join('\n'),
    [
      ...above.map((line) => text(line, { size: 'sm' })),
      ...(above.length > 0 ? [{ type: 'separator', color: LINE } as const] : []),
      text(progress, { size: 'xs', color: QUIET }),
      text(question.text, { weight: 'bold' }),
    ],
    question.steps.map(({ step, label }) =>
      tapButton(label, { kind: 'survey', caseId, question: question.id, step }, label),
    ),
  );
}
