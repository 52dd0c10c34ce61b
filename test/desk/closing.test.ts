import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../intake/service.ts';
import { arrived, caseRow, patientAsks, seenBy } from './case-of.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(() => service.close());

const text = (words: string) => [{ type: 'text' as const, text: words }];

async function answerAndResolve(caseId: string): Promise<void> {
  const desk = service.desk();
  await desk.claim(await seenBy(service, caseId, '山口'));
  await desk.answer(await seenBy(service, caseId, '山口'), `m-${caseId}`, text('こんにちは'));
  await service.holdsEnd();
  expect(await desk.resolve(await seenBy(service, caseId, '山口'))).toEqual({ kind: 'done' });
  await service.settled();
}

describe('the end of a case', () => {
  it('tells the patient and asks for their view, once', async () => {
    const { userId, caseId } = await patientAsks(service);
    await answerAndResolve(caseId);
    const [left, survey] = arrived(service, userId).slice(-2);
    expect(left).toContain('またHikkeiがお答えします');
    expect(survey).toContain('1 / 4');
    expect((await caseRow(service, caseId)).surveySentAtMs).not.toBeNull();
    expect(await service.desk().resolve(await seenBy(service, caseId, '山口'))).toEqual({ kind: 'changed' });
  });

  it('never asks for a view after a crisis', async () => {
    const { userId } = service.phones.add('つらい');
    await service.phones.say(userId, 'もう死んでしまいたい');
    await service.settled();
    const { caseId } = await theOnlyCase();
    await answerAndResolve(caseId);
    expect(arrived(service, userId).join('\n')).not.toContain('1 / 4');
  });

  it('asks for no view where no counselor answered, and says nothing where none ever came', async () => {
    const { userId, caseId } = await patientAsks(service);
    const before = arrived(service, userId).length;
    expect(await service.desk().resolve(await seenBy(service, caseId, '山口'))).toEqual({ kind: 'done' });
    await service.settled();
    expect(arrived(service, userId)).toHaveLength(before);
    expect(await caseRow(service, caseId)).toMatchObject({ status: 'resolved', claimedBy: '山口' });
  });

  async function theOnlyCase() {
    const { cases } = await import('../../src/store/schema.ts');
    const [row] = await service.db.select().from(cases);
    return { caseId: row?.id ?? '' };
  }
});
