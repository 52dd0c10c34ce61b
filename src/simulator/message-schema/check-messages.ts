import { z } from 'zod';
import { flexMessage } from './flex.ts';
import { audioMessage, imageMessage, locationMessage, stickerMessage, videoMessage } from './media.ts';
import { type Problem, problemsOf } from './problem.ts';
import { templateMessage } from './template.ts';
import { textMessage, textV2Message } from './text.ts';

/**
 * Every kind of message this project may send. LINE also has `imagemap` and `coupon`;
 * they are refused here until the project needs them.
 */
export const message = z.discriminatedUnion('type', [
  textMessage,
  textV2Message,
  stickerMessage,
  imageMessage,
  videoMessage,
  audioMessage,
  locationMessage,
  templateMessage,
  flexMessage,
]);

const messages = z
  .array(message)
  .min(1, 'Size must be between 1 and 5')
  .max(5, 'Size must be between 1 and 5');

/**
 * What LINE would find wrong with the `messages` of a reply or push; empty when LINE would take them.
 *
 * @example
 * checkMessages([{ type: 'text', text: '' }]);
 * // [{ message: 'May not be empty', property: 'messages[0].text' }]
 */
export function checkMessages(value: unknown): Problem[] {
  return problemsOf(messages, value, 'messages');
}
