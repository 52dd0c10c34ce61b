import { Hono } from 'hono';
import { type Random, randomHex } from './ids.ts';
import { accountRoutes, type Bot } from './stand-in/account.ts';
import { refuse } from './stand-in/answers.ts';
import { createCallLog } from './stand-in/calls.ts';
import { chatRoutes, contentRoutes } from './stand-in/chat.ts';
import type { StandInEnv } from './stand-in/env.ts';
import { createFaults } from './stand-in/faults.ts';
import { ConnectionReset, createGate } from './stand-in/gate.ts';
import { messageRoutes } from './stand-in/messages.ts';
import { createQuota } from './stand-in/quota.ts';
import { createRetryKeys } from './stand-in/retry-keys.ts';
import { createRichMenuStore } from './stand-in/rich-menu-store.ts';
import { richMenuImageRoutes, richMenuRoutes } from './stand-in/rich-menus.ts';
import { createWorld } from './stand-in/world.ts';
import { createPostWebhook } from './webhook-post.ts';

export interface StandInOptions {
  channelAccessToken: string;
  /** Signs the test webhook; needed for `/v2/bot/channel/webhook/test` alone. */
  channelSecret?: string;
  webhookUrl?: string;
  now?: () => number;
  random?: Random;
  /** Pushes a month; null is no limit. LINE's smallest plan has 200. */
  monthlyLimit?: number | null;
  bot?: Partial<Bot>;
  /** How long a `timeout` fault hangs when the caller does not give up; 30 seconds. */
  hangMs?: number;
  /** Reaches the webhook under test; the global `fetch` when left out. */
  fetch?: (request: Request) => Promise<Response> | Response;
}

/**
 * A strict stand-in for LINE's Messaging API: the same paths, the same refusals, in memory.
 *
 * @example
 * const standIn = createMessagingApiStandIn({ channelAccessToken: 'token', now: () => clock });
 * const phones = createPhones({ standIn, channelSecret: 'secret', webhookUrl: 'http://127.0.0.1:8787/webhook' });
 * standIn.failNext({ method: 'push', kind: '500', afterAcceptance: true });
 */
export function createMessagingApiStandIn(options: StandInOptions) {
  const {
    channelAccessToken,
    now = Date.now,
    random = Math.random,
    monthlyLimit = 200,
    hangMs = 30_000,
  } = options;
  const world = createWorld({ now, random });
  const faults = createFaults();
  const calls = createCallLog();
  const quota = createQuota(now, monthlyLimit);
  const richMenus = createRichMenuStore(random);
  const bot: Bot = {
    userId: `U${randomHex(random, 32)}`,
    basicId: '@hikkei',
    displayName: '患者必携',
    markAsReadMode: 'auto',
    ...options.bot,
  };
  const webhook = { endpoint: options.webhookUrl };
  const gate = createGate({ channelAccessToken, world, faults, calls, hangMs });
  const postWebhook = createPostWebhook({
    channelSecret: options.channelSecret ?? '',
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });

  const host = () => {
    const one = new Hono<StandInEnv>();
    one.onError((error, c) => {
      if (error instanceof ConnectionReset) throw error;
      console.error('simulator: the Messaging API stand-in failed', error);
      return refuse(c, 500, `simulator fault, not LINE's: ${error.message}`);
    });
    return one;
  };
  const nothingHere = (one: Hono<StandInEnv>) =>
    one.all('*', gate('unknown'), (c) => refuse(c, 404, 'Not found'));

  const app = host();
  app.route('/', messageRoutes(gate, world, quota, createRetryKeys(now)));
  app.route('/', chatRoutes(gate, world));
  app.route('/', accountRoutes(gate, world, quota, bot, webhook, postWebhook));
  app.route('/', richMenuRoutes(gate, world, richMenus));
  nothingHere(app);

  const dataApp = host();
  dataApp.route('/', contentRoutes(gate, world));
  dataApp.route('/', richMenuImageRoutes(gate, richMenus));
  nothingHere(dataApp);

  return {
    /** Stands for https://api.line.me. */
    app,
    /** Stands for https://api-data.line.me: files and rich menu images. */
    dataApp,
    bot,
    world,
    quota,
    richMenus,
    /** Makes calls to come fail. */
    failNext: faults.failNext,
    faults,
    /** Every call so far (the last 500), oldest first. */
    calls: calls.all,
    /** Forgets the record of calls. */
    clearCalls: calls.clear,
    /** Hears what LINE delivers and every call; returns the way to stop. */
    on: world.on,
  };
}

export type MessagingApiStandIn = ReturnType<typeof createMessagingApiStandIn>;
