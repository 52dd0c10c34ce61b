import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mentionedIn } from '../../../src/console/case/notes/mentioned.ts';
import { audit, caseRecords, cases, mentions, notes } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { hiddenField, NOW, openScene, readable } from './case-scene.ts';

let the: TestConsole;
let counselor: SignedInVisitor;
let other: SignedInVisitor;
beforeAll(async () => {
  the = await openConsole({ now: () => NOW });
  counselor = await the.signIn('counselor');
  other = await the.signIn('counselor', '山田 太郎');
});
afterAll(() => the.close());

const FRAGMENT = { 'hx-request': 'true' };

describe('notes among counselors', () => {
  it('are sealed, name whom they ask, and are seen by them when they open the case', async () => {
    const scene = await openScene(the, 'notes');
    const path = `/console/cases/${scene.caseId}`;
    const fragment = await counselor.post(
      `${path}/notes`,
      { note: '＠山田太郎 薬の件を見てください' },
      FRAGMENT,
    );
    expect(readable(await fragment.text())).toContain('＠山田太郎 薬の件を見てください');
    const [note] = await the.db.select().from(notes).where(eq(notes.caseId, scene.caseId));
    expect(note?.sealedText).not.toContain('薬');
    const mentioned = () => the.db.select().from(mentions).where(eq(mentions.caseId, scene.caseId));
    expect(await mentioned()).toMatchObject([{ staffId: other.id, noteId: note?.id, seenAtMs: null }]);
    await counselor.get(path);
    expect(await mentioned()).toMatchObject([{ seenAtMs: null }]);
    expect(readable(await (await other.get(path)).text())).toContain('薬の件を見てください');
    expect(await mentioned()).toMatchObject([{ seenAtMs: NOW }]);
  });

  it('ask those chosen from the list too, each once, never oneself', async () => {
    const scene = await openScene(the, 'chosen');
    const fields = {
      note: '@山田 太郎 @相談花子 よろしくお願いします',
      mention: [other.id, counselor.id, 'nobody'],
    };
    expect((await counselor.post(`/console/cases/${scene.caseId}/notes`, fields)).status).toBe(303);
    const rows = await the.db.select().from(mentions).where(eq(mentions.caseId, scene.caseId));
    expect(rows.map((row) => row.staffId)).toEqual([other.id]);
  });

  it('tell a name from a longer one that begins with it', () => {
    const colleagues = [
      { id: 'a', name: '山田' },
      { id: 'b', name: '山田花子' },
    ];
    expect(mentionedIn('@山田花子さん', [], colleagues)).toEqual(['b']);
    expect(mentionedIn('@山田さん、@山田花子さん', [], colleagues)).toEqual(['a', 'b']);
    expect(mentionedIn('山田さん', [], colleagues)).toEqual([]);
  });

  it('cannot be empty, nor stand on a case that is not there', async () => {
    const scene = await openScene(the, 'empty-note');
    const empty = await counselor.post(`/console/cases/${scene.caseId}/notes`, { note: ' ' }, FRAGMENT);
    expect(empty.status).toBe(422);
    expect(readable(await empty.text())).toContain('メモを書いてから残してください。');
    expect((await counselor.post('/console/cases/nothing/notes', { note: 'あ' })).status).toBe(404);
  });
});

describe('the day on which somebody looks again', () => {
  it('is set, taken away, and refused when it is no day', async () => {
    const scene = await openScene(the, 'follow');
    const set = (followUp: string) =>
      counselor.post(`/console/cases/${scene.caseId}/follow-up`, { followUp }, FRAGMENT);
    const day = async () =>
      (await the.db.select().from(cases).where(eq(cases.id, scene.caseId)))[0]?.followUpOn;
    expect(readable(await (await set('2026-12-01')).text())).toContain('日を決めました。');
    expect(await day()).toBe('2026-12-01');
    expect((await set('2026-13-01')).status).toBe(422);
    expect(await day()).toBe('2026-12-01');
    await set('');
    expect(await day()).toBeNull();
  });
});

