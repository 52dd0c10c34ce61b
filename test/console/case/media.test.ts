import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchedContent } from '../../../src/line/content.ts';
import { audit } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { NOW, openScene, readable, type Scene } from './case-scene.ts';

/** LINE's content API, as each test sets it; what was asked for stands in `asked`. */
let line: FetchedContent = { kind: 'gone' };
const asked: string[] = [];
let the: TestConsole;
let counselor: SignedInVisitor;
let scene: Scene;
beforeAll(async () => {
  const fetch = async (id: string) => {
    asked.push(id);
    return line;
  };
  the = await openConsole({ now: () => NOW, parts: { content: { fetch } } });
  counselor = await the.signIn('counselor');
  scene = await openScene(the, 'media');
});
afterAll(() => the.close());

const picture = { id: '1', type: 'image', contentProvider: { type: 'line' } };

function content(type: string, bytes: string): FetchedContent {
  return { kind: 'content', type, body: new Blob([bytes]).stream() };
}

function get(message: string, caseId = scene.caseId) {
  return counselor.get(`/console/cases/${caseId}/media/${message}`);
}

describe('what a patient sent besides text', () => {
  it.each(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'IMAGE/PNG; charset=binary'])(
    'shows a picture of type %s in the page, sandboxed and kept nowhere',
    async (type) => {
      line = content(type, 'picture');
      const response = await get(await scene.said(picture, { lineMessageId: 'L-1' }));
      expect(asked.at(-1)).toBe('L-1');
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type.split(';')[0]?.toLowerCase());
      expect(response.headers.get('content-disposition')).toBe('inline');
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toBe('picture');
    },
  );

  it.each([
    ['text/html', 'line-2026-11-24'],
    ['image/svg+xml', 'line-2026-11-24'],
    ['application/pdf', 'line-2026-11-24.pdf'],
    ['video/mp4', 'line-2026-11-24.mp4'],
  ])('gives %s for saving, under a name of ours', async (type, name) => {
    line = content(type, '<script>');
    const message = await scene.said({ id: '2', type: 'file', fileName: 'evil.html', fileSize: 8 });
    const response = await get(message);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  });

  it.each([
    ['gone', 404, 'LINEに、もう残っていません'],
    ['preparing', 503, 'LINEが準備しています'],
    ['failed', 502, 'LINEから受け取れませんでした'],
  ] as const)('says in words that it is %s', async (kind, status, words) => {
    line = kind === 'failed' ? { kind, status: 500 } : { kind };
    const response = await get(await scene.said(picture));
    expect(response.status).toBe(status);
    expect(readable(await response.text())).toContain(words);
  });

  it('refuses another patient’s message, one that was taken back, texts and the bot’s words, without asking LINE', async () => {
    const other = await openScene(the, 'media-other');
    const refused = [
      await other.said(picture),
      await scene.said(picture, { sealedContent: null }),
      await scene.said({ id: '3', type: 'text', text: 'こんにちは' }),
      await scene.answered('答え'),
      'nothing',
    ];
    asked.length = 0;
    for (const message of refused) expect((await get(message)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('is written in the audit when it was shown, by its message alone', async () => {
    const quiet = await openScene(the, 'media-audit');
    const message = await quiet.said(picture);
    line = { kind: 'gone' };
    await get(message, quiet.caseId);
    line = content('image/png', 'picture');
    await get(message, quiet.caseId);
    const rows = await the.db.select().from(audit).where(eq(audit.caseId, quiet.caseId));
    expect(rows.map(({ action, staffId, detail }) => ({ action, staffId, detail }))).toEqual([
      { action: 'media_seen', staffId: counselor.id, detail: { message } },
    ]);
  });
});
