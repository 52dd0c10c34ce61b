import { describe, expect, test } from 'vitest';
import { setUp } from './support.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('the loading animation', () => {
  test('shows for its seconds, 20 when not told', async () => {
    const { call, phones, patient, clock } = setUp();
    const start = (loadingSeconds?: number) =>
      call('/v2/bot/chat/loading/start', {
        chatId: patient.userId,
        ...(loadingSeconds ? { loadingSeconds } : {}),
      });
    expect((await start(5)).status).toBe(202);
    expect(phones.get(patient.userId).loadingUntilMs).toBe(clock.ms + 5000);
    await start();
    expect(phones.get(patient.userId).loadingUntilMs).toBe(clock.ms + 20_000);
  });

  test('goes when a message arrives', async () => {
    const { call, phones, patient, push } = setUp();
    await call('/v2/bot/chat/loading/start', { chatId: patient.userId });
    await push(patient.userId);
    expect(phones.get(patient.userId).loadingUntilMs).toBeUndefined();
  });

  test.each([0, 4, 7, 65, 5.5])('%d seconds are refused', async (loadingSeconds) => {
    const { call, patient } = setUp();
    expect(
      (await call('/v2/bot/chat/loading/start', { chatId: patient.userId, loadingSeconds })).status,
    ).toBe(400);
  });

  test('an unknown chat is refused', async () => {
    const { call } = setUp();
    expect((await call('/v2/bot/chat/loading/start', { chatId: 'U0' })).status).toBe(400);
  });
});

describe('既読', () => {
  test('where LINE does not mark by itself, the token of a message marks it and all before it', async () => {
    const { call, phones, patient, received } = setUp({ bot: { markAsReadMode: 'manual' } });
    for (const text of ['一', '二', '三']) await phones.say(patient.userId, text);
    const message = received[1]?.body.events[0]?.message as { markAsReadToken: string };
    expect((await call('/v2/bot/chat/markAsRead', { markAsReadToken: message.markAsReadToken })).status).toBe(
      200,
    );
    const marks = phones.get(patient.userId).entries.map((entry) => entry.kind === 'message' && entry.read);
    expect(marks).toEqual([true, true, false]);
  });

  test('an unknown token is refused', async () => {
    const { call } = setUp();
    expect((await call('/v2/bot/chat/markAsRead', { markAsReadToken: 'nothing' })).status).toBe(400);
  });

  test('with chat switched off LINE marks a message as read once the webhook took it', async () => {
    const { phones, patient } = setUp();
    await phones.say(patient.userId, 'こんにちは');
    expect(phones.get(patient.userId).entries).toMatchObject([{ read: true }]);
  });
});

describe('profile, info and webhook', () => {
  test('a friend has a profile; one who blocked the account has none', async () => {
    const { call, phones, patient } = setUp();
    expect((await call(`/v2/bot/profile/${patient.userId}`)).answer).toMatchObject({
      displayName: '佐藤',
      userId: patient.userId,
    });
    await phones.unfollow(patient.userId);
    expect((await call(`/v2/bot/profile/${patient.userId}`)).status).toBe(404);
  });

  test('the bot’s info holds what LINE’s schema requires', async () => {
    const { call, standIn } = setUp();
    expect((await call('/v2/bot/info')).answer).toEqual({ ...standIn.bot, chatMode: 'bot' });
  });

  test('the webhook’s address can be set and read; http is for this machine alone', async () => {
    const { call } = setUp();
    const path = '/v2/bot/channel/webhook/endpoint';
    expect((await call(path)).status).toBe(404);
    expect((await call(path, { endpoint: 'http://example.com/webhook' }, { method: 'PUT' })).status).toBe(
      400,
    );
    expect((await call(path, { endpoint: 'https://example.com/webhook' }, { method: 'PUT' })).status).toBe(
      200,
    );
    expect((await call(path)).answer).toEqual({ endpoint: 'https://example.com/webhook', active: true });
  });

  test('the webhook test sends an empty, signed body and says how it was answered', async () => {
    const bodies: string[] = [];
    const { call, standIn } = setUp({
      webhookUrl: 'https://example.com/webhook',
      fetch: async (request) => {
        bodies.push(await request.text());
        return new Response(null, { status: bodies.length === 1 ? 200 : 503 });
      },
    });
    expect((await call('/v2/bot/channel/webhook/test', {})).answer).toMatchObject({
      success: true,
      statusCode: 200,
      reason: 'OK',
    });
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ destination: standIn.bot.userId, events: [] });
    expect((await call('/v2/bot/channel/webhook/test', {})).answer).toMatchObject({
      success: false,
      statusCode: 503,
      reason: 'ERROR_STATUS_CODE',
    });
  });
});

describe('files and rich menus', () => {
  test('an image that a patient sent can be had from the data host until it is unsent', async () => {
    const { call, phones, patient } = setUp();
    await phones.sendMedia(patient.userId, 'image', { bytes: PNG, contentType: 'image/png' });
    const [entry] = phones.get(patient.userId).entries;
    const path = `/v2/bot/message/${entry?.id}/content`;
    const file = await call(path, undefined, { data: true });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
    await phones.unsend(patient.userId, entry?.id ?? '');
    expect((await call(path, undefined, { data: true })).status).toBe(404);
  });

  const menu = {
    size: { width: 2500, height: 843 },
    selected: true,
    name: '既定',
    chatBarText: 'メニュー',
    areas: [
      { bounds: { x: 0, y: 0, width: 1250, height: 843 }, action: { type: 'message', text: '質問する' } },
    ],
  };

  test('a rich menu is shown once it has an image and is made the default, and goes when it is deleted', async () => {
    const { call, standIn } = setUp();
    const { richMenuId } = (await call('/v2/bot/richmenu', menu)).answer;
    expect((await call(`/v2/bot/user/all/richmenu/${richMenuId}`, {})).status).toBe(400);
    const image = { data: true, headers: { 'content-type': 'image/png' } };
    expect((await call(`/v2/bot/richmenu/${richMenuId}/content`, PNG, image)).status).toBe(200);
    expect((await call(`/v2/bot/richmenu/${richMenuId}/content`, PNG, image)).status).toBe(400);
    expect((await call(`/v2/bot/user/all/richmenu/${richMenuId}`, {})).status).toBe(200);
    expect(standIn.richMenus.shown()).toMatchObject(menu);
    expect((await call('/v2/bot/richmenu/list')).answer.richmenus).toHaveLength(1);
    expect((await call(`/v2/bot/richmenu/${richMenuId}`, undefined, { method: 'DELETE' })).status).toBe(200);
    expect(standIn.richMenus.shown()).toBeUndefined();
  });

  test.each([
    ['a chat bar text of 15 characters', { ...menu, chatBarText: 'あ'.repeat(15) }],
    ['a name of 301 characters', { ...menu, name: 'あ'.repeat(301) }],
    ['21 areas', { ...menu, areas: Array.from({ length: 21 }, () => menu.areas[0]) }],
    ['a picture that is too high', { ...menu, size: { width: 2500, height: 1800 } }],
    ['an area outside of it', { ...menu, size: { width: 1200, height: 800 } }],
    [
      'a location action',
      { ...menu, areas: [{ ...menu.areas[0], action: { type: 'location', label: '位置' } }] },
    ],
  ])('a rich menu with %s is refused', async (_, faulty) => {
    const { call } = setUp();
    expect((await call('/v2/bot/richmenu/validate', menu)).status).toBe(200);
    expect((await call('/v2/bot/richmenu/validate', faulty)).status).toBe(400);
  });
});
