/** Nothing is said word for word three times in a row: at the third time the patient is offered people. */
import { type Decision, plainDecision, say } from './decision.ts';
import { supportLineAction } from './flows/support-line.ts';
import type { Setting } from './knowledge.ts';

const AT_MOST = 2;

/** `decision` with its count kept, or people instead of it. Danger is said as often as it is there. */
export function neverThreeTimes(decision: Decision, setting: Setting): Decision {
  const { state, route, actions } = decision;
  if (actions.length === 0) return decision;
  const key = actions.map(keyOf).join(' ');
  const times = state.lastSaid.key === key ? state.lastSaid.times + 1 : 1;
  const counted = { ...state, lastSaid: { key, times } };
  // A warning above an answer carries its rule, and is a warning each time.
  const warns = route === 'answer' && decision.rule !== null;
  // Somebody may change their mind about the survey as often as they like.
  const mayRepeat =
    warns ||
    decision.survey !== null ||
    route === 'emergency' ||
    route === 'crisis' ||
    route === 'support_line';
  if (times <= AT_MOST || mayRepeat) return { ...decision, state: counted };
  const { phrases } = setting.knowledge.handbook;
  const people = [say(phrases.said_before), supportLineAction(setting)];
  return {
    ...plainDecision(
      'unclear',
      { ...counted, lastSaid: { key, times: 0 } },
      people,
      ...decision.why,
      'said twice already: people are offered',
    ),
    rule: decision.rule,
    escalation: decision.escalation,
  };
}

/** What makes two actions the same to a reader: short, since it is kept for every patient. */
function keyOf(action: Decision['actions'][number]): string {
  switch (action.kind) {
    case 'say':
    case 'ask-place':
    case 'ask-consent':
    case 'emergency':
    case 'crisis':
    case 'choose-place':
    case 'offer-choices':
    case 'survey-comment':
      return `${action.kind}:${hash(JSON.stringify(action))}`;
    case 'show-passage':
    case 'show-plain':
    case 'read-more':
      return `${action.kind}:${action.passage.id}`;
    case 'survey-question':
      return `survey:${action.question.id}`;
    case 'guide':
      return `guide:${hash(JSON.stringify(action.show))}`;
    case 'centres':
      return `centres:${action.near ?? ''}:${action.centres.map((c) => c.centre.id).join()}`;
    case 'support-line':
    case 'no-centre':
      return action.kind;
    default:
      return action satisfies never;
  }
}

/** 32-bit FNV-1a: a fingerprint, not a secret. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
