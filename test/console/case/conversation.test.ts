import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, cases, messages, patients } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { NOW, openScene, readable } from './case-scene.ts';

let the: TestConsole;
let counselor: SignedInVisitor;
beforeAll(async () => {
  the = await openConsole({ now: () => NOW });
  counselor = await the.signIn('counselor');
});
afterAll(() => the.close());

describe('the conversation of a case', () => {
  it('shows every kind of message in words', async () => {
    const scene = await openScene(the, 'kinds');
    await scene.said({ type: 'follow' }, { lineMessageId: null });
    await scene.said({ id: '1', type: 'text', text: '手がしびれます <b>とても</b>' });
    await scene.said({ id: '2', type: 'sticker', keywords: ['泣く', '悲しい', 'つらい', '涙'] });
    await scene.said({ id: '3', type: 'sticker', stickerId: '5' });
    const image = await scene.said({ id: '4', type: 'image', contentProvider: { type: 'line' } });
    await scene.said({ id: '5', type: 'image', contentProvider: { type: 'external' } });
    await scene.said({ id: '6', type: 'video', duration: 65_000, contentProvider: { type: 'line' } });
    await scene.said({ id: '7', type: 'audio', duration: 3_000, contentProvider: { type: 'line' } });
    await scene.said({ id: '8', type: 'file', fileName: '検査結果.pdf', fileSize: 20_480 });
    await scene.said({
      id: '9',
      type: 'location',
      title: '自宅',
      address: '東京都新宿区1-1',
      latitude: 35,
      longitude: 139,
    });
    await scene.said({ data: 'offer=counselor' }, { lineMessageId: null });
    await scene.said({ data: 'consent=1' }, { lineMessageId: null });
    await scene.said({ data: 'rate=symptoms%2Fhair-loss-when&helpful=0' }, { lineMessageId: null });
    await scene.said({ id: '10', type: 'text', text: '消した文' }, { sealedContent: null });
    await scene.said({ id: '11', type: 'hologram' });
    const page = await counselor.get(`/console/cases/${scene.caseId}`);
    const html = await page.text();
    const text = readable(html);
    for (const words of [
      '友だちに追加しました',
      '手がしびれます <b>とても</b>',
      'スタンプ：泣く・悲しい・つらい',
      '写真（ほかのアプリから送られたもので、ここでは表示できません）',
      '動画（1分5秒）',
      '音声（0分3秒）',
      'ファイル：検査結果.pdf（約20キロバイト）',
      '位置情報\n自宅\n東京都新宿区1-1',
      'ボタン「相談員と話す」を押しました',
      'ボタン「はい、お願いします」を押しました',
      'ボタン「立たなかった（髪はいつ抜け、いつ生えますか）」を押しました',
      '取り消されたメッセージ',
      'ここでは表示できない種類のメッセージです',
    ])
      expect(text).toContain(words);
    expect(html).toContain(`src="/console/cases/${scene.caseId}/media/${image}"`);
    expect(html).not.toContain('<b>とても</b>');
    expect(html).not.toMatch(/ style=| onclick=|<script>/);
  });

  it('says why the bot answered so: way, rule with its source, passages with a link, and how sure it was', async () => {
    const scene = await openScene(the, 'why');
    await scene.answered('すぐ病院に電話してください', { route: 'emergency', rule: 'fever-in-treatment' });
    await scene.answered('髪は…', {
      route: 'answer',
      passageIds: ['symptoms/hair-loss-when', 'gone/passage'],
      confidence: 0.716,
    });
    const html = await (await counselor.get(`/console/cases/${scene.caseId}`)).text();
    const text = readable(html);
    expect(text).toContain('急いで受診する症状があると読みとり');
    expect(text).toContain('fever-in-treatment');
    expect(text).toContain('髪はいつ抜け、いつ生えますか');
    expect(text).toContain('今はない記事（gone/passage）');
    expect(text).toContain('約72%（ふつう）');
    const passage = await counselor.get(`/console/cases/${scene.caseId}/passages/symptoms/hair-loss-when`);
    expect(readable(await passage.text())).toContain('髪はいつ抜け、いつ生えますか');
  });

  it('shows fifty messages and the older ones on demand, each message once', async () => {
    const scene = await openScene(the, 'long');
    for (let n = 1; n <= 120; n++) await scene.said({ id: `${n}`, type: 'text', text: `メッセージ${n}番` });
    const numbers = (html: string) => [...html.matchAll(/メッセージ(\d+)番/g)].map(([, n]) => Number(n));
    const next = (html: string) =>
      html.match(/hx-get="([^"]*\/earlier[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const newest = await (await counselor.get(`/console/cases/${scene.caseId}`)).text();
    const older = await (await counselor.get(next(newest))).text();
    const oldest = await (await counselor.get(next(older))).text();
    expect([...numbers(oldest), ...numbers(older), ...numbers(newest)]).toEqual(
      Array.from({ length: 120 }, (_, i) => i + 1),
    );
    expect(next(oldest)).toBe('');
    const withoutScript = newest.match(/href="([^"]*before=[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(numbers(await (await counselor.get(withoutScript)).text())).toEqual(numbers(older));
  });

  it('brings what the patient writes while the page is open, and says so politely', async () => {
    const scene = await openScene(the, 'live');
    await scene.said({ id: '1', type: 'text', text: 'はじめの文' });
    const html = await (await counselor.get(`/console/cases/${scene.caseId}`)).text();
    const live = html.match(/hx-get="([^"]*\/live[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await scene.said({ id: '2', type: 'text', text: 'あとの文' });
    const fresh = readable(await (await counselor.get(live)).text());
    expect(fresh).toContain('はじめの文');
    expect(fresh).toContain('あとの文');
    expect(fresh).toContain('患者さんの新しいメッセージ：10:21');
    expect(fresh).not.toContain('担当が変わりました');
    await the.db
      .update(cases)
      .set({ status: 'claimed', claimedBy: 'x', version: 2 })
      .where(eq(cases.id, scene.caseId));
    expect(readable(await (await counselor.get(live)).text())).toContain('担当が変わりました');
  });

  it('counts as seen by whoever has the case, and is written in the audit once a page, not once a poll', async () => {
    const scene = await openScene(the, 'seen', {
      status: 'claimed',
      claimedBy: counselor.id,
      patientWroteAtMs: NOW - 1_000,
    });
    const other = await the.signIn('counselor', '別の人');
    const seenAt = async () =>
      (await the.db.select().from(cases).where(eq(cases.id, scene.caseId)))[0]?.seenAtMs ?? null;
    await other.get(`/console/cases/${scene.caseId}`);
    expect(await seenAt()).toBeNull();
    const html = await (await counselor.get(`/console/cases/${scene.caseId}`)).text();
    expect(await seenAt()).toBe(NOW);
    await counselor.get(html.match(/hx-get="([^"]*\/live[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '');
    const rows = await the.db.select().from(audit).where(eq(audit.caseId, scene.caseId));
    expect(rows.map((row) => [row.action, row.staffId])).toEqual([
      ['case_seen', other.id],
      ['case_seen', counselor.id],
    ]);
  });

  it('warns where the patient has blocked the account, and asks for two in a crisis', async () => {
    const scene = await openScene(the, 'blocked', { reason: 'crisis' });
    await the.db.update(patients).set({ blockedAtMs: NOW }).where(eq(patients.id, scene.patientId));
    const text = readable(await (await counselor.get(`/console/cases/${scene.caseId}`)).text());
    expect(text).toContain('この患者さんには、いま届きません');
    expect(text).toContain('できるだけ二人で対応してください');
    expect(text).toContain('5分過ぎています');
  });

  it('is not found for a case that is not there, and leaves no trace of it', async () => {
    expect((await counselor.get('/console/cases/nothing')).status).toBe(404);
    expect((await counselor.get('/console/cases/nothing/live')).status).toBe(404);
    expect(await the.db.select().from(audit).where(eq(audit.caseId, 'nothing'))).toEqual([]);
    expect(await the.db.select().from(messages).where(eq(messages.patientId, 'nothing'))).toEqual([]);
  });
});
