import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepDecision } from '../../src/store/decisions.ts';
import { markDone } from '../../src/store/deliveries.ts';
import type { IncomingEvent } from '../../src/store/inbox.ts';
import {
  findSituation,
  LEASE_MS,
  leaveForLater,
  MAX_TRIES,
  takeIn,
  takeUpAgain,
} from '../../src/store/inbox.ts';
import { events, patients } from '../../src/store/schema.ts';
import { openTestDatabase, type TestDatabase } from '../fixtures/database.ts';
import { decided, incoming, NOW, seal } from './records.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.close());

const take = (...list: IncomingEvent[]) => takeIn(test.db, seal, list, NOW);
const idsOf = (list: readonly { readonly id: string }[]) => list.map((event) => event.id);
const rowOf = async (id: string) => (await test.db.select().from(events).where(eq(events.id, id)))[0];
async function takeOne(event = incoming()) {
  const [open] = await take(event);
  if (!open) throw new Error('the event was not taken in');
  return open;
}

describe('an event', () => {
  it('is taken in once by its id, though it comes again', async () => {
    const event = incoming();
    expect(idsOf(await take(event))).toEqual([event.id]);
    expect(await take(event)).toEqual([]);
    expect(await take(incoming(), event)).toHaveLength(1);
    expect(await test.db.$count(events)).toBe(2);
  });

  it('is taken in once, though it stands twice in one body', async () => {
    const [one, two] = [incoming(), incoming()];
    expect(idsOf(await take(one, two, one))).toEqual([one.id, two.id]);
  });

  it('is taken in by one of many that bring it at the same time', async () => {
    const event = incoming();
    const all = await Promise.all(Array.from({ length: 8 }, () => take(event)));
    expect(all.flat()).toHaveLength(1);
  });

  it('without work is kept as done, and given to nobody', async () => {
    const event = incoming({ needsWork: false });
    expect(await take(event)).toEqual([]);
    expect(await rowOf(event.id)).toMatchObject({ status: 'done' });
    expect(await takeUpAgain(test.db, NOW + LEASE_MS * 10, 10)).toEqual([]);
  });

  it('of nobody is kept', async () => {
    const event = incoming({ lineUserId: null, needsWork: false });
    expect(await take(event)).toEqual([]);
    expect(await rowOf(event.id)).toMatchObject({ patientId: null });
    expect(await take()).toEqual([]);
  });

  it('makes its patient known once, under a pseudonym', async () => {
    await take(incoming(), incoming(), incoming({ lineUserId: 'Uother' }));
    await take(incoming());
    const known = await test.db.select().from(patients);
    const expected = await Promise.all(['Upatient', 'Uother'].map((user) => seal.patientId(user)));
    expect(known.map((patient) => patient.id).sort()).toEqual(expected.sort());
    const opened = await Promise.all(known.map((patient) => seal.open(patient.sealedUserId)));
    expect(opened.sort()).toEqual(['Uother', 'Upatient']);
  });

  it('comes with its payload and the patient’s conversation as it stands', async () => {
    const first = await takeOne();
    expect(first).toMatchObject({ tries: 0, conversation: null });
    expect(await seal.open(first.sealedPayload)).toContain('痛みがあります');
    await keepDecision(test.db, seal, decided(first), NOW);
    const second = await takeOne();
    expect(second.conversation).toMatchObject({ version: 1 });
    expect(await seal.open(second.conversation?.sealedState ?? '')).toBe(JSON.stringify({ turn: first.id }));
    expect((await findSituation(test.db, first.patientId)).conversation).toMatchObject({ version: 1 });
  });
});

