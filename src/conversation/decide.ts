/** The heart: (state, event, now) gives what to say and what to remember. It knows neither LINE nor the clock. */
import type { PassageId } from '../knowledge/passage.ts';
import type { Action } from './actions.ts';
import { answerQuestion } from './answer-question.ts';
import type { Decision } from './decision.ts';
import type { Knowledge } from './knowledge.ts';
import { type Offer, OFFERS } from './offers.ts';
import type { PatientEvent, Tap } from './patient-event.ts';
import type { Route } from './routes.ts';
import { type ConversationState, currentState } from './state.ts';

/**
 * Decides what to show for `event`, which came at `nowMs` (epoch milliseconds) from a patient of whom `previous`
 * is remembered. Pure: the same arguments give the same decision.
 */
export function decide(
  previous: ConversationState | null,
  event: PatientEvent,
  nowMs: number,
  knowledge: Knowledge,
): Decision {
  const state = { ...currentState(previous, nowMs), updatedAtMs: nowMs };
  const { phrases } = knowledge.handbook;
  switch (event.kind) {
    case 'text':
      return onText(event.text, state, nowMs, knowledge);
    case 'tap':
      return onTap(event.tap, state, knowledge);
    case 'follow':
      return say('smalltalk', state, [phrases.greeting, phrases.greeting_limits], 'became a friend');
    case 'joined-group':
      return { ...say('smalltalk', state, [phrases.group], 'put into a group'), offers: [] };
    case 'sticker':
      return say('smalltalk', state, [phrases.sticker], 'a sticker');
    case 'media':
      return say('unclear', state, [phrases.media], 'a picture, sound or file: its content is not read');
    case 'location':
      return say('unclear', state, [phrases.location], 'a location');
    default:
      return event satisfies never;
  }
}

function onText(text: string, state: ConversationState, nowMs: number, knowledge: Knowledge): Decision {
  const { phrases } = knowledge.handbook;
  const question = knowledge.analyser.analyse(text);
  if (question.words.length === 0) {
    const thanked = /ありがと|感謝|助かり/.test(question.normal);
    return say('smalltalk', state, [thanked ? phrases.thanks : phrases.hello], 'no word that a passage could answer');
  }
  return answerQuestion(question, state, nowMs, knowledge);
}

function onTap(tap: Tap, state: ConversationState, knowledge: Knowledge): Decision {
  switch (tap.kind) {
    case 'show-passage':
      return showPassage(tap.passage, state, knowledge);
    case 'rate': {
      const { helpful_thanks, not_helpful_thanks } = knowledge.handbook.phrases;
      return say('smalltalk', state, [tap.helpful ? helpful_thanks : not_helpful_thanks], 'rated a passage');
    }
    case 'take-offer':
      return takeOffer(tap.offer, state, knowledge);
    default:
      return tap satisfies never;
  }
}

function showPassage(id: PassageId, state: ConversationState, knowledge: Knowledge): Decision {
  const { passages, phrases } = knowledge.handbook;
  const passage = passages.find((p) => p.id === id);
  if (!passage) return say('unclear', state, [phrases.passage_gone], `passage ${id} is not in this handbook`);
  const related = passages.filter((p) => p.topic === passage.topic && p.id !== id).slice(0, 2);
  return {
    ...say('answer', { ...state, unclearInARow: 0, lastTopic: passage.topic }, [], 'the patient chose this passage'),
    passages: [{ passage, score: 1 }],
    confidence: 1,
    actions: [{ kind: 'show-passage', passage, related }],
  };
}

function takeOffer(offer: Offer, state: ConversationState, knowledge: Knowledge): Decision {
  const { supportLine, passages } = knowledge.handbook;
  switch (offer) {
    case 'support_line': {
      const card: Action = { kind: 'support-line-card', line: supportLine };
      return { ...say('support_line', state, [], 'asked for the telephone line'), actions: [card] };
    }
    case 'centre': {
      const [passage, ...others] = passages.filter((p) => p.topic === 'consultation-support-centre');
      if (!passage) return takeOffer('support_line', state, knowledge);
      const show: Action = { kind: 'show-passage', passage, related: others.slice(0, 2) };
      return { ...say('centre', state, [], 'asked for a consultation support centre'), actions: [show] };
    }
    default:
      return offer satisfies never;
  }
}

function say(route: Route, state: ConversationState, texts: readonly string[], why: string): Decision {
  return {
    route,
    rule: null,
    passages: [],
    confidence: 0,
    actions: texts.map((text) => ({ kind: 'say', text })),
    offers: OFFERS,
    state,
    why: [why],
  };
}
