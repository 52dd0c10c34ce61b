import { Hono } from 'hono';
import { z } from 'zod';
import { randomToken } from '../ids.ts';
import { checkMessages } from '../message-schema/check-messages.ts';
import { problemsOf } from '../message-schema/problem.ts';
import { readJson, refuse, refuseProblems } from './answers.ts';
import type { StandInEnv } from './env.ts';
import type { Gate } from './gate.ts';
import type { Quota } from './quota.ts';
import type { RetryKeys } from './retry-keys.ts';
import type { Friend, SentMessage, World } from './world.ts';

const common = { messages: z.array(z.unknown()), notificationDisabled: z.boolean().optional() };
const replyShape = z.strictObject({ replyToken: z.string().min(1, 'May not be empty'), ...common });
const pushShape = z.strictObject({
  to: z.string().min(1, 'May not be empty'),
  ...common,
  customAggregationUnits: z.array(z.string()).max(1, 'Size must be between 0 and 1').optional(),
});
const validateShape = z.strictObject({ messages: z.array(z.unknown()) });

/** A request whose envelope and messages are both faultless, or the answer that refuses it. */
async function readMessages<Shape extends z.ZodType<{ messages: unknown[] }>>(
  c: Parameters<typeof readJson>[0],
  shape: Shape,
): Promise<{ body: z.infer<Shape> } | { refusal: Response }> {
  const read = await readJson(c);
  if ('refusal' in read) return read;
  const parsed = shape.safeParse(read.json);
  const problems = parsed.success ? [] : problemsOf(shape, read.json, '');
  const messages: unknown =
    typeof read.json === 'object' && read.json ? Reflect.get(read.json, 'messages') : undefined;
  if (Array.isArray(messages)) problems.push(...checkMessages(messages));
  if (!parsed.success || problems.length > 0) return { refusal: refuseProblems(c, problems) };
  return { body: parsed.data };
}

/** Reply, push and their two checks. */
export function messageRoutes(gate: Gate, world: World, quota: Quota, retryKeys: RetryKeys) {
  const app = new Hono<StandInEnv>();

  const number = (messages: unknown[]): SentMessage[] =>
    messages.map((message) => ({
      id: world.nextMessageId(),
      quoteToken: randomToken(world.random, 24),
      message,
    }));

  const receipt = (sent: SentMessage[]) =>
    sent.map(({ id, quoteToken }) => ({ id, ...(quoteToken === undefined ? {} : { quoteToken }) }));

  // A friend who blocked the account: LINE answers 200 as always and shows nothing ("it won't be possible to
  // retry the same request, even if it couldn't be delivered because the user has blocked the account").
  function deliver(friend: Friend | undefined, via: 'reply' | 'push', messages: SentMessage[]): void {
    if (!friend || friend.blocked) return;
    world.tell({ type: 'delivered', userId: friend.userId, via, at: world.now(), messages });
  }

  app.post('/v2/bot/message/reply', gate('reply'), async (c) => {
    const read = await readMessages(c, replyShape);
    if ('refusal' in read) return read.refusal;
    // A request that is refused above leaves its token good; nothing is awaited from here, so of two
    // replies with one token the second always loses.
    const userId = world.spendReplyToken(read.body.replyToken);
    if (userId === undefined) return refuse(c, 400, 'Invalid reply token');
    const sent = number(read.body.messages);
    deliver(world.friend(userId), 'reply', sent);
    return c.json({ sentMessages: receipt(sent) });
  });

  app.post('/v2/bot/message/push', gate('push'), async (c) => {
    const read = await readMessages(c, pushShape);
    if ('refusal' in read) return read.refusal;
    const { to, messages } = read.body;
    const retryKey = c.req.header('x-line-retry-key');
    const accepted = retryKey === undefined ? undefined : retryKeys.find(retryKey);
    if (accepted) {
      const message = 'The retry key is already accepted';
      const answer = c.json({ message, sentMessages: accepted.sentMessages }, 409);
      answer.headers.set('x-line-accepted-request-id', accepted.requestId);
      return answer;
    }
    if (!/^U[0-9a-f]{32}$/.test(to)) {
      // LINE also takes group (C…) and room (R…) ids; this account answers one-to-one chats only.
      return refuse(c, 400, "The property, 'to', in the request body is invalid (line: -, column: -)");
    }
    const friend = world.friend(to);
    if (!friend) return refuse(c, 400, 'Failed to send messages');
    if (!quota.take(friend.blocked ? 0 : 1)) return refuse(c, 429, 'You have reached your monthly limit.');
    const sent = number(messages);
    if (retryKey !== undefined) {
      retryKeys.accept(retryKey, { requestId: c.get('requestId'), sentMessages: receipt(sent) });
    }
    deliver(friend, 'push', sent);
    return c.json({ sentMessages: receipt(sent) });
  });

  for (const kind of ['reply', 'push'] as const) {
    const endpoint = kind === 'reply' ? 'validateReply' : 'validatePush';
    app.post(`/v2/bot/message/validate/${kind}`, gate(endpoint), async (c) => {
      const read = await readMessages(c, validateShape);
      return 'refusal' in read ? read.refusal : c.json({});
    });
  }

  return app;
}
