import { Hono } from 'hono';
import { z } from 'zod';
import { readBody, refuse } from './answers.ts';
import type { StandInEnv } from './env.ts';
import type { Gate } from './gate.ts';
import type { World } from './world.ts';

const LOADING_DEFAULT_SECONDS = 20;
const STEPS = 'must be 5, 10, 15, … 60';

const loadingShape = z.strictObject({
  chatId: z.string().min(1, 'May not be empty'),
  loadingSeconds: z.int().min(5, STEPS).max(60, STEPS).multipleOf(5, STEPS).optional(),
});
const readShape = z.strictObject({ markAsReadToken: z.string().min(1, 'May not be empty') });

/** What happens in one person's chat besides messages: the three dots, 既読, the profile. */
export function chatRoutes(gate: Gate, world: World) {
  const app = new Hono<StandInEnv>();

  app.post('/v2/bot/chat/loading/start', gate('loading'), async (c) => {
    const read = await readBody(c, loadingShape);
    if ('refusal' in read) return read.refusal;
    const { chatId, loadingSeconds = LOADING_DEFAULT_SECONDS } = read.body;
    const friend = world.friend(chatId);
    if (!friend) return refuse(c, 400, "The value for the 'chatId' parameter is invalid");
    if (!friend.blocked)
      world.tell({ type: 'loading', userId: chatId, untilMs: world.now() + loadingSeconds * 1000 });
    return c.json({}, 202);
  });

  app.post('/v2/bot/chat/markAsRead', gate('markAsRead'), async (c) => {
    const read = await readBody(c, readShape);
    if ('refusal' in read) return read.refusal;
    const known = world.readToken(read.body.markAsReadToken);
    if (!known) return refuse(c, 400, 'Invalid markAsReadToken');
    world.tell({ type: 'read', ...known });
    return c.json({});
  });

  app.get('/v2/bot/profile/:userId', gate('profile'), (c) => {
    const friend = world.friend(c.req.param('userId'));
    // Someone who blocked the account has no profile for it any more.
    if (!friend || friend.blocked) return refuse(c, 404, 'Not found');
    return c.json({ displayName: friend.displayName, userId: friend.userId, language: 'ja' });
  });

  return app;
}

/** The files that patients sent; on LINE's data host. */
export function contentRoutes(gate: Gate, world: World) {
  const app = new Hono<StandInEnv>();
  app.get('/v2/bot/message/:messageId/content', gate('content'), (c) => {
    const content = world.content(c.req.param('messageId'));
    if (!content) return refuse(c, 404, 'Not found');
    return c.body(content.bytes, 200, { 'content-type': content.contentType });
  });
  return app;
}
