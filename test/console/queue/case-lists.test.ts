import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { surveyAnswers } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { addCase, addRecord, linkedIds, MINUTE, NOW } from './case-rows.ts';

let world: TestConsole;
let counselor: SignedInVisitor;
beforeEach(async () => {
  world = await openConsole({ now: () => NOW });
  counselor = await world.signIn('counselor');
});
afterEach(() => world.close());

async function page(path: string): Promise<string> {
  const response = await counselor.get(path);
  expect(response.status).toBe(200);
  return response.text();
}

/** The ids of all pages from `path` on, following 「つづきを見る」. */
async function readThrough(path: string): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let next: string | undefined = path;
  let pages = 0;
  while (next !== undefined && pages < 20) {
    const html = await page(next);
    ids.push(...linkedIds(html));
    pages++;
    next = /href="([^"]+)"[^>]*>\s*つづきを見る/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return { ids, pages };
}

const PERIOD = 'from=2026-11-01&to=2026-11-30';

describe('pages of cases lose none and double none', () => {
  it('in one’s ended cases, though many share a moment', async () => {
    const wanted: string[] = [];
    for (let i = 0; i < 120; i++) {
      const openedAtMs = NOW - Math.floor(i / 30) * MINUTE;
      wanted.push(await addCase(world, { status: 'resolved', claimedBy: counselor.id, openedAtMs }));
    }
    await addCase(world, { status: 'resolved', claimedBy: 'somebody else' });
    const { ids, pages } = await readThrough('/console?view=ended');
    expect(pages).toBe(3);
    expect(ids).toHaveLength(120);
    expect(new Set(ids)).toEqual(new Set(wanted));
  });

  it('in the days to look again, the first day first', async () => {
    const wanted: string[] = [];
    for (let i = 0; i < 75; i++) {
      wanted.push(await addCase(world, { followUpOn: `2026-11-${String(20 + (i % 4)).padStart(2, '0')}` }));
    }
    await addCase(world);
    const { ids, pages } = await readThrough('/console?view=follow-up');
    expect(pages).toBe(2);
    expect(ids).toHaveLength(75);
    expect(new Set(ids)).toEqual(new Set(wanted));
    expect(ids.slice(0, 19).every((id) => wanted.indexOf(id) % 4 === 0)).toBe(true);
  });

  it('behind a figure of the record', async () => {
    const wanted: string[] = [];
    for (let i = 0; i < 60; i++) {
      const id = await addCase(world, { openedAtMs: NOW - (i % 3) * MINUTE });
      await addRecord(world, id, 'user', 'family', NOW - (i % 3) * MINUTE);
      wanted.push(id);
    }
    const { ids, pages } = await readThrough(`/console/cases?${PERIOD}&question=user&answer=family`);
    expect(pages).toBe(2);
    expect(ids).toHaveLength(60);
    expect(new Set(ids)).toEqual(new Set(wanted));
  });
});

describe('the cases behind a figure', () => {
  it('are those opened on the days of the period, as days run in Tokyo', async () => {
    const first = await addCase(world, { openedAtMs: Date.UTC(2026, 9, 31, 15) });
    const last = await addCase(world, { openedAtMs: Date.UTC(2026, 10, 30, 14, 59, 59, 999) });
    await addCase(world, { openedAtMs: Date.UTC(2026, 9, 31, 14, 59, 59, 999) });
    await addCase(world, { openedAtMs: Date.UTC(2026, 10, 30, 15) });
    expect(linkedIds(await page(`/console/cases?${PERIOD}`))).toEqual([last, first]);
  });

  it('are chosen by reason and by whether the target was kept', async () => {
    const late = await addCase(world, { urgency: 0, firstAnsweredAtMs: NOW, answeredInTime: false });
    const intime = await addCase(world, { urgency: 0, firstAnsweredAtMs: NOW, answeredInTime: true });
    const open = await addCase(world, { urgency: 0 });
    await addCase(world, { urgency: 1 });
    const ids = async (more: string) => linkedIds(await page(`/console/cases?${PERIOD}&${more}`));
    expect((await ids('reason=crisis')).sort()).toEqual([late, intime, open].sort());
    expect(await ids('reason=crisis&within=no')).toEqual([late]);
    expect(await ids('reason=crisis&within=yes')).toEqual([intime]);
    expect(await ids('reason=crisis&within=open')).toEqual([open]);
  });

  it('are chosen by an answer of the record, by a question left open, and together with a reason', async () => {
    const family = await addCase(world, { urgency: 1 });
    await addRecord(world, family, 'user', 'family');
    const blank = await addCase(world);
    const ids = async (more: string) => linkedIds(await page(`/console/cases?${PERIOD}&${more}`));
    expect(await ids('question=user&answer=family')).toEqual([family]);
    expect(await ids('question=user&answer=family&reason=emergency&within=open')).toEqual([family]);
    expect(await ids('question=user&answer=family&reason=crisis')).toEqual([]);
    expect(await ids('question=user&answer=left_open')).toEqual([blank]);
    expect(await page(`/console/cases?${PERIOD}&question=user&answer=family`)).toContain('利用者：家族');
  });

  it('are chosen by an answer of the survey that was given in the period', async () => {
    const id = await addCase(world, { openedAtMs: Date.UTC(2026, 9, 1) });
    await addCase(world);
    await world.db.insert(surveyAnswers).values({ caseId: id, question: 'satisfaction', step: 4, atMs: NOW });
    const html = await page(`/console/cases?${PERIOD}&survey_question=satisfaction&survey_step=4`);
    expect(linkedIds(html)).toEqual([id]);
    expect(await page(`/console/cases?${PERIOD}&survey_question=satisfaction&survey_step=1`)).toContain(
      'この条件に合う相談はありません。',
    );
  });

  it.each([
    'from=2026-11-31&to=2026-12-01',
    'from=2026-11-02&to=2026-11-01',
    `${PERIOD}&question=user&answer=nonsense`,
    `${PERIOD}&question=user`,
    `${PERIOD}&reason=nonsense`,
    `${PERIOD}&survey_question=satisfaction`,
  ])('are not guessed for %s', async (query) => {
    const response = await counselor.get(`/console/cases?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('読みとれませんでした');
  });

  it('are no list for editors', async () => {
    const editor = await world.signIn('editor');
    expect((await editor.get(`/console/cases?${PERIOD}`)).status).toBe(403);
  });
});
