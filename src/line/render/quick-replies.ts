/** The quick replies under an answer: what goes with it, and always a way to a person. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../conversation/actions.ts';
import type { Offer } from '../../conversation/offers.ts';
import type { Tap } from '../../conversation/patient-event.ts';
import { READINGS, type Reading } from '../../conversation/readings.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { writeTap } from '../tap-data.ts';

/** LINE takes 13 quick replies; ours are never so many that they must be searched. */
const MOST = 13;

/** Quick replies for the last of `actions` and for `offers`, or undefined where there are none. */
export function quickReplies(
  actions: readonly Action[],
  offers: readonly Offer[],
  phrases: Phrases,
  reading: Reading,
): messagingApi.QuickReply | undefined {
  const items = [
    ...actions.flatMap((action) => itemsOf(action, phrases)),
    ...offers.map((offer) => offerItem(offer, phrases)),
    ...actions.flatMap((action) => readingItems(action, phrases, reading)),
  ];
  return items.length === 0 ? undefined : { items: items.slice(0, MOST) };
}

function itemsOf(action: Action, phrases: Phrases): messagingApi.QuickReplyItem[] {
  if (action.kind === 'ask-place') {
    return [{ type: 'action', action: { type: 'location', label: phrases.offer_share_location } }];
  }
  if (action.kind === 'survey-comment') {
    return [tapItem(action.skip, { kind: 'survey-skip', caseId: action.caseId }, action.skip)];
  }
  if (action.kind !== 'guide') return [];
  return action.show.controls.map(({ id, label }) => tapItem(label, { kind: 'guide', input: id }, label));
}

/** Other ways to read what is shown; they stand last, behind the ways to a person. */
function readingItems(action: Action, phrases: Phrases, reading: Reading): messagingApi.QuickReplyItem[] {
  if (action.kind !== 'show-passage' && action.kind !== 'show-plain') return [];
  const { id, plain } = action.passage;
  return READINGS.filter((other) => other !== reading && (other !== 'plain' || plain.length > 0)).map(
    (other) =>
      tapItem(
        phrases[`reading_${other}`],
        { kind: 'set-reading', reading: other, passage: id },
        phrases[`reading_${other}`],
      ),
  );
}

function offerItem(offer: Offer, phrases: Phrases): messagingApi.QuickReplyItem {
  return tapItem(phrases[`offer_${offer}`], { kind: 'take-offer', offer }, phrases[`offer_${offer}_say`]);
}

function tapItem(label: string, tap: Tap, displayText: string): messagingApi.QuickReplyItem {
  return { type: 'action', action: { type: 'postback', label, data: writeTap(tap), displayText } };
}
