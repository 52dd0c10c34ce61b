/** A decision's actions as LINE messages: at most five, the quick replies on the last, where LINE shows them. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../conversation/actions.ts';
import type { Offer } from '../../conversation/offers.ts';
import type { Reading } from '../../conversation/readings.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { centresMessage, officialSearchMessage } from './centres.ts';
import { cluesMessage, consentMessage, placesMessage } from './choices.ts';
import { crisisMessage, emergencyMessage } from './danger-card.ts';
import { guideMessage } from './guide.ts';
import { fullPassageMessage, passageMessage } from './passage-bubble.ts';
import { quickReplies } from './quick-replies.ts';
import { supportLineMessage } from './support-line.ts';
import { surveyQuestionMessage } from './survey.ts';

/** LINE takes 1 to 5 messages a call; an answer is never split, or its quick replies would be lost. */
export const MAX_MESSAGES = 5;

export type LineMessage = messagingApi.TextMessage | messagingApi.FlexMessage;

/** Thrown when an answer would not fit one call: a decision must not say so much. */
export class TooManyMessagesError extends Error {
  override readonly name = 'TooManyMessagesError';
  constructor(count: number) {
    super(
      `A decision gave ${count} messages; LINE takes ${MAX_MESSAGES} a call. Join texts in the decision.`,
    );
  }
}

/** The messages for `actions` to somebody who reads in `reading`; none for no actions. Throws TooManyMessagesError. */
export function renderMessages(
  actions: readonly Action[],
  offers: readonly Offer[],
  phrases: Phrases,
  reading: Reading = 'standard',
): LineMessage[] {
  const messages = actions.map((action) => renderAction(action, phrases));
  if (messages.length > MAX_MESSAGES) throw new TooManyMessagesError(messages.length);
  const quickReply = quickReplies(actions, offers, phrases, reading);
  const last = messages.at(-1);
  if (last && quickReply) last.quickReply = quickReply;
  return messages;
}

function renderAction(action: Action, phrases: Phrases): LineMessage {
  switch (action.kind) {
    case 'say':
      return { type: 'text', text: action.text };
    case 'show-passage':
      return passageMessage(action.passage, action.related, phrases);
    case 'show-plain':
      return passageMessage(action.passage, action.related, phrases, 'plain');
    case 'read-more':
      return fullPassageMessage(action.passage, phrases);
    case 'offer-choices':
      return cluesMessage(action.text, action.choices, phrases);
    case 'emergency':
      return emergencyMessage(action, phrases);
    case 'crisis':
      return crisisMessage(action, phrases);
    case 'support-line':
      return supportLineMessage(action, phrases);
    case 'guide':
      return guideMessage(action.show, phrases);
    case 'ask-place':
      return { type: 'text', text: action.text };
    case 'choose-place':
      return placesMessage(action.text, action.labels);
    case 'centres':
      return centresMessage(action.centres, action.near, phrases);
    case 'no-centre':
      return officialSearchMessage(action.searchUrl, phrases);
    case 'ask-consent':
      return consentMessage(action.text, phrases);
    case 'survey-question':
      return surveyQuestionMessage(action);
    case 'survey-comment':
      return { type: 'text', text: action.text };
    default:
      return action satisfies never;
  }
}
