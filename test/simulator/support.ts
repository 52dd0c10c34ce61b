import { createMessagingApiStandIn, type StandInOptions } from '../../src/simulator/messaging-api.ts';
import { createPhones } from '../../src/simulator/phones.ts';

const TOKEN = 'channel-access-token';
export const SECRET = 'channel-secret';
const WEBHOOK = 'http://127.0.0.1/webhook';

/** Chance that is the same in every run (mulberry32). */
function seeded(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Received {
  signature: string | null;
  raw: string;
  body: { destination: string; events: Record<string, unknown>[] };
}

/** A stand-in with one patient, whose webhook answers 200 and remembers what it was sent. */
export function setUp(
  options: Partial<StandInOptions> & { answer?: () => Response | Promise<Response> } = {},
) {
  const { answer = () => new Response('ok'), ...rest } = options;
  const clock = { ms: Date.UTC(2026, 10, 20, 3, 0, 0) };
  const received: Received[] = [];
  const standIn = createMessagingApiStandIn({
    channelAccessToken: TOKEN,
    channelSecret: SECRET,
    now: () => clock.ms,
    random: seeded(),
    ...rest,
  });
  const webhook = async (request: Request) => {
    const raw = await request.text();
    received.push({ signature: request.headers.get('x-line-signature'), raw, body: JSON.parse(raw) });
    return answer();
  };
  const phones = createPhones({
    standIn,
    channelSecret: SECRET,
    webhookUrl: WEBHOOK,
    timeoutMs: 40,
    fetch: webhook,
  });
  const patient = phones.add('佐藤');

  async function call(
    path: string,
    body?: unknown,
    init: { method?: string; headers?: Record<string, string>; data?: boolean } = {},
  ) {
    const method = init.method ?? (body === undefined ? 'GET' : 'POST');
    const response = await (init.data ? standIn.dataApp : standIn.app).request(path, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(body === undefined
        ? {}
        : {
            body:
              typeof body === 'string'
                ? body
                : body instanceof Uint8Array
                  ? new Blob([new Uint8Array(body)])
                  : JSON.stringify(body),
          }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, answer: isJson ? JSON.parse(text) : text };
  }

  const text = (content = 'こんにちは') => ({ type: 'text', text: content });
  return {
    clock,
    standIn,
    phones,
    patient,
    received,
    call,
    text,
    reply: (replyToken: string, messages: unknown[] = [text()], headers: Record<string, string> = {}) =>
      call('/v2/bot/message/reply', { replyToken, messages }, { headers }),
    push: (to: string, messages: unknown[] = [text()], headers: Record<string, string> = {}) =>
      call('/v2/bot/message/push', { to, messages }, { headers }),
    /** A fresh reply token, from a message that the patient really sent. */
    async token(): Promise<string> {
      await phones.say(patient.userId, '質問');
      const event = received.at(-1)?.body.events[0];
      if (typeof event?.replyToken !== 'string') throw new Error('the event holds no reply token');
      return event.replyToken;
    },
  };
}
