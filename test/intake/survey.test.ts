import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CASE_REASONS } from '../../src/conversation/decision.ts';
import { cases, messages, surveyAnswers, surveyComments, tallies } from '../../src/store/schema.ts';
import { createSeal } from '../../src/store/seal.ts';
import { startTestService, type TestService } from './service.ts';

const CASE = '01CASE0000000000000000000A';
/** The key of the test service (service.ts). */
const seal = await createSeal(new Uint8Array(32).fill(7));

let service: TestService;
let userId: string;
beforeEach(async () => {
  service = await startTestService();
  userId = service.phones.add('佐藤').userId;
});
afterEach(() => service.close());

async function endedCase(of = userId): Promise<void> {
  const patientId = await seal.patientId(of);
  const at = service.clock.ms;
  const ended = { urgency: 2, status: 'resolved', openedAtMs: at, calledAtMs: at } as const;
  await service.db.insert(cases).values({ id: CASE, patientId, ...ended });
}
const tap = async (question: string, step: number) => {
  await service.phones.postback(userId, `survey=${CASE}&q=${question}&step=${step}`);
  await service.settled();
};
const say = async (words: string) => {
  await service.phones.say(userId, words);
  await service.settled();
};
const QUESTIONS = ['purpose', 'understanding', 'satisfaction', 'counselor'];
const counted = async () =>
  Object.fromEntries(
    (await service.db.select().from(tallies)).map((row) => [`${row.day} ${row.kind} ${row.key}`, row.n]),
  );

describe('the survey after a case, from the phone to the database', () => {
  it('keeps the four answers and the free line, sealed', async () => {
    await endedCase();
    for (const [i, question] of QUESTIONS.entries()) await tap(question, 4 - i);
    await say('話を聞いてもらえて少し安心しました');
    const rows = await service.db.select().from(surveyAnswers);
    expect(Object.fromEntries(rows.map((row) => [row.question, row.step]))).toEqual({
      purpose: 4,
      understanding: 3,
      satisfaction: 2,
      counselor: 1,
    });
    const [comment] = await service.db.select().from(surveyComments);
    expect(comment?.caseId).toBe(CASE);
    expect(await seal.open(comment?.sealedText ?? '')).toBe('話を聞いてもらえて少し安心しました');
    expect(service.phones.received(userId)).toHaveLength(5);
  });

  it('keeps nothing with another’s case, and answers all the same', async () => {
    await endedCase(service.phones.add('鈴木').userId);
    for (const question of QUESTIONS) await tap(question, 1);
    await say('ありがとうございました');
    expect(await service.db.$count(surveyAnswers)).toBe(0);
    expect(await service.db.$count(surveyComments)).toBe(0);
    expect(service.phones.received(userId)).toHaveLength(5);
    expect(await service.statuses()).toEqual(Array(5).fill('done'));
  });

  it('drops the free line when it is taken back', async () => {
    await endedCase();
    for (const question of QUESTIONS) await tap(question, 4);
    const event = service.phones.prepare.text(userId, '書きすぎました');
    await service.phones.post([event]);
    await service.settled();
    expect(await service.db.$count(surveyComments)).toBe(1);
    const [said] = (await service.db.select().from(messages)).filter((row) => row.lineMessageId !== null);
    await service.phones.unsend(userId, said?.lineMessageId ?? '');
    await service.settled();
    expect(await service.db.$count(surveyComments)).toBe(0);
  });
});

describe('what patients do', () => {
  it('is counted once each, also when messages that come together have to be decided on again', async () => {
    const words = ['抗がん剤で髪は抜けますか', '傷病手当金はいつまでもらえますか', '電話で相談したい'];
    const events = words.map((text) => service.phones.prepare.text(userId, text));
    await Promise.all([...events, ...events].map((event) => service.phones.post([event])));
    await service.settled();
    service.clock.ms += 10_000;
    await service.sweep();
    expect(await counted()).toEqual({
      '2026-11-24 desk chat': 1,
      '2026-11-24 desk support_line': 1,
      '2026-11-24 topic hair-loss': 1,
      '2026-11-24 topic sick-pay': 1,
      '2026-11-24 route answer': 2,
      '2026-11-24 route support_line': 1,
    });
    const topics = (await service.db.select().from(messages)).map((row) => [row.direction, row.topic]);
    expect(topics.filter(([, topic]) => topic !== null).sort()).toEqual([
      ['in', 'hair-loss'],
      ['in', 'sick-pay'],
    ]);
  });

  it('opens a case by a passage that did not help, of which the patient is not told', async () => {
    await service.phones.postback(userId, 'rate=symptoms%2Fhair-loss-when&helpful=0');
    await service.settled();
    expect(await service.db.select().from(cases)).toMatchObject([
      { urgency: CASE_REASONS.indexOf('negative'), status: 'waiting' },
    ]);
    await say('相談員さんと話したいです');
    expect(JSON.stringify(service.phones.received(userId).at(-1))).toContain('consent=1');
    await service.phones.postback(userId, 'consent=1');
    await service.settled();
    expect(await service.db.select().from(cases)).toMatchObject([{ urgency: CASE_REASONS.indexOf('asked') }]);
  });
});
