import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SECRET, setUp } from './support.ts';

describe('the webhooks that phones post', () => {
  test('each body is signed over its raw bytes', async () => {
    const { phones, patient, received } = setUp();
    await phones.say(patient.userId, '髪が抜けますか🍎');
    const [call] = received;
    expect(call?.signature).toBe(
      createHmac('sha256', SECRET)
        .update(call?.raw ?? '')
        .digest('base64'),
    );
  });

  test('a text message has everything LINE’s schema requires', async () => {
    const { phones, patient, received, standIn, clock } = setUp();
    await phones.say(patient.userId, 'こんにちは');
    expect(received[0]?.body).toEqual({
      destination: standIn.bot.userId,
      events: [
        {
          type: 'message',
          mode: 'active',
          timestamp: clock.ms,
          source: { type: 'user', userId: patient.userId },
          webhookEventId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
          deliveryContext: { isRedelivery: false },
          replyToken: expect.any(String),
          message: {
            type: 'text',
            id: expect.stringMatching(/^\d{18}$/),
            text: 'こんにちは',
            quoteToken: expect.any(String),
            markAsReadToken: expect.any(String),
          },
        },
      ],
    });
  });

  test('a user id is U and 32 hexadecimal digits', () => {
    expect(setUp().patient.userId).toMatch(/^U[0-9a-f]{32}$/);
  });

  test('stickers, places, media and postbacks go out in their own shapes', async () => {
    const { phones, patient, received } = setUp();
    const { userId } = patient;
    const file = {
      bytes: new Uint8Array([1, 2, 3]),
      contentType: 'audio/m4a',
      fileName: '検査.pdf',
      durationMs: 900,
    };
    await phones.sendSticker(userId, '446', '1988', ['happy']);
    await phones.sendLocation(userId, { title: '東京駅', latitude: 35.68, longitude: 139.76 });
    await phones.sendMedia(userId, 'audio', file);
    await phones.sendMedia(userId, 'video', file);
    await phones.sendMedia(userId, 'file', file);
    await phones.postback(userId, 'a=1', { date: '2026-11-20' });
    const details = received.map(({ body }) => body.events[0]?.message ?? body.events[0]?.postback);
    expect(details).toMatchObject([
      {
        type: 'sticker',
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        keywords: ['happy'],
      },
      { type: 'location', title: '東京駅', latitude: 35.68, longitude: 139.76 },
      { type: 'audio', duration: 900, contentProvider: { type: 'line' } },
      { type: 'video', duration: 900, contentProvider: { type: 'line' }, quoteToken: expect.any(String) },
      { type: 'file', fileName: '検査.pdf', fileSize: 3 },
      { data: 'a=1', params: { date: '2026-11-20' } },
    ]);
  });

  test('blocking and unblocking are unfollow without a token and follow with isUnblocked', async () => {
    const { phones, patient, received } = setUp();
    await phones.follow(patient.userId);
    await phones.unfollow(patient.userId);
    await phones.follow(patient.userId);
    expect(received.map(({ body }) => body.events[0])).toMatchObject([
      { type: 'follow', follow: { isUnblocked: false }, replyToken: expect.any(String) },
      { type: 'unfollow' },
      { type: 'follow', follow: { isUnblocked: true } },
    ]);
    expect(received[1]?.body.events[0]).not.toHaveProperty('replyToken');
  });

  test('a patient who blocked the account cannot write, and is told what to do', async () => {
    const { phones, patient } = setUp();
    await phones.unfollow(patient.userId);
    expect(() => phones.say(patient.userId, '質問')).toThrow(/follow\('U[0-9a-f]{32}'\) first/);
  });

  test('an unsent message is told by its id, and its text is gone from the chat', async () => {
    const { phones, patient, received } = setUp();
    await phones.say(patient.userId, '言わなければよかった');
    const [entry] = phones.get(patient.userId).entries;
    await phones.unsend(patient.userId, entry?.id ?? '');
    expect(received[1]?.body.events[0]).toMatchObject({ type: 'unsend', unsend: { messageId: entry?.id } });
    expect(JSON.stringify(phones.get(patient.userId).entries)).not.toContain('言わなければ');
  });

  test('one body can hold the events of several patients', async () => {
    const { phones, patient, received } = setUp();
    const other = phones.add('鈴木');
    const { prepare } = phones;
    await phones.post([prepare.text(patient.userId, '一'), prepare.text(other.userId, '二')]);
    expect(received).toHaveLength(1);
    const users = received[0]?.body.events.map((event) => (event.source as { userId: string }).userId);
    expect(users).toEqual([patient.userId, other.userId]);
  });

  test('a redelivered event is the same but for isRedelivery, and its unused token is good again', async () => {
    const { phones, patient, received, clock, reply } = setUp();
    await phones.say(patient.userId, '質問');
    clock.ms += 120_000;
    await phones.redeliver();
    const [first, second] = received.map(({ body }) => body.events[0]);
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    expect((await reply(String(first?.replyToken))).status).toBe(200);
    await phones.redeliver(String(first?.webhookEventId));
    expect((await reply(String(first?.replyToken))).answer.message).toBe('Invalid reply token');
    expect(
      phones
        .get(patient.userId)
        .entries.filter((entry) => entry.kind === 'message' && entry.from === 'patient'),
    ).toHaveLength(1);
  });

  test('in standby a message carries no reply token', async () => {
    const { phones, patient, received } = setUp();
    phones.setMode('standby');
    await phones.say(patient.userId, '質問');
    expect(received[0]?.body.events[0]).toMatchObject({ mode: 'standby' });
    expect(received[0]?.body.events[0]).not.toHaveProperty('replyToken');
  });
});

describe('how a webhook’s answer is taken', () => {
  test('200 is good', async () => {
    const { phones, patient } = setUp();
    expect(await phones.say(patient.userId, '質問')).toMatchObject({ status: 200, reason: 'OK' });
  });

  test.each([201, 302, 401, 500])('%i is a failure', async (status) => {
    const { phones, patient } = setUp({ answer: () => new Response(null, { status }) });
    expect(await phones.say(patient.userId, '質問')).toMatchObject({ status, reason: 'ERROR_STATUS_CODE' });
    expect(phones.get(patient.userId).entries).toMatchObject([{ read: false }]);
  });

  test('no answer in time is a timeout', async () => {
    const { phones, patient } = setUp({ answer: () => new Promise(() => {}) });
    expect(await phones.say(patient.userId, '質問')).toMatchObject({
      status: null,
      reason: 'REQUEST_TIMEOUT',
    });
  });

  test('a webhook that is not there is told with its address', async () => {
    const { phones, patient } = setUp({ answer: () => Promise.reject(new TypeError('fetch failed')) });
    const delivery = await phones.say(patient.userId, '質問');
    expect(delivery).toMatchObject({ status: null, reason: 'COULD_NOT_CONNECT' });
    expect(delivery.detail).toContain('is the webhook running at http://127.0.0.1/webhook?');
  });
});