describe('an event whose work did not end', () => {
  it('is left to its process until the lease runs out, then taken up with one try more', async () => {
    const { id } = await takeOne();
    expect(await takeUpAgain(test.db, NOW + LEASE_MS - 1, 10)).toEqual([]);
    const [again] = await takeUpAgain(test.db, NOW + LEASE_MS, 10);
    expect(again).toMatchObject({ id, tries: 1 });
    expect(await takeUpAgain(test.db, NOW + LEASE_MS, 10)).toEqual([]);
    expect(await takeUpAgain(test.db, NOW + 2 * LEASE_MS, 10)).toMatchObject([{ id, tries: 2 }]);
  });

  it('is taken up by one of many that look at the same time', async () => {
    const taken = await take(...Array.from({ length: 30 }, () => incoming()));
    const shares = await Promise.all(
      Array.from({ length: 4 }, () => takeUpAgain(test.db, NOW + LEASE_MS, 10)),
    );
    const ids = shares.flat().map((event) => event.id);
    expect(ids).toHaveLength(30);
    expect([...ids].sort()).toEqual(idsOf(taken).sort());
  });

  it('waits its turn behind older ones, in the order in which things happened', async () => {
    // Neither the order of their ids nor that in which they stand in the body is the order in time.
    const early = incoming({ id: '01C', occurredAtMs: NOW + 100 });
    const middle = incoming({ id: '01B', occurredAtMs: NOW + 200 });
    const late = incoming({ id: '01A', occurredAtMs: NOW + 300 });
    await takeIn(test.db, seal, [late, middle, early], NOW);
    await takeIn(test.db, seal, [incoming({ id: '00Z', occurredAtMs: NOW })], NOW + 1);
    const due = (limit: number, nowMs: number) => takeUpAgain(test.db, nowMs, limit).then(idsOf);
    expect(await due(2, NOW + LEASE_MS + 1)).toEqual(['01C', '01B']);
    expect(await due(2, NOW + LEASE_MS + 1)).toEqual(['01A', '00Z']);
  });

  it('is not taken up once it is done', async () => {
    const { id } = await takeOne();
    await markDone(test.db, id);
    expect(await takeUpAgain(test.db, NOW + LEASE_MS, 10)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'done', sealedPayload: null });
  });

  it('is due again at the time that was set for it', async () => {
    const open = await takeOne();
    await leaveForLater(test.db, open, NOW + 5_000, 'LINE 429');
    expect(await rowOf(open.id)).toMatchObject({ status: 'received', reason: 'LINE 429' });
    expect(await takeUpAgain(test.db, NOW + 4_999, 10)).toEqual([]);
    expect(await takeUpAgain(test.db, NOW + 5_000, 10)).toHaveLength(1);
  });

  it(`is set aside with its reason after ${MAX_TRIES} tries`, async () => {
    let open = await takeOne();
    let nowMs = NOW;
    for (let tries = 1; tries < MAX_TRIES; tries++) {
      await leaveForLater(test.db, open, ++nowMs, 'LINE 500');
      const [again] = await takeUpAgain(test.db, nowMs, 10);
      if (!again) throw new Error(`given up after ${tries} tries`);
      open = again;
    }
    await leaveForLater(test.db, open, ++nowMs, 'LINE 500');
    expect(await rowOf(open.id)).toMatchObject({ status: 'failed', reason: 'LINE 500' });
    expect(await takeUpAgain(test.db, nowMs + LEASE_MS, 10)).toEqual([]);
  });

  it('is set aside, too, when the process dies at every try', async () => {
    const { id } = await takeOne();
    let taken = 1;
    for (let i = 1; i < MAX_TRIES + 5; i++)
      taken += (await takeUpAgain(test.db, NOW + i * LEASE_MS, 10)).length;
    expect(taken).toBe(MAX_TRIES);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', reason: 'the process died' });
  });

  it('is not opened again by a process that comes late with its failure', async () => {
    const open = await takeOne();
    await markDone(test.db, open.id);
    await leaveForLater(test.db, open, NOW, 'late');
    expect(await rowOf(open.id)).toMatchObject({ status: 'done', reason: null });
  });
});
