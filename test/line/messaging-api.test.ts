import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createLineSender,
  type LineSender,
  type Parcel,
  REPLY_TOKEN_LIFETIME_MS,
} from '../../src/line/messaging-api.ts';
import { ACCESS_TOKEN, type LineServer, startLine } from '../fixtures/line-server.ts';

const clock = { ms: Date.UTC(2026, 10, 24, 3) };
let line: LineServer;
let sender: LineSender;
let userId: string;

beforeAll(async () => {
  line = await startLine({ now: () => clock.ms });
  sender = createLineSender({ channelAccessToken: ACCESS_TOKEN, apiBase: line.url });
});
afterAll(() => line.close());
beforeEach(() => {
  line.standIn.clearCalls();
  line.standIn.faults.clear();
  userId = line.phones.add('佐藤').userId;
});

const parcel = (more: Partial<Parcel> = {}): Parcel => ({
  lineUserId: userId,
  messages: [{ type: 'text', text: '痛みは我慢しないでください。' }],
  replyToken: line.standIn.world.issueReplyToken(userId),
  replyTokenExpiresAtMs: clock.ms + REPLY_TOKEN_LIFETIME_MS,
  retryKey: randomUUID(),
  resumed: false,
  ...more,
});
const send = (one: Parcel) => sender.send(one, clock.ms);
const received = () => line.phones.received(userId).length;
const statuses = (endpoint: 'reply' | 'push') => line.calls(endpoint).map((call) => call.status);

describe('an answer', () => {
  it('goes out by the free reply, whole', async () => {
    const messages = ['一', '二', '三'].map((text) => ({ type: 'text' as const, text }));
    expect(await send(parcel({ messages }))).toEqual({ kind: 'sent', way: 'reply' });
    expect(line.phones.received(userId)).toEqual(messages);
    expect(statuses('push')).toEqual([]);
  });

  it('whose reply token is spent goes out as one push with its retry key', async () => {
    const first = parcel();
    await send(first);
    const second = parcel({ replyToken: first.replyToken });
    expect(await send(second)).toEqual({ kind: 'sent', way: 'push' });
    expect(line.calls('push')).toEqual([{ status: 200, retryKey: second.retryKey }]);
    expect(received()).toBe(2);
  });

  it.each([
    ['is about to expire', { replyTokenExpiresAtMs: clock.ms + 4_000 }],
    ['has expired', { replyTokenExpiresAtMs: clock.ms - 1 }],
    ['is not there', { replyToken: null }],
  ])('whose reply token %s is pushed without a try to reply', async (_, more) => {
    expect(await send(parcel(more))).toEqual({ kind: 'sent', way: 'push' });
    expect(statuses('reply')).toEqual([]);
    expect(received()).toBe(1);
  });

  it.each(['500', 'timeout', 'reset'] as const)(
    'that LINE took by reply, though its own answer was lost (%s), is not sent twice',
    async (kind) => {
      line.standIn.failNext({ method: 'reply', kind, afterAcceptance: true });
      expect(await send(parcel())).toEqual({ kind: 'sent', way: 'reply' });
      expect(received()).toBe(1);
      expect(statuses('push')).toEqual([]);
    },
  );

  it.each(['500', 'timeout', 'reset'] as const)(
    'that LINE took by push, though its own answer was lost (%s), is not sent twice: 409 counts as sent',
    async (kind) => {
      const one = parcel({ replyToken: null });
      line.standIn.failNext({ method: 'push', kind, afterAcceptance: true });
      expect(await send(one)).toMatchObject({ kind: 'try-again' });
      expect(await send({ ...one, resumed: true })).toEqual({ kind: 'sent', way: 'push' });
      expect(statuses('push').at(-1)).toBe(409);
      expect(line.calls('push').map((call) => call.retryKey)).toEqual([one.retryKey, one.retryKey]);
      expect(received()).toBe(1);
    },
  );

  it.each(['500', 'timeout', 'reset'] as const)(
    'that LINE did not take at first (%s) is replied at the second try',
    async (kind) => {
      line.standIn.failNext({ method: 'reply', kind });
      expect(await send(parcel())).toEqual({ kind: 'sent', way: 'reply' });
      expect(received()).toBe(1);
    },
  );

  it('that a dead process had sent already counts as sent when its living token is refused', async () => {
    const one = parcel();
    await send(one);
    expect(await send({ ...one, resumed: true })).toEqual({ kind: 'sent', way: 'reply' });
    expect(received()).toBe(1);
    expect(statuses('push')).toEqual([]);
  });

  it('that a dead process had not sent yet is replied', async () => {
    expect(await send(parcel({ resumed: true }))).toEqual({ kind: 'sent', way: 'reply' });
    expect(received()).toBe(1);
  });
});

