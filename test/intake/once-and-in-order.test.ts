import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../src/intake/handle-event.ts';
import { LEASE_MS } from '../../src/store/inbox.ts';
import { conversations, messages, ratings } from '../../src/store/schema.ts';
import { startTestService, type TestService } from './service.ts';

let service: TestService;
let userId: string;
beforeEach(async () => {
  service = await startTestService();
  userId = service.phones.add('佐藤').userId;
});
afterEach(() => service.close());

const altTexts = (user = userId) =>
  service.phones.received(user).map((m) => (m as { altText?: string }).altText ?? '');
const HAIR = '抗がん剤で髪は抜けますか';
const MONEY = '傷病手当金はいつまでもらえますか';
const MOUTH = '口内炎のケアは？';

describe('an event that LINE brings again', () => {
  it('is answered once: in one body, at the same time, and long after', async () => {
    const { phones } = service;
    const event = phones.prepare.text(userId, HAIR);
    await Promise.all([phones.post([event, event]), phones.post([event]), phones.post([event])]);
    await service.settled();
    await phones.redeliver(event.webhookEventId);
    service.clock.ms += 24 * 3_600_000;
    await phones.redeliver(event.webhookEventId);
    await service.settled();
    await service.sweep();
    expect(altTexts()).toHaveLength(1);
    expect(await service.db.$count(messages)).toBe(2);
  });

  it('counts a rating once', async () => {
    await service.phones.postback(userId, 'rate=symptoms%2Fhair-loss-when&helpful=1');
    await service.phones.redeliver();
    await service.settled();
    expect(await service.db.$count(ratings)).toBe(1);
  });
});

describe('the messages of one patient', () => {
  it('are answered in their order when they come in one body', async () => {
    const { prepare, post } = service.phones;
    await post([prepare.text(userId, HAIR), prepare.text(userId, MONEY), prepare.text(userId, MOUTH)]);
    await service.settled();
    expect(
      altTexts().map((text) => [/髪/, /傷病手当金/, /口内炎/].findIndex((word) => word.test(text))),
    ).toEqual([0, 1, 2]);
    expect(await service.db.select().from(conversations)).toMatchObject([{ version: 3 }]);
  });

  it('are answered in their order by the process after one that died', async () => {
    await service.restart({ diesAfter: 1 });
    const { prepare, post } = service.phones;
    const first = prepare.text(userId, HAIR);
    service.clock.ms += 10;
    const second = prepare.text(userId, MONEY);
    // The later message has the id that sorts first.
    await post([
      { ...first, webhookEventId: '01ZZZZZZZZZZZZZZZZZZZZZZZZ' },
      { ...second, webhookEventId: '01AAAAAAAAAAAAAAAAAAAAAAAA' },
    ]);
    await service.settled();
    expect(altTexts()).toEqual([]);
    await service.restart();
    service.clock.ms += LEASE_MS;
    expect(await service.sweep()).toBe(2);
    expect(altTexts().map((text) => [/髪/, /傷病手当金/].findIndex((word) => word.test(text)))).toEqual([
      0, 1,
    ]);
    expect(await service.db.select().from(conversations)).toMatchObject([{ version: 2 }]);
  });

  it('are each answered when they come at the same time in bodies of their own', async () => {
    const { prepare, post } = service.phones;
    const questions = [HAIR, MONEY, MOUTH].map((text) => prepare.text(userId, text));
    await Promise.all(questions.map((question) => post([question])));
    await service.settled();
    expect(altTexts()).toHaveLength(3);
    expect(await service.db.select().from(conversations)).toMatchObject([{ version: 3 }]);
    expect(await service.statuses()).toEqual(['done', 'done', 'done']);
  });
});

describe('several patients in one body', () => {
  it('get each their own answer, and one whose answer fails does not hold up the other', async () => {
    const other = service.phones.add('鈴木').userId;
    const { prepare, post } = service.phones;
    service.line.standIn.failNext({ method: 'reply', kind: '429' });
    await post([prepare.text(userId, HAIR), prepare.text(other, MONEY)]);
    await service.settled();
    expect(altTexts().length + altTexts(other).length).toBe(1);
    service.clock.ms += 10_000;
    await service.sweep();
    expect(altTexts()[0]).toContain('髪');
    expect(altTexts(other)[0]).toContain('傷病手当金');
    expect([altTexts().length, altTexts(other).length]).toEqual([1, 1]);
  });
});

describe('what needs no answer', () => {
  it('is kept as done and nothing is sent: standby, and a patient who leaves', async () => {
    service.phones.setMode('standby');
    await service.phones.say(userId, HAIR);
    service.phones.setMode('active');
    await service.phones.unfollow(userId);
    await service.settled();
    await service.sweep();
    expect(altTexts()).toEqual([]);
    expect(await service.statuses()).toEqual(['done', 'done']);
    expect(service.line.standIn.calls()).toEqual([]);
  });
});

describe('the wait before another try', () => {
  it('doubles from two seconds to ten minutes', () => {
    expect([0, 1, 2, 3].map(retryDelayMs)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(retryDelayMs(30)).toBe(600_000);
    expect(retryDelayMs(2000)).toBe(600_000);
  });
});
