import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWebhook } from '../../src/line/webhook.ts';
import { type LineEvent, MAX_BODY_BYTES } from '../../src/line/webhook-body.ts';
import { lineEventOf, OTHER_USER, textEvent, USER } from '../fixtures/line-events.ts';

const SECRET = 'channel-secret';
type Body = string | Uint8Array<ArrayBuffer>;

const sign = (body: Body, secret = SECRET) => createHmac('sha256', secret).update(body).digest('base64');
const bodyOf = (...events: unknown[]) => JSON.stringify({ destination: 'U0', events });

/** A webhook that remembers what it kept, and one POST to it. */
function setUp(keep?: () => Promise<void>) {
  const kept: LineEvent[] = [];
  const webhook = createWebhook({
    channelSecret: SECRET,
    keep: async (events) => {
      await keep?.();
      kept.push(...events);
    },
  });
  webhook.onError((error, c) => c.text(error.message, 500));
  const post = (body: BodyInit, headers: Record<string, string>) =>
    webhook.request('/webhook', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  const postSigned = (body: Body, signature = sign(body)) => post(body, { 'x-line-signature': signature });
  return { kept, post, postSigned };
}

describe('the signature', () => {
  const body = bodyOf(textEvent('抗がん剤で髪は抜けますか😭'));

  it('that LINE made over these bytes lets the events in', async () => {
    const { kept, postSigned } = setUp();
    const answer = await postSigned(body);
    expect(answer.status).toBe(200);
    expect(kept.map((event) => event.message?.text)).toEqual(['抗がん剤で髪は抜けますか😭']);
  });

  it.each([
    ['of another secret', sign(body, 'another')],
    ['of another body', sign(`${body} `)],
    [
      'of the same length, with one character changed',
      sign(body).replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    ],
    ['cut off', sign(body).slice(0, -4)],
    ['in hexadecimal', createHmac('sha256', SECRET).update(body).digest('hex')],
    ['that is empty', ''],
    ['that is no base64', 'がん'],
  ])('%s is answered with 401 and nothing is kept', async (_, signature) => {
    const { kept, post } = setUp();
    const headers = new Headers({ 'x-line-signature': encodeURI(signature) });
    expect((await post(body, Object.fromEntries(headers))).status).toBe(401);
    expect(kept).toEqual([]);
  });

  it('that is missing is answered with 401 and nothing is kept', async () => {
    const { kept, post } = setUp();
    expect((await post(body, {})).status).toBe(401);
    expect(kept).toEqual([]);
  });

  it('is checked over the bytes as they came, not over the text that they decode to', async () => {
    const { postSigned } = setUp();
    const escaped = body.replace('髪', '\\u9aea');
    expect(JSON.parse(escaped)).toEqual(JSON.parse(body));
    expect((await postSigned(escaped)).status).toBe(200);
    expect((await postSigned(escaped, sign(body))).status).toBe(401);
    const notUtf8 = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect((await postSigned(notUtf8, sign('{\ufffd}'))).status).toBe(401);
  });

  it('is looked at before the body is read as JSON', async () => {
    const { postSigned } = setUp();
    expect((await postSigned('not JSON', 'AAAA')).status).toBe(401);
    expect((await postSigned('not JSON')).status).toBe(400);
  });
});

describe('a body that is too large', () => {
  const streamed = (bytes: number) => {
    let left = bytes;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const size = Math.min(left, 64 * 1024);
        if (size === 0) return controller.close();
        left -= size;
        controller.enqueue(new Uint8Array(size).fill(0x20));
      },
    });
  };

  it('is refused with 413 by the length that it states, unread', async () => {
    const { post } = setUp();
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read++;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const answer = await post(body, {
      'content-length': String(MAX_BODY_BYTES + 1),
      'x-line-signature': 'AAAA',
    });
    expect(answer.status).toBe(413);
    expect(read).toBe(0);
  });

  it('is refused with 413 by what really comes, when it states no length or a false one', async () => {
    const { post } = setUp();
    expect((await post(streamed(MAX_BODY_BYTES + 1), {})).status).toBe(413);
    expect((await post(streamed(MAX_BODY_BYTES + 1), { 'content-length': '10' })).status).toBe(413);
    expect((await post(streamed(MAX_BODY_BYTES + 1), { 'content-length': 'many' })).status).toBe(413);
  });

  it('is taken when it has the last byte that is allowed', async () => {
    const { post, postSigned } = setUp();
    const body = bodyOf();
    const padded = body + ' '.repeat(MAX_BODY_BYTES - body.length);
    const headers = { 'content-length': String(MAX_BODY_BYTES), 'x-line-signature': sign(padded) };
    expect((await postSigned(padded)).status).toBe(200);
    expect((await post(padded, headers)).status).toBe(200);
    expect((await postSigned(`${padded} `)).status).toBe(413);
  });
});

