import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/store/schema.ts';
import { startTestService, type TestService } from '../intake/service.ts';
import { arrived, caseRow, patientAsks, seenBy } from './case-of.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(() => service.close());

const MINUTE = 60_000;

describe('two counselors who take the same case at once', () => {
  it('end with one who has it and one who is told that it changed; the patient hears of it once', async () => {
    const { userId, caseId } = await patientAsks(service);
    const acts = ['山口', '佐々木', '田中'].map((by) => ({ caseId, by, version: 1 }));
    const outcomes = await Promise.all(acts.map((act) => service.desk().claim(act)));
    await service.settled();
    expect(outcomes.map((o) => o.kind).sort()).toEqual(['changed', 'changed', 'done']);
    const winner = acts[outcomes.findIndex((o) => o.kind === 'done')];
    expect((await caseRow(service, caseId)).claimedBy).toBe(winner?.by);
    expect(arrived(service, userId).filter((text) => text.includes('相談員が確認しました'))).toHaveLength(1);
    const entries = await service.db.select().from(audit);
    expect(entries.map(({ action, staffId }) => ({ action, staffId }))).toEqual([
      { action: 'case_claimed', staffId: winner?.by },
    ]);
  });

  it('cannot act on a case that does not exist', async () => {
    expect(await service.desk().claim({ caseId: 'none', version: 1, by: '山口' })).toEqual({
      kind: 'changed',
    });
    expect(await service.db.$count(audit)).toBe(0);
  });
});

describe('a case that is passed on', () => {
  it('goes back to the queue when its counselor gives it back, and the bot answers again', async () => {
    const { userId, caseId } = await patientAsks(service);
    const desk = service.desk();
    await desk.claim(await seenBy(service, caseId, '山口'));
    expect(await desk.release(await seenBy(service, caseId, '別の人'))).toEqual({ kind: 'changed' });
    expect(await desk.release(await seenBy(service, caseId, '山口'))).toEqual({ kind: 'done' });
    await service.settled();
    expect(await caseRow(service, caseId)).toMatchObject({ status: 'waiting', claimedBy: null });
    await service.phones.say(userId, '抗がん剤で髪は抜けますか');
    await service.settled();
    expect(arrived(service, userId).at(-1)).toMatch(/髪/);
  });

  it('goes to another counselor, and the first can no longer answer in it', async () => {
    const { caseId } = await patientAsks(service);
    const desk = service.desk();
    await desk.claim(await seenBy(service, caseId, '山口'));
    expect(await desk.transfer(await seenBy(service, caseId, '山口'), '佐々木')).toEqual({ kind: 'done' });
    const late = await desk.answer(await seenBy(service, caseId, '山口'), 'm1', [
      { type: 'text', text: 'はい' },
    ]);
    expect(late).toEqual({ kind: 'changed' });
    expect((await caseRow(service, caseId)).claimedBy).toBe('佐々木');
  });
});

describe('a counselor who has fallen silent', () => {
  it('loses the case to the queue once the patient has waited too long, and the patient is told', async () => {
    const { userId, caseId } = await patientAsks(service);
    await service.desk().claim(await seenBy(service, caseId, '山口'));
    service.clock.ms += MINUTE;
    await service.phones.say(userId, '先生に何を聞けばよいですか');
    await service.settled();
    service.clock.ms += 29 * MINUTE;
    await service.sweep();
    expect((await caseRow(service, caseId)).status).toBe('claimed');
    service.clock.ms += 2 * MINUTE;
    await service.sweep();
    await service.settled();
    expect(await caseRow(service, caseId)).toMatchObject({ status: 'waiting', claimedBy: null });
    expect(arrived(service, userId).at(-1)).toContain('お返事が遅れていて');
    await service.sweep();
    await service.settled();
    expect(arrived(service, userId).filter((text) => text.includes('お返事が遅れていて'))).toHaveLength(1);
  });

  it('keeps the case while it is the patient who is silent', async () => {
    const { userId, caseId } = await patientAsks(service);
    const desk = service.desk();
    await desk.claim(await seenBy(service, caseId, '山口'));
    await service.phones.say(userId, 'お願いします');
    await service.settled();
    service.clock.ms += MINUTE;
    await desk.answer(await seenBy(service, caseId, '山口'), 'm1', [{ type: 'text', text: 'こんにちは' }]);
    await service.holdsEnd();
    service.clock.ms += 24 * 60 * MINUTE;
    await service.sweep();
    expect((await caseRow(service, caseId)).status).toBe('claimed');
  });

  it('can be taken over from by another, but only when silent', async () => {
    const { userId, caseId } = await patientAsks(service);
    const desk = service.desk();
    await desk.claim(await seenBy(service, caseId, '山口'));
    service.clock.ms += MINUTE;
    await service.phones.say(userId, 'まだですか');
    await service.settled();
    expect(await desk.takeOver(await seenBy(service, caseId, '佐々木'))).toEqual({ kind: 'changed' });
    service.clock.ms += 31 * MINUTE;
    expect(await desk.takeOver(await seenBy(service, caseId, '佐々木'))).toEqual({ kind: 'done' });
    expect((await caseRow(service, caseId)).claimedBy).toBe('佐々木');
  });
});
