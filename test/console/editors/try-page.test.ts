import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../../src/store/schema.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
let open: TestConsole;
let editor: SignedInVisitor;

beforeAll(async () => {
  open = await openConsole({ now: () => NOW });
  editor = await open.signIn('editor');
});
afterAll(() => open.close());

const tryIt = async (question: string) => {
  const answer = await editor.post('/console/editors', { question });
  return { status: answer.status, html: await answer.text() };
};

describe('the editors’ page', () => {
  it('shows what a patient would get, how the question was read, the points by field and why the second lost', async () => {
    const { status, html } = await tryIt('抗がん剤で髪は抜けますか');
    expect(status).toBe(200);
    expect(html).toContain('line-bubble');
    expect(html).toContain('記事でのお答え');
    expect(html).toMatch(
      /1位「[^」]+」は\d\.\d{3}点、2位「[^」]+」は\d\.\d{3}点です。1位との差\d\.\d{3}点の内訳は、/,
    );
    for (const heading of ['題名', '質問の例', '話題の説明', '本文', '近い聞き方', '合計'])
      expect(html).toContain(`>${heading}</th>`);
    expect(html).toContain('抜ける');
    expect(html).toContain('名詞');
    expect(html).toContain('確信度は0.');
    expect(html).not.toMatch(/confidence|coverage|undefined|NaN/);
  });

  it('draws the warning of a red flag with its button, and says that a rule decided before the search', async () => {
    const { html } = await tryIt('抗がん剤の後で38度の熱があって息が苦しい');
    expect(html).toContain('緊急の案内');
    expect(html).toContain('119');
    expect(html).toContain('記事の検索より先に');
  });

  it('asks for a question where none was written, and keeps one that is too long', async () => {
    expect((await tryIt(' 　\n')).html).toContain('質問を書いてください');
    const long = 'あ'.repeat(5001);
    const { html } = await tryIt(long);
    expect(html).toContain('5,000字まで');
    expect(html).toContain(long);
  });

  it('never fails, whatever is typed, and never lets a text become markup', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(40), async (text) => {
        const { status, html } = await tryIt(`${text}<script>1</script>`);
        expect(status).toBe(200);
        expect(html).not.toContain('<script>1');
      }),
      { numRuns: 60 },
    );
  });

  it('answers to as long a message as LINE takes', async () => {
    const { status, html } = await tryIt(
      '抗がん剤の副作用で髪が抜けて味がしなくて眠れません、'.repeat(190).slice(0, 5000),
    );
    expect(status).toBe(200);
    expect(html).toContain('ほかに');
  });

  it('writes down that a question was tried and where it led, but never its words', async () => {
    await tryIt('ひみつの病気について');
    const rows = await open.db.select().from(audit);
    const tried = rows.filter((row) => row.action === 'question_tried');
    expect(tried.at(-1)).toMatchObject({ staffId: editor.id, detail: { route: expect.any(String) } });
    expect(JSON.stringify(rows)).not.toContain('ひみつ');
  });

  it('is for editors and admins alone', async () => {
    const counselor = await open.signIn('counselor');
    expect((await counselor.get('/console/editors')).status).toBe(403);
    expect((await (await open.signIn('admin')).get('/console/editors')).status).toBe(200);
  });
});