describe('an answer that LINE does not take now', () => {
  it('is to be tried again, not before LINE’s Retry-After', async () => {
    const one = parcel();
    line.standIn.failNext({ method: 'reply', kind: '429', retryAfterSeconds: 7 });
    expect(await send(one)).toEqual({
      kind: 'try-again',
      reason: expect.stringContaining('429'),
      retryAfterMs: 7_000,
    });
    expect(received()).toBe(0);
    expect(await send({ ...one, resumed: true })).toEqual({ kind: 'sent', way: 'reply' });
    expect(received()).toBe(1);
  });

  it.each(['500', 'timeout', 'reset'] as const)(
    'twice (%s) is to be tried again, and was not pushed in doubt',
    async (kind) => {
      line.standIn.failNext({ method: 'reply', kind, times: 2 });
      expect(await send(parcel())).toMatchObject({ kind: 'try-again', retryAfterMs: 0 });
      expect(statuses('push')).toEqual([]);
      expect(received()).toBe(0);
    },
  );

  it('is given up after six seconds without a word from LINE, and is to be tried again', async () => {
    // The stand-in's own wait stands still as well, so that LINE never answers.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      line.standIn.failNext({ method: 'reply', kind: 'timeout', times: 2 });
      const sending = send(parcel());
      for (const tries of [1, 2]) {
        while (statuses('reply').length < tries) await new Promise((resolve) => setImmediate(resolve));
        await vi.advanceTimersByTimeAsync(6_000);
      }
      expect(await sending).toMatchObject({
        kind: 'try-again',
        reason: expect.stringContaining('no answer'),
      });
    } finally {
      vi.useRealTimers();
    }
    expect(received()).toBe(0);
  });

  it('is to be tried again when the month’s pushes are used up', async () => {
    line.standIn.failNext({ method: 'push', kind: '429' });
    expect(await send(parcel({ replyToken: null }))).toMatchObject({ kind: 'try-again' });
  });

  it('is to be tried again when nobody listens at LINE’s address', async () => {
    const lost = createLineSender({ channelAccessToken: ACCESS_TOKEN, apiBase: 'http://127.0.0.1:9' });
    expect(await lost.send(parcel(), clock.ms)).toMatchObject({ kind: 'try-again' });
  });
});

describe('an answer that LINE will never take', () => {
  it('is refused with LINE’s status, by reply as by push', async () => {
    const messages = [{ type: 'text' as const, text: '' }];
    const refused = { kind: 'refused', reason: expect.stringContaining('400') };
    expect(await send(parcel({ messages }))).toEqual(refused);
    expect(await send(parcel({ messages, replyToken: null }))).toEqual(refused);
    expect(statuses('reply')).toEqual([400]);
    expect(statuses('push')).toEqual([400]);
  });

  it('is refused when the access token is wrong', async () => {
    const stranger = createLineSender({ channelAccessToken: 'another', apiBase: line.url });
    expect(await stranger.send(parcel(), clock.ms)).toEqual({
      kind: 'refused',
      reason: expect.stringContaining('401'),
    });
    expect(received()).toBe(0);
  });

  it('is told of without what the patient or we wrote', async () => {
    const sent = await send(parcel({ messages: [{ type: 'text', text: 'あ'.repeat(5001) }] }));
    expect(JSON.stringify(sent)).not.toContain('あ');
  });
});

describe('the loading animation', () => {
  it('is asked for in the patient’s chat', async () => {
    await sender.showLoading(userId);
    expect(line.calls('loading').map((call) => call.status)).toEqual([202]);
    expect(line.phones.get(userId).loadingUntilMs).toBeGreaterThan(clock.ms);
  });

  it.each(['500', 'timeout', 'reset', '429'] as const)(
    'is of no consequence when it fails (%s)',
    async (kind) => {
      line.standIn.failNext({ method: 'loading', kind });
      await expect(sender.showLoading(userId)).resolves.toBeUndefined();
    },
  );
});
