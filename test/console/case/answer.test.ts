import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cases, messages } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { hiddenField, NOW, openScene, readable, type Scene } from './case-scene.ts';

/** The desk is the real one; nothing leaves the hold unless a test lets it. */
let the: TestConsole;
let counselor: SignedInVisitor;
let other: SignedInVisitor;
let scene: Scene;
let path: string;
beforeEach(async () => {
  the = await openConsole({ now: () => NOW, wait: () => new Promise(() => undefined) });
  counselor = await the.signIn('counselor');
  other = await the.signIn('counselor', '別の人');
  scene = await openScene(the, 'answer');
  path = `/console/cases/${scene.caseId}`;
});
afterEach(() => the.close());

const FRAGMENT = { 'hx-request': 'true' };

async function page(who = counselor): Promise<string> {
  return (await who.get(path)).text();
}
async function claim(who = counselor): Promise<Response> {
  return who.post(`${path}/claim`, { version: hiddenField(await page(who), 'claim', 'version') });
}
async function form(who = counselor) {
  const html = await page(who);
  return {
    version: hiddenField(html, 'answers', 'version'),
    messageId: hiddenField(html, 'answers', 'messageId'),
  };
}
async function written() {
  const rows = await the.db.select().from(messages).where(eq(messages.staffId, counselor.id));
  return Promise.all(
    rows.map(async (row) =>
      row.sealedContent === null ? null : JSON.parse(await the.seal.open(row.sealedContent)),
    ),
  );
}

