import { z } from 'zod';
import { unitText } from './lengths.ts';
import { everyMessage } from './quick-reply.ts';

const TEXT_MAX = 5000;
const text = z
  .string()
  .min(1, 'May not be empty')
  .refine((value) => value.length <= TEXT_MAX, `Length must be between 0 and ${TEXT_MAX}`);
const quoteToken = z.string().min(1, 'May not be empty').optional();

/** A plain text; `emojis` stand where the text has `$`. */
export const textMessage = z
  .strictObject({
    type: z.literal('text'),
    text,
    emojis: z
      .array(
        z.strictObject({
          index: z.int().min(0, 'must not be negative'),
          productId: unitText(1, 100),
          emojiId: unitText(1, 100),
        }),
      )
      .max(20, 'Size must be between 0 and 20')
      .optional(),
    quoteToken,
    ...everyMessage,
  })
  .superRefine((message, context) => {
    message.emojis?.forEach((emoji, at) => {
      if (message.text[emoji.index] !== '$') {
        context.addIssue({
          code: 'custom',
          path: ['emojis', at, 'index'],
          message: 'must point at a $ in the text',
        });
      }
    });
  });

const substitution = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('mention'),
    mentionee: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('user'), userId: unitText(1, 100) }),
      z.strictObject({ type: z.literal('all') }),
    ]),
  }),
  z.strictObject({ type: z.literal('emoji'), productId: unitText(1, 100), emojiId: unitText(1, 100) }),
]);

/** A text with `{name}` places; a brace that stands for itself is doubled. */
export const textV2Message = z
  .strictObject({
    type: z.literal('textV2'),
    text,
    substitution: z.record(z.string().regex(/^[A-Za-z0-9_]{1,20}$/, 'invalid key'), substitution).optional(),
    quoteToken,
    ...everyMessage,
  })
  .superRefine((message, context) => {
    const plain = message.text.replaceAll('{{', '').replaceAll('}}', '');
    for (const [, key = ''] of plain.matchAll(/\{([^{}]*)\}/g)) {
      if (message.substitution?.[key] === undefined) {
        context.addIssue({ code: 'custom', path: ['text'], message: `no substitution for {${key}}` });
      }
    }
  });
