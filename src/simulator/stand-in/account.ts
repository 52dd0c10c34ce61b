import { Hono } from 'hono';
import { z } from 'zod';
import type { PostWebhook } from '../webhook-post.ts';
import { readBody, refuse } from './answers.ts';
import type { StandInEnv } from './env.ts';
import type { Gate } from './gate.ts';
import type { Quota } from './quota.ts';
import type { World } from './world.ts';

/** The LINE Official Account itself. */
export interface Bot {
  userId: string;
  basicId: string;
  displayName: string;
  /** `auto`: LINE marks messages as read by itself (chat switched off in LINE Official Account Manager). */
  markAsReadMode: 'auto' | 'manual';
}

/** LINE takes https alone; http is let through for this machine. */
const webhookUrl = z
  .string()
  .max(500, 'Length must be between 0 and 500')
  .refine(
    (url) =>
      URL.canParse(url) &&
      (/^https:/i.test(url) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/i.test(url)),
    'must be an https URL',
  );

export interface WebhookSetting {
  endpoint: string | undefined;
}

/** Quota, bot info and the webhook's address. */
export function accountRoutes(
  gate: Gate,
  world: World,
  quota: Quota,
  bot: Bot,
  webhook: WebhookSetting,
  post: PostWebhook,
) {
  const app = new Hono<StandInEnv>();

  app.get('/v2/bot/message/quota', gate('quota'), (c) => {
    const limit = quota.limit();
    return c.json(limit === null ? { type: 'none' } : { type: 'limited', value: limit });
  });
  app.get('/v2/bot/message/quota/consumption', gate('consumption'), (c) =>
    c.json({ totalUsage: quota.used() }),
  );

  app.get('/v2/bot/info', gate('info'), (c) =>
    c.json({ ...bot, chatMode: bot.markAsReadMode === 'auto' ? 'bot' : 'chat' }),
  );

  app.get('/v2/bot/channel/webhook/endpoint', gate('webhookEndpoint'), (c) =>
    webhook.endpoint === undefined
      ? refuse(c, 404, 'Webhook endpoint not found')
      : c.json({ endpoint: webhook.endpoint, active: true }),
  );
  app.put('/v2/bot/channel/webhook/endpoint', gate('webhookEndpoint'), async (c) => {
    const read = await readBody(c, z.strictObject({ endpoint: webhookUrl }));
    if ('refusal' in read) return read.refusal;
    webhook.endpoint = read.body.endpoint;
    return c.json({});
  });

  app.post('/v2/bot/channel/webhook/test', gate('webhookTest'), async (c) => {
    const read = await readBody(c, z.strictObject({ endpoint: webhookUrl.optional() }));
    if ('refusal' in read) return read.refusal;
    const endpoint = read.body.endpoint ?? webhook.endpoint;
    if (endpoint === undefined) return refuse(c, 404, 'Webhook endpoint not found');
    const outcome = await post(endpoint, JSON.stringify({ destination: bot.userId, events: [] }));
    return c.json({
      success: outcome.reason === 'OK',
      timestamp: new Date(world.now()).toISOString(),
      statusCode: outcome.status ?? 0,
      reason: outcome.reason,
      detail: outcome.detail,
    });
  });

  return app;
}