describe('answering', () => {
  it('is for whoever has the case: others read who has it', async () => {
    expect(await page()).not.toContain('id="answer-form"');
    expect((await claim()).status).toBe(303);
    expect(await page()).toContain('id="answer-form"');
    const theirs = await page(other);
    expect(theirs).not.toContain('id="answer-form"');
    expect(readable(theirs)).toContain('いまの担当は、相談 花子さんです。');
  });

  it('lets one of two claim it; the other is told who was first', async () => {
    const version = hiddenField(await page(other), 'claim', 'version');
    await claim();
    const late = await other.post(`${path}/claim`, { version });
    expect(late.status).toBe(409);
    expect(readable(await late.text())).toContain(
      'いまの担当は、相談 花子さんです。今回の操作は行われていません。',
    );
  });

  it('sends a text once, however often the form is sent', async () => {
    await claim();
    const fields = { ...(await form()), text: '  こんにちは。相談員です。 ' };
    expect((await counselor.post(`${path}/answers`, fields)).status).toBe(303);
    expect((await counselor.post(`${path}/answers`, fields)).status).toBe(303);
    expect(await written()).toEqual([[{ type: 'text', text: 'こんにちは。相談員です。' }]]);
    expect(readable(await page())).toContain('送信まで\n5\n秒');
  });

  it('keeps what was typed when the case went to somebody else meanwhile', async () => {
    await claim();
    const fields = { ...(await form()), text: '長く考えて書いた文' };
    const version = hiddenField(await page(), 'transfer', 'version');
    await counselor.post(`${path}/transfer`, { version, to: other.id });
    for (const headers of [{}, FRAGMENT]) {
      const response = await counselor.post(`${path}/answers`, fields, headers);
      expect(response.status).toBe(409);
      const text = readable(await response.text());
      expect(text).toContain('いまの担当は、別の人さんです。');
      expect(text).toContain('送られなかった文（写して使えます）');
      expect(text).toContain('長く考えて書いた文');
    }
    expect(await written()).toEqual([]);
  });

  it('keeps what was typed, ready to be sent, when one’s own other window acted first', async () => {
    await claim();
    const stale = { ...(await form()), text: 'ふたつめの窓の文' };
    await counselor.post(`${path}/answers`, { ...(await form()), messageId: randomUUID(), text: 'ひとつめ' });
    const response = await counselor.post(`${path}/answers`, stale, FRAGMENT);
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('ふたつめの窓の文</textarea>');
    const fresh = { version: hiddenField(html, 'answers', 'version'), messageId: stale.messageId };
    expect((await counselor.post(`${path}/answers`, { ...stale, ...fresh })).status).toBe(303);
    expect(await written()).toHaveLength(2);
  });

  it.each([
    [' \n ', '返事を書いてから、送ってください。'],
    ['あ'.repeat(1001), '1,000字までにしてください（いま1,001字）'],
  ])('says what to mend, and keeps the text', async (text, words) => {
    await claim();
    const response = await counselor.post(`${path}/answers`, { ...(await form()), text }, FRAGMENT);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(readable(html)).toContain(words);
    expect(html).toContain(`${text}</textarea>`);
    expect(await written()).toEqual([]);
  });

  it('takes an answer back within its hold and puts it into the form again, above what was typed since', async () => {
    await claim();
    const fields = await form();
    await counselor.post(`${path}/answers`, { ...fields, text: '書き直したい文' });
    const undo = { message: fields.messageId, text: 'つづきの文' };
    expect(readable(await (await other.post(`${path}/undo`, undo, FRAGMENT)).text())).toContain(
      '取り消せませんでした',
    );
    const html = await (await counselor.post(`${path}/undo`, undo, FRAGMENT)).text();
    expect(html).toContain('書き直したい文\nつづきの文</textarea>');
    expect(readable(await page())).toContain('取り消した文');
    const again = await counselor.post(`${path}/undo`, undo, FRAGMENT);
    expect(readable(await again.text())).toContain('もう送ったあとで、取り消せませんでした。');
  });

  it('puts a canned reply into the form, its blanks filled, below what stands there; nothing is sent', async () => {
    await claim();
    const fields = { ...(await form()), text: 'はじめの文', canned: 'support-line' };
    const html = await (await counselor.post(`${path}/canned`, fields, FRAGMENT)).text();
    expect(html).toMatch(/はじめの文\n声で話すほうが楽なときは/);
    expect(html).toContain('患者必携サポートセンター 0570-02-3410');
    expect(html).toContain('いま、電話を受け付けています。');
    expect(html).not.toContain('{');
    expect(await written()).toEqual([]);
  });

  it('sends a passage with its words unchanged, found by what was typed', async () => {
    await claim();
    const found = await (await counselor.post(`${path}/passages`, { q: '髪 抜ける' }, FRAGMENT)).text();
    expect(found.match(/<li>/g)?.length).toBeLessThanOrEqual(5);
    const id = found.match(/value="(symptoms\/hair-loss[^"]*)"/)?.[1] ?? '';
    const preview = await (
      await counselor.post(`${path}/passages/preview`, { passage: id }, FRAGMENT)
    ).text();
    const fields = {
      passage: id,
      version: hiddenField(preview, 'answers', 'version'),
      messageId: hiddenField(preview, 'answers', 'messageId'),
    };
    const sent = await counselor.post(`${path}/answers`, fields, FRAGMENT);
    expect(readable(await sent.text())).toContain('を受け付けました');
    const { handbook } = await the.parts.knowledge();
    const passage = handbook.passages.find((one) => one.id === id);
    const [[message]] = (await written()) as [[{ type: string; altText: string }]];
    expect(message.type).toBe('flex');
    expect(passage?.body.length).toBeGreaterThan(0);
    for (const block of passage?.body ?? []) {
      for (const words of block.kind === 'paragraph' ? [block.text] : block.items) {
        expect(JSON.stringify(message)).toContain(words);
      }
    }
  });

  it('sends the centres near a place, and asks which where several bear the name', async () => {
    await claim();
    const which = await (await counselor.post(`${path}/centres`, { place: '府中市' }, FRAGMENT)).text();
    expect(readable(which)).toContain('同じ名前の場所があります');
    const near = await (await counselor.post(`${path}/centres`, { place: '新宿区' }, FRAGMENT)).text();
    const fields = {
      centres: '新宿区',
      version: hiddenField(near, 'answers', 'version'),
      messageId: hiddenField(near, 'answers', 'messageId'),
    };
    expect((await counselor.post(`${path}/answers`, fields, FRAGMENT)).status).toBe(200);
    const [[message]] = (await written()) as [[{ altText: string }]];
    expect(message.altText).toContain('東京都 新宿区');
  });

  it('lets nobody be given a case who may not have it', async () => {
    await claim();
    const editor = await the.signIn('editor');
    const version = hiddenField(await page(), 'transfer', 'version');
    for (const to of ['', 'nobody', editor.id, counselor.id]) {
      expect((await counselor.post(`${path}/transfer`, { version, to })).status).toBe(409);
    }
    const [row] = await the.db.select().from(cases).where(eq(cases.id, scene.caseId));
    expect(row?.claimedBy).toBe(counselor.id);
  });

  it('offers to take over only when the counselor has been silent for too long', async () => {
    await claim();
    expect(readable(await page(other))).not.toContain('担当を引き受ける');
    const longAgo = NOW - 31 * 60_000;
    await the.db
      .update(cases)
      .set({ claimedAtMs: longAgo, patientWroteAtMs: longAgo })
      .where(eq(cases.id, scene.caseId));
    const version = hiddenField(await page(other), 'take-over', 'version');
    expect((await other.post(`${path}/take-over`, { version })).status).toBe(303);
    expect(await page(other)).toContain('id="answer-form"');
  });
});
