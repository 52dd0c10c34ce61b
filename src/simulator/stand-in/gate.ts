import type { Context, MiddlewareHandler } from 'hono';
import { randomUuid } from '../ids.ts';
import { refuse } from './answers.ts';
import type { CallLog } from './calls.ts';
import type { Endpoint } from './endpoints.ts';
import type { StandInEnv } from './env.ts';
import type { FaultOrder, Faults } from './faults.ts';
import { isRetryKey } from './retry-keys.ts';
import type { World } from './world.ts';

/**
 * Thrown through the app when a connection is to break: the stand-in's own `app.fetch` rejects as `fetch`
 * does. Over a socket the caller sees the break itself; an app in which the stand-in is mounted asks for a
 * response, which then reaches nobody.
 */
export class ConnectionReset extends TypeError {
  constructor() {
    super('fetch failed: the simulator broke the connection, as it was told to');
  }

  getResponse(): Response {
    return new Response(null, { status: 500 });
  }
}

export interface GateParts {
  channelAccessToken: string;
  world: World;
  faults: Faults;
  calls: CallLog;
  /** How long a `timeout` fault keeps the caller waiting when the caller does not give up. */
  hangMs: number;
}

async function hang(c: Context<StandInEnv>, hangMs: number): Promise<void> {
  const { signal } = c.req.raw;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, hangMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function refusal(c: Context<StandInEnv>, kind: '403' | '429' | '500'): Response {
  switch (kind) {
    case '403':
      return refuse(c, 403, 'Access to this API is not available for your account');
    case '429':
      return refuse(c, 429, 'The API rate limit has been exceeded. Try again later.');
    case '500':
      return refuse(c, 500, 'Internal server error');
    default:
      return kind satisfies never;
  }
}

async function fail(c: Context<StandInEnv>, order: FaultOrder, hangMs: number): Promise<Response> {
  if (order.kind === 'reset') {
    c.env?.incoming?.socket.destroy();
    throw new ConnectionReset();
  }
  if (order.kind === 'timeout') {
    await hang(c, hangMs);
    return new Response(null, { status: 504 });
  }
  const answer = refusal(c, order.kind);
  if (order.retryAfterSeconds !== undefined)
    answer.headers.set('retry-after', String(order.retryAfterSeconds));
  return answer;
}

async function bodyOf(c: Context<StandInEnv>): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return undefined;
  if (!/json/i.test(c.req.header('content-type') ?? ''))
    return `(${(await c.req.arrayBuffer()).byteLength} bytes)`;
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 1000);
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return undefined;
  return response.clone().json();
}

/**
 * Stands before every endpoint: checks the token and the retry key, meets the faults that were asked
 * for, gives each answer its `x-line-request-id`, and records the call.
 */
export function createGate({ channelAccessToken, world, faults, calls, hangMs }: GateParts) {
  function check(c: Context<StandInEnv>, endpoint: Endpoint): Response | undefined {
    if (c.req.header('authorization') !== `Bearer ${channelAccessToken}`) {
      return refuse(
        c,
        401,
        'Authentication failed. Confirm that the access token in the authorization header is valid.',
      );
    }
    const retryKey = c.req.header('x-line-retry-key');
    if (retryKey === undefined) return undefined;
    // "Retry only with supported APIs": anywhere but push, multicast, narrowcast and broadcast LINE answers
    // 400 (developers.line.biz/en/docs/messaging-api/retrying-api-request/). The wording is ours.
    if (endpoint !== 'push') return refuse(c, 400, 'The retry key cannot be used with this API');
    if (!isRetryKey(retryKey)) return refuse(c, 400, 'Invalid retry key: use a UUID');
    return undefined;
  }

  return (endpoint: Endpoint): MiddlewareHandler<StandInEnv> =>
    async (c, next) => {
      const requestId = randomUuid(world.random);
      c.set('requestId', requestId);
      c.set('problems', []);
      const { pathname } = new URL(c.req.url);
      const call = {
        at: world.now(),
        endpoint,
        httpMethod: c.req.method,
        path: pathname.slice(Math.max(0, pathname.indexOf('/v2/'))),
        requestId,
        retryKey: c.req.header('x-line-retry-key'),
        body: await bodyOf(c),
      };
      const record = (status: number | null, answer: unknown, fault: string | undefined) => {
        const done = calls.add({ ...call, status, answer, problems: c.get('problems'), fault });
        world.tell({ type: 'call', call: done });
      };

      const refusal = check(c, endpoint);
      const order = refusal ? undefined : faults.next(endpoint);
      if (refusal) c.res = refusal;
      else if (!order || order.afterAcceptance) await next();

      let met: string | undefined;
      if (order && (!order.afterAcceptance || c.res.ok) && faults.remove(order)) {
        met = order.afterAcceptance ? `${order.kind} after acceptance` : order.kind;
        if (order.kind === 'timeout' || order.kind === 'reset') record(null, undefined, met);
        c.res = await fail(c, order, hangMs);
        if (order.kind === 'timeout') return;
      }
      c.res.headers.set('x-line-request-id', requestId);
      record(c.res.status, await answerOf(c.res), met);
    };
}

export type Gate = ReturnType<typeof createGate>;
