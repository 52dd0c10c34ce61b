import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cases, mentions, messages, patients } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { addCase, addMessage, addNote, idsIn, MINUTE, NOW } from './case-rows.ts';

let nowMs = NOW;
let world: TestConsole;
let counselor: SignedInVisitor;

beforeEach(async () => {
  nowMs = NOW;
  world = await openConsole({ now: () => nowMs });
  counselor = await world.signIn('counselor');
});
afterEach(() => world.close());

async function page(path = '/console'): Promise<string> {
  const response = await counselor.get(path);
  expect(response.status).toBe(200);
  return response.text();
}

describe('the queue', () => {
  it('is always ordered by urgency, then by how long the case is open', async () => {
    const someCases = fc.array(
      fc.record({
        urgency: fc.integer({ min: 0, max: 4 }),
        minutes: fc.integer({ min: 0, max: 600 }),
        claimed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(someCases, async (drawn) => {
        await world.db.delete(cases);
        const order = new Map<string, readonly [number, number]>();
        for (const { urgency, minutes, claimed } of drawn) {
          const openedAtMs = NOW - minutes * MINUTE;
          const status = claimed ? 'claimed' : 'waiting';
          const id = await addCase(world, { urgency, openedAtMs, status, claimedBy: claimed ? 'x' : null });
          order.set(id, [urgency, openedAtMs]);
        }
        const ids = idsIn(await page());
        expect(ids.length).toBe(drawn.length);
        for (let i = 1; i < ids.length; i++) {
          const [before, after] = [order.get(ids[i - 1] ?? ''), order.get(ids[i] ?? '')];
          const [urgency, openedAtMs] = before ?? [0, 0];
          const [nextUrgency, nextOpenedAtMs] = after ?? [0, 0];
          expect(urgency < nextUrgency || (urgency === nextUrgency && openedAtMs <= nextOpenedAtMs)).toBe(
            true,
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  it('says the reason, the rule of a red one, the clock, the wait and a short line of the last message', async () => {
    const id = await addCase(world, { urgency: 0, rule: 'attempt-under-way', openedAtMs: NOW - 2 * MINUTE });
    await addMessage(
      world,
      id,
      { type: 'text', text: `もう\n${'つらい'.repeat(30)}` },
      { atMs: NOW - MINUTE },
    );
    await addMessage(world, id, [{ type: 'text', text: '自動のお答え' }], { direction: 'out' });
    const html = await page();
    for (const words of [
      '死にたい気持ち',
      '行動が始まっている',
      'あと3分',
      '届いてから',
      '2分',
      'もう つらい',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('つらい'.repeat(14));
    expect(html).not.toContain('自動のお答え');
    expect(html).toContain('row-red');
  });

  it('shows stickers, pictures and messages that were taken back as words', async () => {
    const [sticker, picture, gone] = [await addCase(world), await addCase(world), await addCase(world)];
    await addMessage(world, sticker, { type: 'sticker', keywords: ['hi'] });
    await addMessage(world, picture, { type: 'image' });
    await addMessage(world, gone, { type: 'text', text: '秘密' }, { takenBack: true });
    const html = await page();
    for (const words of ['スタンプ', '写真', '取り消されたメッセージ']) expect(html).toContain(words);
  });

  it('marks what the patient wrote since one last looked, and only in one’s own cases', async () => {
    const claimed = {
      status: 'claimed',
      patientWroteAtMs: NOW,
      seenAtMs: NOW - 1,
      claimedAtMs: NOW - 9,
    } as const;
    const mine = await addCase(world, { ...claimed, claimedBy: counselor.id });
    await addCase(world, { ...claimed, claimedBy: 'somebody else' });
    expect((await page()).match(/まだ読んでいません/g)).toHaveLength(1);
    await world.db.update(cases).set({ seenAtMs: NOW }).where(eq(cases.id, mine));
    expect(await page()).not.toContain('まだ読んでいません');
  });

  it('says who has a case, for how long the patient waits for a word, the day to look again and a block', async () => {
    const other = await world.signIn('counselor', '対話 次郎');
    const id = await addCase(world, {
      status: 'claimed',
      claimedBy: other.id,
      claimedAtMs: NOW - 90 * MINUTE,
      firstAnsweredAtMs: NOW - 80 * MINUTE,
      lastAnsweredAtMs: NOW - 80 * MINUTE,
      patientWroteAtMs: NOW - 45 * MINUTE,
      followUpOn: '2026-11-24',
    });
    await world.db
      .update(patients)
      .set({ blockedAtMs: NOW })
      .where(eq(patients.id, `p_${id}`));
    const html = await page();
    for (const words of [
      '対話 次郎さん',
      '返事がなく',
      '45分',
      '見直す日です：11月24日',
      'メッセージはありません',
      'ブロックされています',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toMatch(/あと\d/);
  });

  it('counts each tab, and each tab shows its cases', async () => {
    const waiting = await addCase(world, { urgency: 4 });
    const mine = await addCase(world, {
      status: 'claimed',
      claimedBy: counselor.id,
      followUpOn: '2026-11-23',
    });
    await addCase(world, { status: 'claimed', claimedBy: 'somebody else' });
    await addCase(world, { status: 'resolved', claimedBy: counselor.id, resolvedAtMs: NOW });
    const html = await page();
    const counts = [...html.matchAll(/class="count">(\d+)/g)].map((match) => Number(match[1]));
    expect(counts).toEqual([3, 1, 1, 1, 1]);
    expect(idsIn(await page('/console?view=waiting'))).toEqual([waiting]);
    expect(idsIn(await page('/console?view=mine'))).toEqual([mine]);
    expect(idsIn(await page('/console?reason=negative'))).toEqual([waiting]);
    expect(await page('/console?view=follow-up')).toContain(`/console/cases/${mine}`);
    expect(await page('/console?view=nonsense&reason=nonsense')).toContain(waiting);
  });

  it('shows unseen notes that name one, with a way to the case', async () => {
    const id = await addCase(world);
    const noteId = await addNote(world, {
      caseId: id,
      by: counselor.id,
      to: counselor.id,
      text: '折り返しを\nお願いします',
    });
    const html = await page();
    expect(html).toContain('あなたへのメモ');
    expect(html).toContain('折り返しを お願いします');
    await world.db.update(mentions).set({ seenAtMs: NOW }).where(eq(mentions.noteId, noteId));
    expect(await page()).not.toContain('あなたへのメモ');
  });

  it('is kind when nothing waits: since when, and whether it is service time', async () => {
    const html = await page();
    expect(html).toContain('いま待っている相談はありません。');
    expect(html).toContain('いまは、相談員がお答えする時間です。');
    const id = await addCase(world);
    const [row] = await world.db.select().from(cases).where(eq(cases.id, id));
    await world.desk.claim({ caseId: id, version: row?.version ?? 0, by: counselor.id });
    expect(await page('/console?view=waiting')).toContain('から、お待ちの方はいません。');
  });

  it('turns away who has no business there', async () => {
    const editor = await world.signIn('editor');
    expect((await editor.get('/console')).status).toBe(403);
    expect((await editor.get('/console/alerts')).status).toBe(403);
    expect((await world.visitor().get('/console/live', { 'hx-request': 'true' })).status).toBe(401);
  });
});

describe('the live part', () => {
  const poll = (version: string) =>
    counselor.get('/console/live', { 'hx-request': 'true', 'hikkei-version': version });

  it('answers 204 while nothing changed and the changed list else, an unsent message included', async () => {
    const id = await addCase(world);
    const messageId = await addMessage(world, id, { type: 'text', text: '取り消す前のことば' });
    const version = /data-version="([^"]+)"/.exec(await page())?.[1] ?? '';
    expect(version).toMatch(/^[0-9a-f]{24}$/);
    expect((await poll(version)).status).toBe(204);

    await world.db.update(messages).set({ sealedContent: null }).where(eq(messages.id, messageId));
    const changed = await poll(version);
    expect(changed.status).toBe(200);
    expect(await changed.text()).not.toContain('取り消す前のことば');
    expect((await poll(changed.headers.get('hikkei-version') ?? '')).status).toBe(204);

    await addCase(world, { urgency: 0 });
    expect(idsIn(await (await poll(version)).text())).toHaveLength(2);
  });

  it('draws its clocks again at least every half minute', async () => {
    await addCase(world, { urgency: 1 });
    const version = /data-version="([^"]+)"/.exec(await page())?.[1] ?? '';
    nowMs += 31_000;
    expect((await poll(version)).status).toBe(200);
  });
});

describe('the alerts that every page asks for', () => {
  it('count what waits and what is unread, and name red cases that wait and one’s own', async () => {
    const red = await addCase(world, { urgency: 0 });
    await addCase(world, { urgency: 2 });
    const own = await addCase(world, {
      urgency: 1,
      status: 'claimed',
      claimedBy: counselor.id,
      patientWroteAtMs: NOW,
    });
    await addCase(world, { urgency: 0, status: 'claimed', claimedBy: 'somebody else' });
    const response = await counselor.get('/console/alerts');
    expect(await response.json()).toEqual({
      waiting: 2,
      unread: 1,
      red: [
        { id: red, waits: true },
        { id: own, waits: false },
      ],
      nowMs: NOW,
    });
  });
});
