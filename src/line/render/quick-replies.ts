/** The quick replies under an answer: always a way to a person. */
import type { messagingApi } from '@line/bot-sdk';
import type { Offer } from '../../conversation/offers.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { writeTap } from '../tap-data.ts';

/** Quick replies for `offers`, or undefined where there are none. */
export function quickReplies(offers: readonly Offer[], phrases: Phrases): messagingApi.QuickReply | undefined {
  if (offers.length === 0) return undefined;
  return {
    items: offers.map((offer) => ({
      type: 'action',
      action: {
        type: 'postback',
        label: phrases[`offer_${offer}`],
        data: writeTap({ kind: 'take-offer', offer }),
        displayText: phrases[`offer_${offer}_say`],
      },
    })),
  };
}
