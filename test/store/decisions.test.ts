import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Decided, keepDecision, StaleConversationError } from '../../src/store/decisions.ts';
import { findDelivery, markBlocked, markSent } from '../../src/store/deliveries.ts';
import { findSituation, LEASE_MS, type OpenEvent, takeIn, takeUpAgain } from '../../src/store/inbox.ts';
import {
  cases,
  conversations,
  deliveries,
  events,
  messages,
  patients,
  ratings,
} from '../../src/store/schema.ts';
import { openTestDatabase, type TestDatabase } from '../fixtures/database.ts';
import { decided, incoming, NOW, seal } from './records.ts';

let test: TestDatabase;
let open: OpenEvent;

beforeEach(async () => {
  test = await openTestDatabase();
  open = await takeOne();
});
afterEach(() => test.close());

async function takeOne(): Promise<OpenEvent> {
  const [taken] = await takeIn(test.db, seal, [incoming()], NOW);
  if (!taken) throw new Error('the event was not taken in');
  return taken;
}
const keep = (decision: Decided) => keepDecision(test.db, seal, decision, NOW + 10);
const eventRow = async () => (await test.db.select().from(events).where(eq(events.id, open.id)))[0];
/** How many rows each table holds. */
async function counts() {
  const tables = { conversations, messages, deliveries, ratings, cases };
  const pairs = Object.entries(tables).map(
    async ([name, table]) => [name, await test.db.$count(table)] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

describe('a decision', () => {
  it('is written down whole: the state, what was said both ways, the answer to be sent', async () => {
    await keep(decided(open));
    expect(await counts()).toEqual({ conversations: 1, messages: 2, deliveries: 1, ratings: 0, cases: 0 });
    const said = await test.db.select().from(messages);
    const texts = await Promise.all(said.map((row) => seal.open(row.sealedContent ?? '')));
    expect(said.map((row, i) => [row.direction, texts[i]]).sort()).toEqual([
      ['in', JSON.stringify({ text: '痛みがあります' })],
      ['out', JSON.stringify([{ type: 'text', text: '我慢しないでください' }])],
    ]);
    expect(said[0]).toMatchObject({
      route: 'answer',
      passageIds: ['symptoms/pain-endure'],
      knowledgeVersion: 'v1',
    });
    expect(await eventRow()).toMatchObject({ status: 'received' });
  });

  it('that says nothing closes its event at once', async () => {
    await keep(decided(open, { answer: null }));
    expect(await counts()).toMatchObject({ messages: 1, deliveries: 0 });
    expect(await eventRow()).toMatchObject({ status: 'done', sealedPayload: null });
  });

  it('keeps a rating and opens a case when it says so', async () => {
    await keep(decided(open, { rating: { passageId: 'symptoms/pain', helpful: false }, escalation: 1 }));
    expect(await test.db.select().from(ratings)).toMatchObject([
      { passageId: 'symptoms/pain', helpful: false },
    ]);
    expect(await test.db.select().from(cases)).toMatchObject([
      { patientId: open.patientId, urgency: 1, status: 'waiting' },
    ]);
  });

  it('counts up the conversation', async () => {
    await keep(decided(open));
    const next = await takeOne();
    await keep(decided(next));
    expect((await findSituation(test.db, open.patientId)).conversation).toMatchObject({ version: 2 });
  });

  it.each([
    ['the first of two that began with none', null],
    ['one that is older than what is kept', { version: 7, sealedState: '' }],
  ])(
    'made on a conversation that changed meanwhile is refused, and nothing of it is kept (%s)',
    async (_, previous) => {
      const [first, second] = [open, await takeOne()];
      await keep(decided(first));
      const before = await counts();
      const stale = decided(second, { previous, rating: { passageId: 'p/q', helpful: true }, escalation: 0 });
      await expect(keep(stale)).rejects.toThrow(StaleConversationError);
      expect(await counts()).toEqual(before);
      expect((await findSituation(test.db, open.patientId)).conversation).toMatchObject({ version: 1 });
      const kept = (await findSituation(test.db, open.patientId)).conversation;
      await keep({ ...stale, previous: kept });
      expect((await findSituation(test.db, open.patientId)).conversation).toMatchObject({ version: 2 });
    },
  );

  it('is kept by one of two that are made at the same time', async () => {
    const second = await takeOne();
    const outcomes = await Promise.allSettled([keep(decided(open)), keep(decided(second))]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await counts()).toMatchObject({ conversations: 1, deliveries: 1 });
  });

  it('on one event is kept once, all of it or nothing', async () => {
    await keep(decided(open));
    const before = await counts();
    const again = decided(open, { previous: (await findSituation(test.db, open.patientId)).conversation });
    await expect(keep(again)).rejects.toThrow();
    expect(await counts()).toEqual(before);
    expect((await findSituation(test.db, open.patientId)).conversation).toMatchObject({ version: 1 });
  });

  it('shows that a patient who had blocked the account is back', async () => {
    await markBlocked(test.db, open.patientId, open.id, NOW);
    const blocked = () => test.db.select({ at: patients.blockedAtMs }).from(patients);
    expect(await blocked()).toEqual([{ at: NOW }]);
    await keep(decided(await takeOne()));
    expect(await blocked()).toEqual([{ at: null }]);
  });
});

describe('the answer that is written down', () => {
  it('is found again with all that sending it needs', async () => {
    const decision = decided(open);
    await keep(decision);
    expect(await findDelivery(test.db, seal, open.id)).toEqual({
      eventId: open.id,
      lineUserId: 'Upatient',
      ...decision.answer,
    });
  });

  it('is found without a reply token where there was none', async () => {
    const { answer } = decided(open);
    await keep(decided(open, { answer: answer && { ...answer, replyToken: null } }));
    expect(await findDelivery(test.db, seal, open.id)).toMatchObject({ replyToken: null });
  });

  it('is none for an event on which nothing was decided', async () => {
    expect(await findDelivery(test.db, seal, open.id)).toBeNull();
  });

  it('once sent closes its event, drops the event’s payload and is not taken up again', async () => {
    await keep(decided(open));
    await markSent(test.db, open.id, 'push', NOW + 20);
    expect(await findDelivery(test.db, seal, open.id)).toBe('sent');
    expect(await test.db.select().from(deliveries)).toMatchObject([
      { status: 'sent', way: 'push', sentAtMs: NOW + 20 },
    ]);
    expect(await eventRow()).toMatchObject({ status: 'done', sealedPayload: null });
    expect(await takeUpAgain(test.db, NOW + LEASE_MS * 2, 10)).toEqual([]);
  });
});
