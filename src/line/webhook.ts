/** POST /webhook: size, signature, shape, and 200 once the events are kept. The work goes on after the answer. */
import { Buffer } from 'node:buffer';
import { validateSignature } from '@line/bot-sdk';
import { Hono } from 'hono';
import { readBody } from './read-body.ts';
import { type LineEvent, MAX_BODY_BYTES, NotAWebhookError, parseWebhookBody } from './webhook-body.ts';

export type WebhookParts = {
  readonly channelSecret: string;
  /** Keeps the events; when it resolves they cannot be lost any more. */
  readonly keep: (events: readonly LineEvent[]) => Promise<void>;
};

/** The webhook's route (CONTRACTS: 200, 400, 401, 413). */
export function createWebhook({ channelSecret, keep }: WebhookParts): Hono {
  const app = new Hono();
  app.post('/webhook', async (c) => {
    const body = await readBody(c.req.raw, MAX_BODY_BYTES);
    if (body === null) return c.json({ error: 'the body is over 1 MiB' }, 413);
    const signature = c.req.header('x-line-signature') ?? '';
    if (!isSigned(body, channelSecret, signature)) {
      return c.json({ error: 'x-line-signature does not fit the body and LINE_CHANNEL_SECRET' }, 401);
    }
    try {
      await keep(parseWebhookBody(body));
    } catch (error) {
      if (error instanceof NotAWebhookError) return c.json({ error: `not a webhook: ${error.message}` }, 400);
      throw error;
    }
    return c.json({});
  });
  return app;
}

/** HMAC-SHA256 over the raw bytes, compared in constant time (LINE Messaging API, "Verify webhook signature"). */
function isSigned(body: Uint8Array, channelSecret: string, signature: string): boolean {
  return validateSignature(Buffer.from(body), channelSecret, signature);
}
