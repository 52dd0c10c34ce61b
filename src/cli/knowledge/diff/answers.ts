/** What a handbook answers to questions, each as a patient's first message. */
import { decide } from '../../../conversation/decide.ts';
import type { Decision } from '../../../conversation/decision.ts';
import type { Knowledge } from '../../../conversation/knowledge.ts';
import type { ConversationState } from '../../../conversation/state.ts';
import type { Alarm, Answer, Part } from '../../../knowledge/diff/answer.ts';
import { messageText } from '../../../line/message-text.ts';
import { renderMessages } from '../../../line/render/messages.ts';

/** The answer to the last of `turns`, of somebody of whom nothing is remembered. */
export function answerTo(turns: readonly string[], knowledge: Knowledge, nowMs: number): Answer {
  let state: ConversationState | null = null;
  let decision: Decision | null = null;
  for (const text of turns) {
    decision = decide(state, { kind: 'text', text }, { knowledge, nowMs, person: 'none' });
    state = decision.state;
  }
  if (decision === null) throw new Error('A question has at least one message.');
  const { route, rule, confidence } = decision;
  return { route, rule, confidence, alarm: alarmOf(decision), parts: partsOf(decision, knowledge) };
}

/** A rule that decides an answer from passages is a milder warning. */
function alarmOf({ actions, route, rule }: Decision): Alarm {
  for (const action of actions) {
    if (action.kind === 'emergency') return action.level === '119' ? 'now' : 'soon';
    if (action.kind === 'crisis') return action.imminent ? 'now' : 'soon';
  }
  return warns({ route, rule }) ? 'warning' : 'none';
}

function warns({ route, rule }: Pick<Decision, 'route' | 'rule'>): boolean {
  return route === 'answer' && rule !== null;
}

function partsOf(decision: Decision, { handbook }: Knowledge): Part[] {
  const { actions, rule } = decision;
  return actions.map((action, i): Part => {
    switch (action.kind) {
      case 'show-passage':
      case 'show-plain':
      case 'read-more':
        return { kind: 'passage', id: action.passage.id, topic: action.passage.topic };
      case 'offer-choices':
        return {
          kind: 'clue',
          ids: action.choices.map(({ id }) => id),
          topics: action.choices.map(({ topic }) => topic),
        };
      case 'emergency':
      case 'crisis':
        return { kind: 'rule', id: rule ?? action.kind, text: textOf(action) };
      case 'say':
        return i === 0 && warns(decision)
          ? { kind: 'rule', id: rule ?? '', text: textOf(action) }
          : { kind: 'words', id: action.kind, text: textOf(action) };
      case 'support-line':
      case 'guide':
      case 'ask-place':
      case 'choose-place':
      case 'centres':
      case 'no-centre':
      case 'ask-consent':
      case 'survey-question':
      case 'survey-comment':
        return { kind: 'words', id: action.kind, text: textOf(action) };
      default:
        return action satisfies never;
    }
  });

  function textOf(action: Decision['actions'][number]): string {
    return renderMessages([action], [], handbook.phrases).map(messageText).join('\n');
  }
}
