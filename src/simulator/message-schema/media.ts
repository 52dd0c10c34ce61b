import { z } from 'zod';
import { httpsUrl, unitText } from './lengths.ts';
import { everyMessage } from './quick-reply.ts';

/** Messages without text of their own; LINE fetches every file by https. */
export const stickerMessage = z.strictObject({
  type: z.literal('sticker'),
  packageId: z.string().regex(/^[0-9]+$/, 'must be a number in text'),
  stickerId: z.string().regex(/^[0-9]+$/, 'must be a number in text'),
  quoteToken: z.string().min(1, 'May not be empty').optional(),
  ...everyMessage,
});

export const imageMessage = z.strictObject({
  type: z.literal('image'),
  originalContentUrl: httpsUrl,
  previewImageUrl: httpsUrl,
  ...everyMessage,
});

export const videoMessage = z.strictObject({
  type: z.literal('video'),
  originalContentUrl: httpsUrl,
  previewImageUrl: httpsUrl,
  trackingId: z
    .string()
    .regex(/^[A-Za-z0-9\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/, 'invalid trackingId')
    .optional(),
  ...everyMessage,
});

export const audioMessage = z.strictObject({
  type: z.literal('audio'),
  originalContentUrl: httpsUrl,
  duration: z.int().min(1, 'must be greater than 0'),
  ...everyMessage,
});

export const locationMessage = z.strictObject({
  type: z.literal('location'),
  title: unitText(1, 100),
  address: unitText(1, 100),
  latitude: z.number().min(-90, 'must be between -90 and 90').max(90, 'must be between -90 and 90'),
  longitude: z.number().min(-180, 'must be between -180 and 180').max(180, 'must be between -180 and 180'),
  ...everyMessage,
});
