import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Decided, keepDecision, StaleConversationError } from '../../src/store/decisions.ts';
import { findSituation, type IncomingEvent, type OpenEvent, takeIn } from '../../src/store/inbox.ts';
import { cases, messages, surveyAnswers, surveyComments, tallies } from '../../src/store/schema.ts';
import { eraseUnsent } from '../../src/store/unsend.ts';
import { openTestDatabase, type TestDatabase } from '../fixtures/database.ts';
import { decided, incoming, NOW, seal } from './records.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
  const patientId = await seal.patientId('Upatient');
  const stranger = await seal.patientId('Ustranger');
  const rest = { urgency: 2, status: 'resolved', openedAtMs: NOW, calledAtMs: NOW } as const;
  await test.db.insert(cases).values([
    { id: 'own', patientId, ...rest },
    { id: 'others', patientId: stranger, ...rest },
  ]);
});
afterEach(() => test.close());

async function takeOne(more: Partial<IncomingEvent> = {}): Promise<OpenEvent> {
  const [taken] = await takeIn(test.db, seal, [incoming(more)], NOW);
  if (!taken) throw new Error('the event was not taken in');
  return taken;
}
/** Keeps one more decision of the patient. */
async function keep(more: Partial<Decided>, atMs = NOW + 10): Promise<OpenEvent> {
  const open = await takeOne();
  await keepDecision(test.db, seal, decided(open, more), atMs);
  return open;
}
const answerOf = (step: number, caseId = 'own') =>
  ({ kind: 'answer', caseId, question: 'purpose', step }) as const;
const commentOf = (text: string, caseId = 'own') => ({ kind: 'comment', caseId, text }) as const;
const comments = async () => {
  const rows = await test.db.select().from(surveyComments);
  return Promise.all(rows.map(async (row) => [row.caseId, await seal.open(row.sealedText)]));
};

describe('an answer to the survey', () => {
  it('is kept with the case, and changed by a later one', async () => {
    await keep({ survey: answerOf(4) });
    await keep({ survey: answerOf(2) }, NOW + 20);
    expect(await test.db.select().from(surveyAnswers)).toEqual([
      { caseId: 'own', question: 'purpose', step: 2, atMs: NOW + 20 },
    ]);
  });

  it.each(['others', 'nobody’s', "own' or '1'='1"])(
    'to a case that is not the patient’s is not kept, and their message is answered as ever: %s',
    async (caseId) => {
      await keep({ survey: answerOf(1, caseId) });
      await keep({ survey: commentOf('ひどい', caseId) });
      expect(await test.db.$count(surveyAnswers)).toBe(0);
      expect(await test.db.$count(surveyComments)).toBe(0);
      expect(await test.db.$count(messages)).toBe(4);
    },
  );
});

describe('the free line of the survey', () => {
  it('is sealed; a later one takes its place', async () => {
    await keep({ survey: commentOf('待ちました') });
    await keep({ survey: commentOf('親切でした') }, NOW + 20);
    expect(await comments()).toEqual([['own', '親切でした']]);
    expect(test.bytesOnDisk().includes('親切でした')).toBe(false);
  });

  it('goes when its writer takes the message back, and another’s stays', async () => {
    const { said } = decided(await takeOne());
    await keep({ survey: commentOf('書きすぎました'), said: { ...said, lineMessageId: 'm-comment' } });
    const stranger = await seal.patientId('Ustranger');
    const other = { caseId: 'others', sealedText: await seal.seal('別の人'), atMs: NOW + 10 };
    await test.db.insert(surveyComments).values(other);
    await eraseUnsent(test.db, 'm-something-else', 'unsend-1');
    expect(await test.db.$count(surveyComments)).toBe(2);
    await eraseUnsent(test.db, 'm-comment', 'unsend-2');
    expect(await comments()).toEqual([['others', '別の人']]);
    expect(stranger).not.toBe(await seal.patientId('Upatient'));
  });

  it('is not kept at all when LINE told first that it was taken back', async () => {
    await takeOne({ type: 'unsend', lineMessageId: 'm-gone', needsWork: true });
    const { said } = decided(await takeOne());
    await keep({ survey: commentOf('取り消し'), said: { ...said, lineMessageId: 'm-gone' } });
    expect(await comments()).toEqual([]);
  });
});

describe('what is counted with a decision', () => {
  const counts = [
    { kind: 'desk', key: 'chat' },
    { kind: 'topic', key: 'pain' },
  ] as const;

  it('adds to the day’s row, and the topic stands with the patient’s own message alone', async () => {
    await keep({ counts, topic: 'pain' });
    await keep({ counts });
    await keep({ counts, day: '2026-11-25' });
    const rows = await test.db.select().from(tallies);
    expect(rows.map((row) => `${row.day} ${row.kind} ${row.key} ${row.n}`).sort()).toEqual([
      '2026-11-24 desk chat 2',
      '2026-11-24 topic pain 2',
      '2026-11-25 desk chat 1',
      '2026-11-25 topic pain 1',
    ]);
    const said = await test.db.select().from(messages);
    expect(said.flatMap((row) => (row.topic === null ? [] : [row.direction]))).toEqual(['in']);
  });

  it('is counted once when the decision has to be made again, and so is an answer', async () => {
    const [first, second] = [await takeOne(), await takeOne()];
    await keepDecision(test.db, seal, decided(first, { counts }), NOW);
    const stale = decided(second, { counts, survey: answerOf(3) });
    await expect(keepDecision(test.db, seal, stale, NOW)).rejects.toThrow(StaleConversationError);
    expect(await test.db.$count(surveyAnswers)).toBe(0);
    const { conversation } = await findSituation(test.db, second.patientId);
    await keepDecision(test.db, seal, { ...stale, previous: conversation }, NOW);
    expect((await test.db.select().from(tallies)).map((row) => row.n)).toEqual([2, 2]);
    expect(await test.db.$count(surveyAnswers)).toBe(1);
  });
});

describe('a patient who writes while a counselor has their case', () => {
  const caseRow = async () => (await test.db.select().from(cases)).find((row) => row.id === 'open');
  beforeEach(async () => {
    const patientId = await seal.patientId('Upatient');
    const times = { openedAtMs: NOW, calledAtMs: NOW, claimedAtMs: NOW };
    await test.db
      .insert(cases)
      .values({ id: 'open', patientId, urgency: 2, status: 'claimed', claimedBy: 'staff', ...times });
  });

  it('is seen to wait, and the reply token that the bot left is kept sealed for the counselor', async () => {
    await keep({ answer: null, wrote: { replyToken: 'spared', replyTokenExpiresAtMs: NOW + 50 } }, NOW + 30);
    const row = await caseRow();
    expect(row).toMatchObject({ patientWroteAtMs: NOW + 30, replyTokenExpiresAtMs: NOW + 50 });
    expect(await seal.open(row?.sealedReplyToken ?? '')).toBe('spared');
  });

  it('keeps the token of before when the bot’s own answer took this one; a tap changes nothing', async () => {
    await keep({ answer: null, wrote: { replyToken: 'spared', replyTokenExpiresAtMs: NOW + 50 } }, NOW + 30);
    await keep({ wrote: { replyToken: null, replyTokenExpiresAtMs: NOW + 90 } }, NOW + 40);
    await keep({ wrote: null }, NOW + 60);
    const row = await caseRow();
    expect(row).toMatchObject({ patientWroteAtMs: NOW + 40, replyTokenExpiresAtMs: NOW + 50 });
  });
});
