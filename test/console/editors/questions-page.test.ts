import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { findNotHelpful, findUnanswered } from '../../../src/store/questions.ts';
import { audit } from '../../../src/store/schema.ts';
import { openConsole, type TestConsole } from '../console-app.ts';
import { keepQuestion, keepRating } from './stored-questions.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let open: TestConsole;

afterEach(() => open.close());

/** 0 as aaa, 1 as aab: no detail of a person, and the same after normalising. */
const lettersOf = (n: number) =>
  [676, 26, 1].map((place) => String.fromCharCode(97 + (Math.floor(n / place) % 26))).join('');

async function openWithEditor() {
  open = await openConsole({ now: () => NOW });
  const editor = await open.signIn('editor');
  const see = async (query = '') => {
    const answer = await editor.get(`/console/editors/questions${query}`);
    expect(answer.status).toBe(200);
    return answer.text();
  };
  return { editor, see };
}

describe('questions without an answer', () => {
  it('are grouped by what they are about, with their number, the nearest passage and a way to start one', async () => {
    const { see } = await openWithEditor();
    await keepQuestion(open, '光免疫療法は受けられますか', { atMs: NOW - HOUR });
    await keepQuestion(open, '光免疫療法の費用を知りたい', { atMs: NOW - 2 * HOUR, patientId: 'p_other' });
    await keepQuestion(open, '犬の散歩はしてもよいですか', { atMs: NOW - 3 * HOUR });
    const html = await see();
    expect(html).toContain('2件');
    expect(html).toContain('いちばん近い記事');
    expect(html).toContain('この話題で記事を書きはじめる');
    expect(html.indexOf('光免疫療法')).toBeLessThan(html.indexOf('犬の散歩'));
    expect(html).toContain('2のまとまり');
  });

  it('show no patient, no case and no detail of a person, also in what is sent on', async () => {
    const { see } = await openWithEditor();
    await keepQuestion(open, '田中です。聖路加国際病院の番号は03-1234-5678ですか', {
      atMs: NOW - HOUR,
      patientId: 'p_secret',
    });
    const html = await see();
    expect(html).toContain('〔名前〕');
    for (const detail of ['田中', '聖路加', '1234', 'p_secret', 'event-', '/cases/'])
      expect(html).not.toContain(detail);
  });

  it('are those of the period alone, by days in Tokyo', async () => {
    const { see } = await openWithEditor();
    const midnight = Date.UTC(2026, 10, 9, 15);
    await keepQuestion(open, '前の日の最後の質問', { atMs: midnight - 1 });
    await keepQuestion(open, 'その日の最初の質問', { atMs: midnight });
    await keepQuestion(open, '次の日の質問', { atMs: midnight + DAY });
    const html = await see('?from=2026-11-10&to=2026-11-10');
    expect(html).toContain('その日の最初の質問');
    expect(html).not.toContain('前の日の最後');
    expect(html).not.toContain('次の日の質問');
    expect(await see('?from=2026-11-12&to=2026-11-10')).toContain('始まりの日より前');
    expect(await see('?from=2026-02-31')).toContain('2026-11-24 のように');
  });

  it('leave out answered ones and what counselors wrote, and count those without a text', async () => {
    const { see } = await openWithEditor();
    await keepQuestion(open, '答えのあった質問', { atMs: NOW - HOUR, route: 'answer' });
    await keepQuestion(open, '', { atMs: NOW - HOUR, content: { type: 'image', id: '1' } });
    await keepQuestion(open, '', { atMs: NOW - HOUR, content: null });
    await keepQuestion(open, '答えのない質問', { atMs: NOW - HOUR });
    const html = await see();
    expect(html).toContain('答えのない質問');
    expect(html).not.toContain('答えのあった質問');
    expect(html).toContain('このうち2件は');
  });

  it('are read 200 at a time; the next page goes on where the first ended, also within one millisecond', async () => {
    const { see } = await openWithEditor();
    for (let i = 0; i < 205; i++) await keepQuestion(open, `質問その${lettersOf(i)}`, { atMs: NOW - DAY });
    const first = await see();
    expect(first).toContain('新しいものから200件');
    const older = /href="(\/console\/editors\/questions\?[^"]*after=[^"]*)"/.exec(first)?.[1] ?? '';
    const second = await see(older.replaceAll('&amp;', '&').slice('/console/editors/questions'.length));
    expect(second).toContain('新しいものから5件');
    const texts = (html: string) => [...html.matchAll(/質問その[a-z]{3}/g)].map(([text]) => text);
    const both = [...new Set(texts(first)), ...new Set(texts(second))];
    expect(new Set(both).size).toBe(205);
    expect(both).toHaveLength(205);
  });

  it('say so when there are none, and write down who looked', async () => {
    const { editor, see } = await openWithEditor();
    expect(await see('?from=2026-11-01&to=2026-11-02')).toContain('この期間には、ありません');
    const [row] = (await open.db.select().from(audit)).filter((r) => r.action === 'questions_seen');
    expect(row).toMatchObject({
      staffId: editor.id,
      detail: { kind: 'unanswered', firstDay: '2026-11-01', lastDay: '2026-11-02' },
    });
  });
});

