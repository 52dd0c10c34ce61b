/** Webhook requests made by hand, for bodies that no phone would send. */
import { createHmac } from 'node:crypto';
import { CHANNEL_SECRET } from './service.ts';

/** Posts `body` to the webhook with a right signature, or with the one given. */
export function postSigned(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  signature?: string | null,
): Promise<Response> {
  const right = createHmac('sha256', CHANNEL_SECRET).update(body).digest('base64');
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (signature !== null) headers['x-line-signature'] = signature ?? right;
  return fetch(`${url}/webhook`, { method: 'POST', headers, body });
}

let sequence = 0;

/** An event of any type from a one-to-one chat, with an id of its own. */
export function eventOf(type: string, more: object = {}) {
  sequence++;
  return {
    type,
    mode: 'active',
    timestamp: Date.now(),
    webhookEventId: `01TEST${String(sequence).padStart(20, '0')}`,
    deliveryContext: { isRedelivery: false },
    source: { type: 'user', userId: `U${'0'.repeat(31)}1` },
    ...more,
  };
}

/** A webhook body around `events`. */
export function bodyOf(...events: object[]): string {
  return JSON.stringify({ destination: `U${'f'.repeat(32)}`, events });
}
