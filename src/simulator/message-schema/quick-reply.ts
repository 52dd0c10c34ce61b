import { z } from 'zod';
import { actions } from './actions.ts';
import { httpsUrl, unitText } from './lengths.ts';

/** At most 13 chips; LINE shows only those of the last message of a call. */
const quickReply = z.strictObject({
  items: z
    .array(
      z.strictObject({
        type: z.literal('action'),
        imageUrl: httpsUrl.optional(),
        action: actions.quickReply,
      }),
    )
    .min(1, 'Size must be between 1 and 13')
    .max(13, 'Size must be between 1 and 13'),
});

const sender = z.strictObject({
  name: unitText(1, 20)
    .refine((name) => !/line/i.test(name), 'must not contain LINE')
    .optional(),
  iconUrl: httpsUrl.optional(),
});

/** What every message may carry: quick replies and another sender's name. */
export const everyMessage = {
  quickReply: quickReply.optional(),
  sender: sender.optional(),
};
