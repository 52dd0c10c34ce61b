import { describe, expect, test } from 'vitest';
import { setUp } from './support.ts';

describe('reply', () => {
  test('a reply token answers once', async () => {
    const { token, reply, phones, patient } = setUp();
    const replyToken = await token();
    const first = await reply(replyToken);
    expect(first.status).toBe(200);
    expect(first.answer.sentMessages).toHaveLength(1);
    expect(first.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const second = await reply(replyToken);
    expect(second.status).toBe(400);
    expect(second.answer).toEqual({ message: 'Invalid reply token' });
    expect(phones.received(patient.userId)).toEqual([{ type: 'text', text: 'こんにちは' }]);
  });

  test('of two replies with one token at the same time only one gets through', async () => {
    const { token, reply, phones, patient } = setUp();
    const replyToken = await token();
    const both = await Promise.all([reply(replyToken), reply(replyToken)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    expect(phones.received(patient.userId)).toHaveLength(1);
  });

  test('a reply token is good for 59.999 seconds and not for 60', async () => {
    const { clock, token, reply } = setUp();
    const early = await token();
    clock.ms += 59_999;
    expect((await reply(early)).status).toBe(200);
    const late = await token();
    clock.ms += 60_000;
    expect((await reply(late)).answer.message).toBe('Invalid reply token');
  });

  test('an unknown reply token is refused', async () => {
    const { reply } = setUp();
    expect((await reply('nothing')).answer).toEqual({ message: 'Invalid reply token' });
  });

  test('a request that is refused for its messages leaves the token good', async () => {
    const { token, reply } = setUp();
    const replyToken = await token();
    const refused = await reply(replyToken, [{ type: 'text', text: '' }]);
    expect(refused.status).toBe(400);
    expect(refused.answer).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'May not be empty', property: 'messages[0].text' }],
    });
    expect((await reply(replyToken)).status).toBe(200);
  });

  test.each([0, 6])('%i messages in one call are refused', async (count) => {
    const { token, reply, text } = setUp();
    const { status, answer } = await reply(
      await token(),
      Array.from({ length: count }, () => text()),
    );
    expect(status).toBe(400);
    expect(answer.details).toEqual([{ message: 'Size must be between 1 and 5', property: 'messages' }]);
  });

  test('five messages arrive in their order, with ids that grow', async () => {
    const { token, reply, text, phones, patient } = setUp();
    const { answer } = await reply(await token(), ['1', '2', '3', '4', '5'].map(text));
    const ids = answer.sentMessages.map(({ id }: { id: string }) => BigInt(id));
    expect(ids).toEqual(ids.toSorted((a: bigint, b: bigint) => (a < b ? -1 : 1)));
    expect(
      phones
        .received(patient.userId)
        .map((message) => (message as { text: string }).text)
        .join(''),
    ).toBe('12345');
  });

  test('a retry key on a reply is refused with 400, and the token stays good', async () => {
    const { token, reply } = setUp();
    const replyToken = await token();
    const refused = await reply(replyToken, undefined, {
      'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000',
    });
    expect(refused.status).toBe(400);
    expect((await reply(replyToken)).status).toBe(200);
  });

  test('a fault inside a Flex Message is told with its place in the container', async () => {
    const { token, reply } = setUp();
    const contents = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: '' }] },
    };
    const { answer } = await reply(await token(), [{ type: 'flex', altText: '案内', contents }]);
    expect(answer).toEqual({
      message: 'A message (messages[0]) in the request body is invalid',
      details: [{ message: 'must be non-empty text', property: '/body/contents/0/text' }],
    });
  });

  test('an unknown property of the request is refused', async () => {
    const { token, call, text } = setUp();
    const { status, answer } = await call('/v2/bot/message/reply', {
      replyToken: await token(),
      messages: [text()],
      silent: true,
    });
    expect(status).toBe(400);
    expect(answer.details).toEqual([{ message: 'unknown field', property: 'silent' }]);
  });

  test('a reply to a patient who has meanwhile blocked the account is taken and not shown', async () => {
    const { token, reply, phones, patient } = setUp();
    const replyToken = await token();
    await phones.unfollow(patient.userId);
    expect((await reply(replyToken)).status).toBe(200);
    expect(phones.received(patient.userId)).toEqual([]);
  });
});

describe('every call', () => {
  test.each([undefined, 'Bearer wrong', 'channel-access-token'])(
    'authorization %s is answered 401 in LINE’s words',
    async (authorization) => {
      const { standIn } = setUp();
      const response = await standIn.app.request('/v2/bot/info', {
        headers: authorization ? { authorization } : {},
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        message: 'Authentication failed. Confirm that the access token in the authorization header is valid.',
      });
      expect(response.headers.get('x-line-request-id')).toBeTruthy();
    },
  );

  test('a body that is no JSON is answered 400, one of another type 415', async () => {
    const { call } = setUp();
    expect((await call('/v2/bot/message/reply', '{')).status).toBe(400);
    expect(
      (await call('/v2/bot/message/reply', '{}', { headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415);
  });

  test('a path that LINE has not is 404, and so is a file’s path on the wrong host', async () => {
    const { call } = setUp();
    expect((await call('/v2/bot/nothing')).status).toBe(404);
    expect((await call('/v2/bot/message/1/content')).status).toBe(404);
  });

  test('calls are recorded with what was sent, answered and found wrong', async () => {
    const { standIn, reply } = setUp();
    await reply('nothing');
    expect(standIn.calls()).toMatchObject([
      {
        number: 1,
        endpoint: 'reply',
        path: '/v2/bot/message/reply',
        status: 400,
        problems: [{ message: 'Invalid reply token' }],
      },
    ]);
    standIn.clearCalls();
    expect(standIn.calls()).toEqual([]);
  });
});