describe('a signed body that is not a webhook', () => {
  const good = lineEventOf('follow');
  const { webhookEventId: _, ...withoutId } = good;
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  it.each<[string, Body, string]>([
    ['truncated', bodyOf(good).slice(0, -5), 'not JSON'],
    ['empty', '', 'not JSON'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'not UTF-8'],
    [
      'half of a character',
      Buffer.from(bodyOf(textEvent('あ'))).subarray(0, -30) as Uint8Array<ArrayBuffer>,
      '',
    ],
    ['nested 100,000 levels deep', `{"destination":"U","events":${deep}}`, 'nested deeper than 64 levels'],
    ['nested 65 levels deep', '['.repeat(65) + ']'.repeat(65), 'nested deeper than 64 levels'],
    ['nested without an end', '{"a":'.repeat(100_000), 'nested deeper than 64 levels'],
    ['another object', '{"hello":"world"}', 'destination'],
    ['a number', '7', 'body'],
    ['null', 'null', 'body'],
    ['without a list of events', '{"destination":"U","events":{}}', 'events'],
    ['with an event that is a text', bodyOf('follow'), 'events.0'],
    ['with an event without its id', bodyOf(good, withoutId), 'events.1.webhookEventId'],
    [
      'with an event whose id is endless',
      bodyOf({ ...good, webhookEventId: 'x'.repeat(101) }),
      'events.0.webhookEventId',
    ],
    ['with an event whose time is a text', bodyOf({ ...good, timestamp: 'now' }), 'events.0.timestamp'],
    ['with a message that is a text', bodyOf({ ...good, message: 'がん' }), 'events.0.message'],
    ['with more events than LINE sends', bodyOf(...Array.from({ length: 1001 }, () => good)), 'events'],
  ])('(%s) is answered with 400 that names the place, and nothing is kept', async (_, body, place) => {
    const { kept, postSigned } = setUp();
    const answer = await postSigned(body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toContain(`not a webhook: ${place}`);
    expect(kept).toEqual([]);
  });

  it('is not one whose texts merely hold brackets', async () => {
    const { postSigned } = setUp();
    expect(
      (await postSigned(bodyOf(textEvent(`"${'['.repeat(5000)}\\`), textEvent('{'.repeat(5000))))).status,
    ).toBe(200);
  });
});

describe('a signed webhook', () => {
  it('is answered with 200 when it holds no event: LINE’s check of the connection', async () => {
    const { kept, postSigned } = setUp();
    expect((await postSigned(bodyOf())).status).toBe(200);
    expect(kept).toEqual([]);
  });

  it('hands over events of several users, of types of a later day, and fields that nobody knows yet', async () => {
    const { kept, postSigned } = setUp();
    const events = [
      textEvent('一人目'),
      textEvent('二人目', { source: { type: 'user', userId: OTHER_USER } }),
      lineEventOf('somethingOfALaterYear', { payload: { deep: [1, { two: 3 }] } }),
      lineEventOf('membership', { source: undefined }),
    ];
    expect((await postSigned(bodyOf(...events))).status).toBe(200);
    expect(kept).toEqual(JSON.parse(JSON.stringify(events)));
    expect(kept.map((event) => event.source?.userId)).toEqual([USER, OTHER_USER, USER, undefined]);
  });

  it('is not answered with 200 when its events could not be kept', async () => {
    const { postSigned } = setUp(() => Promise.reject(new Error('the database is down')));
    expect((await postSigned(bodyOf(textEvent('x')))).status).toBe(500);
  });
});