describe('questions whose passage did not help', () => {
  it('stand with the question that led to the passage, not with the tap or another patient’s question', async () => {
    const { see } = await openWithEditor();
    const knowledge = await open.parts.knowledge();
    const passage = knowledge.handbook.passages.find((p) => p.topic === 'hair-loss');
    const passageId = passage?.id ?? '';
    await keepQuestion(open, '髪の毛がどっさり抜けました', {
      atMs: NOW - 5 * HOUR,
      route: 'answer',
      passageIds: [passageId],
    });
    await keepQuestion(open, 'ほかの話をします', {
      atMs: NOW - 4 * HOUR,
      route: 'answer',
      passageIds: ['mind/other'],
    });
    await keepQuestion(open, '別の人の脱毛の話', {
      atMs: NOW - 4 * HOUR,
      patientId: 'p_other',
      route: 'answer',
      passageIds: [passageId],
    });
    await keepRating(open, { passageId, helpful: false, atMs: NOW - 3 * HOUR });
    await keepRating(open, { passageId, helpful: true, atMs: NOW - 2 * HOUR, patientId: 'p_other' });
    const html = await see('?kind=not_helpful');
    expect(html).toContain('髪の毛がどっさり抜けました');
    expect(html).toContain(`役に立たなかった記事：<a href="/console/editors/passages/${passageId}">`);
    expect(html).not.toContain('別の人の脱毛');
    expect(html).not.toContain('ほかの話');
    expect(html).toContain('新しいものから1件');
  });
});

describe('the queries', () => {
  /** The plan of a query as it is sent; its parameters are numbers alone. */
  const planOf = async (query: { toSQL: () => { sql: string; params: unknown[] } }) => {
    const { sql: statement, params } = query.toSQL();
    let i = 0;
    const filled = statement.replace(/\?/g, () => String(params[i++]));
    const { rows } = await open.db.run(sql.raw(`EXPLAIN QUERY PLAN ${filled}`));
    return rows.map((row) => String(row.detail));
  };
  const range = { fromMs: 1, untilMs: 9, limit: 3 };

  it.each([null, { atMs: 5, row: 2 }])(
    'are answered by the partial indexes, without a sort (%o)',
    async (cursor) => {
      await openWithEditor();
      const unanswered = await planOf(findUnanswered(open.db, { ...range, cursor }));
      expect(unanswered).toEqual([
        expect.stringMatching(/^SEARCH messages USING INDEX messages_unanswered \(at_ms>/),
      ]);
      const [outer, ...inner] = await planOf(findNotHelpful(open.db, { ...range, cursor }));
      expect(outer).toMatch(/^SEARCH ratings USING INDEX ratings_negative \(at_ms>/);
      expect(inner).toContain('SEARCH said USING INDEX messages_of_patient (patient_id=? AND at_ms<?)');
      expect(inner.join('\n')).not.toContain('TEMP B-TREE');
    },
  );
});
