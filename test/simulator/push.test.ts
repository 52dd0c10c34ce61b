import { describe, expect, test } from 'vitest';
import { setUp } from './support.ts';

const KEY = '123e4567-e89b-12d3-a456-426614174000';

describe('push', () => {
  test('a push arrives in the chat and counts one, however many messages it holds', async () => {
    const { push, text, phones, patient, call } = setUp();
    expect((await push(patient.userId, [text('1'), text('2')])).status).toBe(200);
    expect(phones.received(patient.userId)).toHaveLength(2);
    expect((await call('/v2/bot/message/quota/consumption')).answer).toEqual({ totalUsage: 1 });
  });

  test('the same retry key is accepted once: 409 with the first request’s id and messages', async () => {
    const { push, phones, patient } = setUp();
    const first = await push(patient.userId, undefined, { 'x-line-retry-key': KEY });
    const again = await push(patient.userId, undefined, { 'x-line-retry-key': KEY.toUpperCase() });
    expect(again.status).toBe(409);
    expect(again.answer).toEqual({
      message: 'The retry key is already accepted',
      sentMessages: first.answer.sentMessages,
    });
    expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
    expect(phones.received(patient.userId)).toHaveLength(1);
  });

  test('a retry key is free again after 24 hours', async () => {
    const { push, patient, clock } = setUp();
    await push(patient.userId, undefined, { 'x-line-retry-key': KEY });
    clock.ms += 24 * 3_600_000 - 1;
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': KEY })).status).toBe(409);
    clock.ms += 1;
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': KEY })).status).toBe(200);
  });

  test('a push that failed leaves its retry key free', async () => {
    const { push, patient, standIn } = setUp();
    standIn.failNext({ method: 'push', kind: '500' });
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': KEY })).status).toBe(500);
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': KEY })).status).toBe(200);
  });

  test('a retry key that is no UUID is refused', async () => {
    const { push, patient } = setUp();
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': 'again' })).status).toBe(400);
  });

  test('the month’s limit stops pushes, not replies, and is new in the next month in Japan', async () => {
    const { push, reply, token, patient, clock, call } = setUp({ monthlyLimit: 1 });
    expect((await push(patient.userId)).status).toBe(200);
    const stopped = await push(patient.userId);
    expect(stopped.status).toBe(429);
    expect(stopped.answer).toEqual({ message: 'You have reached your monthly limit.' });
    expect((await reply(await token())).status).toBe(200);
    expect((await call('/v2/bot/message/quota')).answer).toEqual({ type: 'limited', value: 1 });
    clock.ms = Date.UTC(2026, 10, 30, 14, 59, 59);
    expect((await push(patient.userId)).status).toBe(429);
    clock.ms = Date.UTC(2026, 10, 30, 15, 0, 0);
    expect((await push(patient.userId)).status).toBe(200);
  });

  test('no limit is told as none', async () => {
    const { call } = setUp({ monthlyLimit: null });
    expect((await call('/v2/bot/message/quota')).answer).toEqual({ type: 'none' });
  });

  test('a patient who blocked the account: 200, nothing delivered, nothing counted', async () => {
    const { push, phones, patient, standIn } = setUp();
    await phones.unfollow(patient.userId);
    expect((await push(patient.userId)).status).toBe(200);
    expect(phones.received(patient.userId)).toEqual([]);
    expect(standIn.quota.used()).toBe(0);
  });

  test('an id that is no user’s is refused, and so is a user who never wrote', async () => {
    const { push } = setUp();
    expect((await push('Cgroup')).answer.message).toContain("'to'");
    expect((await push(`U${'0'.repeat(32)}`)).answer).toEqual({ message: 'Failed to send messages' });
  });

  test('validation says what a push would, without sending', async () => {
    const { call, text, phones, patient } = setUp();
    for (const kind of ['reply', 'push']) {
      expect((await call(`/v2/bot/message/validate/${kind}`, { messages: [text()] })).status).toBe(200);
      expect((await call(`/v2/bot/message/validate/${kind}`, { messages: [text('')] })).status).toBe(400);
    }
    expect(phones.received(patient.userId)).toEqual([]);
  });
});

describe('faults on demand', () => {
  test('429 with retry-after, as often as asked, then as usual', async () => {
    const { push, patient, standIn } = setUp();
    standIn.failNext({ method: 'push', kind: '429', times: 2, retryAfterSeconds: 3 });
    const first = await push(patient.userId);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await push(patient.userId)).status).toBe(429);
    expect((await push(patient.userId)).status).toBe(200);
  });

  test('a fault for one method leaves the others alone; any meets the first', async () => {
    const { push, patient, standIn, call } = setUp();
    standIn.failNext({ method: 'reply', kind: '500' });
    expect((await push(patient.userId)).status).toBe(200);
    standIn.faults.clear();
    standIn.failNext({ method: 'any', kind: '500' });
    expect((await call('/v2/bot/info')).status).toBe(500);
    expect((await push(patient.userId)).status).toBe(200);
  });

  test('after acceptance: the message is there, the answer is lost, the retry is told 409', async () => {
    const { push, phones, patient, standIn } = setUp();
    standIn.failNext({ method: 'push', kind: '500', afterAcceptance: true });
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': KEY })).status).toBe(500);
    expect(phones.received(patient.userId)).toHaveLength(1);
    expect((await push(patient.userId, undefined, { 'x-line-retry-key': KEY })).status).toBe(409);
    expect(phones.received(patient.userId)).toHaveLength(1);
  });

  test('after acceptance waits for a call that is accepted', async () => {
    const { push, patient, standIn, text } = setUp();
    standIn.failNext({ method: 'push', kind: '500', afterAcceptance: true });
    expect((await push(patient.userId, [text('')])).status).toBe(400);
    expect(standIn.faults.waiting()).toHaveLength(1);
    expect((await push(patient.userId)).status).toBe(500);
  });

  test('a broken connection rejects as fetch does, and before acceptance spends nothing', async () => {
    const { reply, token, standIn, phones, patient } = setUp();
    const replyToken = await token();
    standIn.failNext({ method: 'reply', kind: 'reset' });
    await expect(reply(replyToken)).rejects.toThrow('fetch failed');
    expect(standIn.calls().at(-1)).toMatchObject({ status: null, fault: 'reset' });
    expect(phones.received(patient.userId)).toEqual([]);
    expect((await reply(replyToken)).status).toBe(200);
  });

  test('a timeout keeps the caller waiting until it gives up', async () => {
    const { standIn, push, patient } = setUp({ hangMs: 20 });
    standIn.failNext({ method: 'push', kind: 'timeout' });
    expect((await push(patient.userId)).status).toBe(504);
    expect(standIn.calls().at(-1)).toMatchObject({ status: null, fault: 'timeout' });
  });
});
