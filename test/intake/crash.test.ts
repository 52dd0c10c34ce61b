import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS, MAX_TRIES } from '../../src/store/inbox.ts';
import { deliveries, messages } from '../../src/store/schema.ts';
import { startTestService, type TestService } from './service.ts';

let service: TestService;
let userId: string;
beforeEach(async () => {
  service = await startTestService();
  userId = service.phones.add('佐藤').userId;
});
afterEach(() => service.close());

const received = () => service.phones.received(userId);
const titleOf = (message: unknown) => (message as { altText?: string }).altText ?? '';
async function ask(text: string) {
  const delivery = await service.phones.say(userId, text);
  await service.settled();
  return delivery;
}
/** Another process, after the lease of the dead one has run out. */
async function nextProcess(waitMs = LEASE_MS) {
  await service.restart();
  service.clock.ms += waitMs;
  return service.sweep();
}

describe('a question that was taken in', () => {
  it('is answered once, and its event closed, when nothing fails', async () => {
    expect(await ask('抗がん剤で髪は抜けますか')).toMatchObject({ status: 200 });
    expect(received()).toHaveLength(1);
    expect(await service.statuses()).toEqual(['done']);
    expect(await nextProcess()).toBe(0);
    expect(received()).toHaveLength(1);
  });

  it.each([
    ['after the 200 to LINE, before anything was decided', { diesAfter: 1 }, 0],
    ['after the answer was written down, before it was sent', { diesAfter: 2, cannotReachLine: true }, 0],
    ['after LINE took the answer, before that was written down', { diesAfter: 2 }, 1],
  ])('is answered once though the process dies %s', async (_, life, before) => {
    await service.restart(life);
    expect(await ask('抗がん剤で髪は抜けますか')).toMatchObject({ status: 200 });
    expect(received()).toHaveLength(before);
    expect(await service.statuses()).toEqual(['received']);
    expect(await nextProcess()).toBe(1);
    expect(received()).toHaveLength(1);
    expect(titleOf(received()[0])).toContain('髪');
    expect(await service.statuses()).toEqual(['done']);
    expect(await nextProcess()).toBe(0);
    expect(await service.db.$count(deliveries)).toBe(1);
    expect(await service.db.$count(messages)).toBe(2);
  });

  it('is answered by push when the reply token has run out meanwhile', async () => {
    await service.restart({ diesAfter: 1 });
    await ask('抗がん剤で髪は抜けますか');
    await nextProcess(10 * 60_000);
    expect(received()).toHaveLength(1);
    expect(service.line.calls('push')).toEqual([
      { status: 200, retryKey: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
  });

  it('is pushed once though a process dies between each of its steps again and again', async () => {
    await service.restart({ diesAfter: 2, cannotReachLine: true });
    await ask('抗がん剤で髪は抜けますか');
    for (let i = 0; i < 3; i++) {
      await service.restart({ diesAfter: 1 });
      service.clock.ms += 10 * 60_000;
      await service.sweep().catch(() => 0);
    }
    await nextProcess();
    expect(received()).toHaveLength(1);
    expect(new Set(service.line.calls('push').map((call) => call.retryKey)).size).toBe(1);
    expect(await service.statuses()).toEqual(['done']);
  });

  it('is not left to a process that still works on it', async () => {
    await service.restart({ diesAfter: 1 });
    await ask('抗がん剤で髪は抜けますか');
    expect(await nextProcess(LEASE_MS - 1)).toBe(0);
    expect(received()).toHaveLength(0);
  });

  it('is not told 200 to LINE when it could not be kept, and is answered when LINE brings it again', async () => {
    await service.restart({ diesAfter: 0 });
    expect(await ask('抗がん剤で髪は抜けますか')).toMatchObject({ status: 500 });
    expect(await service.statuses()).toEqual([]);
    await service.restart();
    await service.phones.redeliver();
    await service.settled();
    expect(received()).toHaveLength(1);
  });
});

describe('an answer that LINE does not take', () => {
  it('is sent at the next try, when LINE asked to wait so long', async () => {
    service.line.standIn.failNext({ method: 'reply', kind: '429', retryAfterSeconds: 20 });
    await ask('抗がん剤で髪は抜けますか');
    expect(received()).toHaveLength(0);
    service.clock.ms += 19_999;
    expect(await service.sweep()).toBe(0);
    service.clock.ms += 1;
    expect(await service.sweep()).toBe(1);
    expect(received()).toHaveLength(1);
  });

  it('is sent once though LINE fails at every try but the last', async () => {
    service.line.standIn.failNext({ method: 'any', kind: '500', times: 9 });
    await ask('抗がん剤で髪は抜けますか');
    for (let i = 0; i < MAX_TRIES && received().length === 0; i++) {
      service.clock.ms += 600_000;
      await service.sweep();
    }
    expect(received()).toHaveLength(1);
    expect(await service.statuses()).toEqual(['done']);
  });

  it('is set aside after the last try, with a reason that holds nothing of the patient', async () => {
    service.phones.get(userId);
    service.line.standIn.failNext({ method: 'any', kind: '500', times: 100 });
    await ask('ひみつの悩み：抗がん剤で髪は抜けますか');
    for (let i = 0; i < MAX_TRIES + 2; i++) {
      service.clock.ms += 600_000;
      await service.sweep();
    }
    expect(await service.statuses()).toEqual(['failed']);
    expect(JSON.stringify(service.log)).not.toMatch(new RegExp(`ひみつ|抗がん剤|${userId}`));
    expect(service.log.some((entry) => entry.reason?.startsWith('LINE 500'))).toBe(true);
  });
});
