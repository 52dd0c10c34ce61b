import { z } from 'zod';
import { actions } from './actions.ts';
import { box, image, video } from './flex-components.ts';
import { color } from './flex-values.ts';
import { unitText } from './lengths.ts';
import { everyMessage } from './quick-reply.ts';

const BUBBLE_MAX_BYTES = 30 * 1024;
const CAROUSEL_MAX_BYTES = 50 * 1024;

const encoder = new TextEncoder();
const bytesOf = (value: unknown) => encoder.encode(JSON.stringify(value)).length;
const tooLarge = (max: number) => `Too large flex message. The maximum size of JSON data is ${max / 1024} KB`;

const blockStyle = z
  .strictObject({ backgroundColor: color, separator: z.boolean().optional(), separatorColor: color })
  .optional();

export const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: box.optional(),
    hero: z.discriminatedUnion('type', [box, image, video]).optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: z
      .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
      .optional(),
    action: actions.tap.optional(),
  })
  .superRefine((value, context) => {
    const refuse = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', path, message });
    if (!value.header && !value.hero && !value.body && !value.footer)
      refuse('At least one block must be specified');
    if (bytesOf(value) > BUBBLE_MAX_BYTES) refuse(tooLarge(BUBBLE_MAX_BYTES));
    if (value.hero?.type === 'video' && !['kilo', 'mega', 'giga'].includes(value.size ?? 'mega')) {
      refuse('a video needs a bubble of size kilo, mega or giga', 'hero');
    }
  });

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    contents: z
      .array(bubble)
      .min(1, 'Size must be between 1 and 12')
      .max(12, 'Size must be between 1 and 12'),
  })
  .superRefine((value, context) => {
    if (bytesOf(value) > CAROUSEL_MAX_BYTES)
      context.addIssue({ code: 'custom', path: [], message: tooLarge(CAROUSEL_MAX_BYTES) });
    const width = value.contents[0]?.size ?? 'mega';
    value.contents.forEach((each, at) => {
      if ((each.size ?? 'mega') !== width) {
        context.addIssue({
          code: 'custom',
          path: ['contents', at, 'size'],
          message: 'all bubbles of a carousel have one size',
        });
      }
      if (each.hero?.type === 'video') {
        context.addIssue({
          code: 'custom',
          path: ['contents', at, 'hero'],
          message: 'a video cannot stand in a carousel',
        });
      }
    });
  });

/** A Flex Message: one bubble, or a carousel of up to 12. */
export const flexMessage = z
  .strictObject({
    type: z.literal('flex'),
    // 1,500 units since 2025 (400 before); messaging-api.yml states no limit.
    altText: unitText(1, 1500),
    contents: z.discriminatedUnion('type', [bubble, carousel]),
    ...everyMessage,
  })
  .refine((message) => JSON.stringify(message).split('"animated":true').length - 1 <= 10, {
    message: 'at most 10 animated images',
    path: ['contents'],
  });
