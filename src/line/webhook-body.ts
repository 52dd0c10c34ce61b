/** The webhook's body: bytes in, checked events out. Every event type is accepted, also ones of a later day. */
import { z } from 'zod';

/** LINE sends a few kilobytes; a larger body is not LINE's. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** LINE's events nest about ten deep; deeper ones would overflow what walks them. */
const MAX_DEPTH = 64;

const source = z.looseObject({
  type: z.string(),
  userId: z.string().min(1).optional(),
});

/** The parts of an event that all types share, and those that we read. All else stays as LINE sent it. */
export const lineEvent = z.looseObject({
  type: z.string().min(1),
  mode: z.string(),
  timestamp: z.number(),
  webhookEventId: z.string().min(1).max(100),
  deliveryContext: z.looseObject({ isRedelivery: z.boolean() }),
  source: source.optional(),
  replyToken: z.string().optional(),
  message: z
    .looseObject({
      id: z.string(),
      type: z.string(),
      text: z.string().optional(),
      latitude: z.number().optional(),
      longitude: z.number().optional(),
    })
    .optional(),
  postback: z.looseObject({ data: z.string() }).optional(),
  unsend: z.looseObject({ messageId: z.string() }).optional(),
});

export type LineEvent = z.infer<typeof lineEvent>;

const webhookBody = z.looseObject({ destination: z.string(), events: z.array(lineEvent).max(1000) });

/** Thrown for a signed body that is not a webhook; the message names the place. */
export class NotAWebhookError extends Error {
  override readonly name = 'NotAWebhookError';
}

/** The events of `bytes`. Throws NotAWebhookError for bytes that are not UTF-8, not JSON or not a webhook. */
export function parseWebhookBody(bytes: Uint8Array): LineEvent[] {
  const text = decode(bytes);
  if (depthOf(text) > MAX_DEPTH) throw new NotAWebhookError(`nested deeper than ${MAX_DEPTH} levels`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new NotAWebhookError('not JSON', { cause });
  }
  const body = webhookBody.safeParse(json);
  if (body.success) return body.data.events;
  const [issue] = body.error.issues;
  throw new NotAWebhookError(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not a webhook'}`);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotAWebhookError('not UTF-8', { cause });
  }
}

/** How deep brackets nest outside strings: counted before parsing, so that a hostile body costs one pass. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const c = json.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x5d || c === 0x7d) depth--;
  }
  return deepest;
}