describe('the record of a case', () => {
  it('is replaced as a whole, knows only its own answers, and can be changed after the end', async () => {
    const scene = await openScene(the, 'record', { status: 'resolved', resolvedAtMs: NOW });
    const path = `/console/cases/${scene.caseId}`;
    const rows = async () =>
      (await the.db.select().from(caseRecords).where(eq(caseRecords.caseId, scene.caseId)))
        .map((row) => `${row.question}=${row.answer}`)
        .sort();
    await counselor.post(`${path}/record`, {
      user: 'family',
      gender: 'dragon',
      contents: ['symptoms', 'screening', 'made_up'],
      referral: ['centre'],
    });
    expect(await rows()).toEqual([
      'contents=screening',
      'contents=symptoms',
      'referral=centre',
      'user=family',
    ]);
    const shown = readable(await (await counselor.get(path)).text());
    expect(shown).toContain('副作用等の身体症状、がん検診');
    await counselor.post(`${path}/record`, { user: '', stage: ['early', 'other'] }, FRAGMENT);
    expect(await rows()).toEqual(['stage=early']);
    await counselor.post(`${path}/record`, {}, FRAGMENT);
    expect(await rows()).toEqual([]);
    const audited = await the.db
      .select()
      .from(audit)
      .where(and(eq(audit.caseId, scene.caseId), eq(audit.action, 'record_changed')));
    expect(audited.map((row) => row.detail?.questions).sort()).toEqual([
      '',
      'stage',
      'user contents referral',
    ]);
  });

  it('is offered at the end of a case, which needs none', async () => {
    for (const [name, save, kept] of [
      ['end-with', 'yes', 1],
      ['end-without', 'no', 0],
    ] as const) {
      const scene = await openScene(the, name);
      const path = `/console/cases/${scene.caseId}`;
      const html = await (await counselor.get(`${path}/resolve`)).text();
      expect(readable(html)).toContain('相談内容の分類');
      const fields = { version: hiddenField(html, 'resolve', 'version'), user: 'patient', save };
      expect((await counselor.post(`${path}/resolve`, fields)).status).toBe(303);
      const [row] = await the.db.select().from(cases).where(eq(cases.id, scene.caseId));
      expect(row?.status).toBe('resolved');
      const records = await the.db.select().from(caseRecords).where(eq(caseRecords.caseId, scene.caseId));
      expect(records).toHaveLength(kept);
      expect((await counselor.get(`${path}/resolve`)).status).toBe(303);
    }
  });

  it('keeps what was chosen when somebody else acted meanwhile', async () => {
    const scene = await openScene(the, 'end-late');
    const path = `/console/cases/${scene.caseId}`;
    const version = hiddenField(await (await counselor.get(`${path}/resolve`)).text(), 'resolve', 'version');
    await other.post(`${path}/claim`, { version });
    const late = await counselor.post(`${path}/resolve`, { version, user: 'family', save: 'yes' });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(readable(html)).toContain('いまの担当は、山田 太郎さんです。');
    expect(html).toMatch(/name="user" value="family" checked/);
    expect(await the.db.select().from(caseRecords).where(eq(caseRecords.caseId, scene.caseId))).toEqual([]);
  });
});

describe('what happened before', () => {
  it('lists the case’s history in words, and the patient’s other cases with links', async () => {
    const scene = await openScene(the, 'before');
    const path = `/console/cases/${scene.caseId}`;
    const earlier = `${scene.caseId}-earlier`;
    await the.db.insert(cases).values({
      id: earlier,
      patientId: scene.patientId,
      urgency: 0,
      status: 'resolved',
      openedAtMs: NOW - 86_400_000,
      calledAtMs: NOW,
    });
    await counselor.post(`${path}/follow-up`, { followUp: '2026-12-24' });
    const html = await (await counselor.get(path)).text();
    expect(readable(html)).toContain('次に見る日を決めました（2026-12-24）');
    expect(html).toContain(`href="/console/cases/${earlier}"`);
    expect(readable(html)).toContain('死にたい気持ち（終了）');
  });
});
