import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNDO_MS } from '../../src/desk/desk.ts';
import { deliveries, events, messages } from '../../src/store/schema.ts';
import { startTestService, type TestService } from '../intake/service.ts';
import { arrived, caseRow, patientAsks, seenBy } from './case-of.ts';

let service: TestService;
let userId: string;
let caseId: string;
beforeEach(async () => {
  service = await startTestService();
  ({ userId, caseId } = await patientAsks(service));
  await service.desk().claim(await seenBy(service, caseId, '山口'));
  await service.settled();
});
afterEach(() => service.close());

const HELLO = [{ type: 'text' as const, text: 'こんにちは。相談員の山口です。' }];
const answer = async (messageId: string, by = '山口') =>
  service.desk().answer(await seenBy(service, caseId, by), messageId, HELLO);
const statusOf = async (messageId: string) =>
  (await service.db.select().from(events).where(eq(events.id, messageId)))[0]?.status;
const wayOf = async (messageId: string) =>
  (await service.db.select().from(deliveries).where(eq(deliveries.eventId, messageId)))[0]?.way;

describe("a counselor's answer", () => {
  it('waits a moment in which it can be undone, then reaches the phone', async () => {
    const before = arrived(service, userId).length;
    expect(await answer('m1')).toEqual({ kind: 'done' });
    expect(await statusOf('m1')).toBe('held');
    expect(arrived(service, userId)).toHaveLength(before);
    await service.holdsEnd();
    expect(arrived(service, userId).at(-1)).toBe(HELLO[0]?.text);
    expect(await statusOf('m1')).toBe('done');
  });

  it('undone in time never reaches the phone, leaves no text, and cannot be undone after sending', async () => {
    const before = arrived(service, userId).length;
    await answer('m1');
    expect(await service.desk().undo('m1', '別の人')).toBe(false);
    expect(await service.desk().undo('m1', '山口')).toBe(true);
    await service.holdsEnd();
    service.clock.ms += 60_000;
    await service.sweep();
    expect(arrived(service, userId)).toHaveLength(before);
    const [row] = await service.db.select().from(messages).where(eq(messages.eventId, 'm1'));
    expect(row?.sealedContent).toBeNull();
    expect(await caseRow(service, caseId)).toMatchObject({ firstAnsweredAtMs: null, answeredInTime: null });

    await answer('m2');
    await service.holdsEnd();
    expect(await service.desk().undo('m2', '山口')).toBe(false);
    expect(arrived(service, userId)).toHaveLength(before + 1);
  });

  it('is sent by the sweeper when the process died while it was held', async () => {
    await answer('m1');
    await service.restart();
    service.clock.ms += UNDO_MS + 60_000;
    await service.sweep();
    expect(arrived(service, userId).at(-1)).toBe(HELLO[0]?.text);
    await service.holdsEnd();
    expect(arrived(service, userId).filter((text) => text === HELLO[0]?.text)).toHaveLength(1);
  });

  it('goes out once when its form is sent twice', async () => {
    const act = await seenBy(service, caseId, '山口');
    const twice = await Promise.all([
      service.desk().answer(act, 'm1', HELLO),
      service.desk().answer(act, 'm1', HELLO),
    ]);
    expect(twice).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    await service.holdsEnd();
    expect(arrived(service, userId).filter((text) => text === HELLO[0]?.text)).toHaveLength(1);
  });

  it('uses the free reply token of what the patient just wrote, and a push once that is too old', async () => {
    await service.phones.say(userId, 'よろしくお願いします');
    await service.settled();
    await answer('m1');
    await service.holdsEnd();
    expect(await wayOf('m1')).toBe('reply');
    await answer('m2');
    await service.holdsEnd();
    expect(await wayOf('m2')).toBe('push');

    await service.phones.say(userId, 'もうひとつ質問です');
    await service.settled();
    service.clock.ms += 58_000;
    await answer('m3');
    await service.holdsEnd();
    expect(await wayOf('m3')).toBe('push');
  });

  it('gets its reply token back when it is undone', async () => {
    await service.phones.say(userId, 'よろしくお願いします');
    await service.settled();
    await answer('m1');
    await service.desk().undo('m1', '山口');
    await answer('m2');
    await service.holdsEnd();
    expect(await wayOf('m2')).toBe('reply');
  });

  it('that LINE refuses stands as failed with its reason, and can be tried again', async () => {
    service.line.standIn.failNext({ method: 'push', kind: '403' });
    await answer('m1');
    await service.holdsEnd();
    const [event] = await service.db.select().from(events).where(eq(events.id, 'm1'));
    expect(event).toMatchObject({ status: 'failed' });
    expect(event?.reason).toMatch(/^LINE 403/);
    expect(await service.desk().retry('m1', '山口')).toBe(true);
    await service.settled();
    expect(arrived(service, userId).at(-1)).toBe(HELLO[0]?.text);
    expect(await service.desk().retry('m1', '山口')).toBe(false);
  });

  it('keeps whether the first answer came in time', async () => {
    await answer('m1');
    await service.holdsEnd();
    expect(await caseRow(service, caseId)).toMatchObject({ answeredInTime: true });
  });
});
