import { eq } from 'drizzle-orm';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvText } from '../../../src/console/kit/csv.ts';
import { csvRows } from '../../../src/console/reports/csv.ts';
import { boundsMs } from '../../../src/console/reports/period.ts';
import { figure, type ReportTable, text } from '../../../src/console/reports/table.ts';
import { CASE_REASONS } from '../../../src/conversation/decision.ts';
import { dayFromIso } from '../../../src/guidance/hours/tokyo-time.ts';
import { RECORD_QUESTIONS } from '../../../src/store/record-questions.ts';
import {
  audit,
  caseRecords,
  cases,
  messages,
  surveyAnswers,
  surveyComments,
  tallies,
} from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const AUGUST = 'from=2026-08-02&to=2026-08-13';
const AUGUST_MS = Date.UTC(2026, 7, 5, 3);

let site: TestConsole;
let counselor: SignedInVisitor;
beforeEach(async () => {
  site = await openConsole({ now: () => NOW });
  counselor = await site.signIn('counselor');
});
afterEach(() => site.close());

type NewCase = Partial<typeof cases.$inferInsert> & { answers?: Readonly<Record<string, readonly string[]>> };
let sequence = 0;

async function addCases(news: readonly NewCase[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { answers = {}, ...more } of news) {
    const id = `case-${++sequence}`;
    const openedAtMs = more.openedAtMs ?? AUGUST_MS;
    ids.push(id);
    const row = {
      id,
      patientId: `p-${id}`,
      urgency: 2,
      status: 'resolved' as const,
      openedAtMs,
      calledAtMs: openedAtMs,
    };
    await site.db.insert(cases).values({ ...row, ...more });
    const records = Object.entries(answers).flatMap(([question, given]) =>
      given.map((answer) => ({ caseId: id, question, answer, openedAtMs })),
    );
    if (records.length > 0) await site.db.insert(caseRecords).values(records);
  }
  return ids;
}

const page = async (query: string, who = counselor) => {
  const response = await who.get(`/console/reports?${query}`);
  return { status: response.status, html: await response.text() };
};

async function csv(table: string, query: string, who = counselor): Promise<string[][]> {
  const response = await who.get(`/console/reports/${table}.csv?${query}`);
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const parsed = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

/** As many answers as were counted, one case each: { a: 2, b: 1 } is [a, a, b]. */
const spread = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([answer, n]) => Array.from({ length: n }, () => answer));

describe('the 64 visits of August 2010', () => {
  const VISITS = {
    user: spread({ patient: 53, family: 11 }),
    gender: spread({ male: 37, female: 27 }),
    residence: spread({ tokyo_area: 45, elsewhere_in_japan: 18, abroad: 1 }),
    stage: spread({ early: 9, advanced_or_recurrent: 50, other: 5 }),
    subject: spread({ treatment: 59, diagnosis: 5 }),
  };
  const visits = Array.from({ length: 64 }, (_, i) => ({
    answers: Object.fromEntries(
      Object.entries(VISITS).map(([question, given]) => [question, [given[i] ?? '']]),
    ),
  }));

  it('give the numbers and percents of its reference 2', async () => {
    await addCases(visits);
    const rows = await csv('background', AUGUST);
    const given = rows
      .filter(([, answer, n, percent]) => n !== '0' && percent !== '' && answer !== 'n')
      .slice(1)
      .map(([question, answer, n, percent]) => `${question} ${answer} ${n} (${percent})`);
    expect(given).toEqual([
      '利用者 本人 53 (83)',
      '利用者 家族 11 (17)',
      '性別 男性 37 (58)',
      '性別 女性 27 (42)',
      '住所 東京近郊 45 (70)',
      '住所 その他国内 18 (28)',
      '住所 海外 1 (2)',
      '進行度 早期 9 (14)',
      '進行度 進行・再発期 50 (78)',
      '進行度 その他 5 (8)',
      '相談内容 治療に関すること 59 (92)',
      '相談内容 診断に関すること 5 (8)',
    ]);
    expect(rows).toContainEqual(['紹介先（複数可）', '未記入', '64', '']);
  });

  it('hide the one from abroad with the next smallest when small counts are masked', async () => {
    await addCases(visits);
    const rows = await csv('background', `${AUGUST}&mask=1`);
    const residence = rows.filter(([question]) => question === '住所').map((row) => row.slice(1));
    expect(residence).toEqual([
      ['記入のある相談', '64', ''],
      ['東京近郊', '45', '70'],
      ['その他国内', '伏せ', ''],
      ['海外', '5未満', ''],
      ['不明', '0', '0'],
      ['未記入', '0', ''],
    ]);
    const { html } = await page(`${AUGUST}&mask=1`);
    expect(html).toContain('海外 5未満');
    expect(html).not.toContain('海外 1');
    expect(html).not.toContain('question=residence&amp;answer=abroad');
  });

  it('lead from each figure to its cases, for those who may see cases', async () => {
    await addCases(visits);
    const link =
      '<a href="/console/cases?from=2026-08-02&amp;to=2026-08-13&amp;question=residence&amp;answer=tokyo_area">45</a> (70)';
    expect((await page(AUGUST)).html).toContain(link);
    const forEditor = (await page(AUGUST, await site.signIn('editor'))).html;
    expect(forEditor).toContain('45 (70)');
    expect(forEditor).not.toContain('/console/cases');
  });
});

it('counts a question of several answers by cases, so that its percents may pass 100 together', async () => {
  await addCases([
    { answers: { contents: ['symptoms', 'screening'] } },
    { answers: { contents: ['symptoms'] } },
    { answers: { contents: ['not_known'] } },
    {},
  ]);
  const rows = (await csv('background', AUGUST)).filter(
    ([question]) => question === '相談内容の分類（複数可）',
  );
  expect(rows).toContainEqual(['相談内容の分類（複数可）', '記入のある相談', '3', '']);
  expect(rows).toContainEqual(['相談内容の分類（複数可）', '副作用等の身体症状', '2', '67']);
  expect(rows).toContainEqual(['相談内容の分類（複数可）', 'がん検診', '1', '33']);
  expect(rows).toContainEqual(['相談内容の分類（複数可）', '不明', '1', '33']);
  expect(rows).toContainEqual(['相談内容の分類（複数可）', '未記入', '1', '']);
});

it('counts a day from midnight to midnight in Tokyo', async () => {
  const { fromMs, toMs } = boundsMs({ from: dayFromIso('2026-11-05'), to: dayFromIso('2026-11-05') });
  await addCases([fromMs - 1, fromMs, toMs - 60_000, toMs - 1, toMs].map((openedAtMs) => ({ openedAtMs })));
  await site.db.insert(tallies).values([
    { day: '2026-11-04', kind: 'desk', key: 'chat', n: 7 },
    { day: '2026-11-05', kind: 'desk', key: 'chat', n: 66 },
    { day: '2026-11-05', kind: 'desk', key: 'centre', n: 48 },
  ]);
  const [head = [], ...rows] = await csv('daily', 'from=2026-11-04&to=2026-11-06');
  expect(head).toHaveLength(8);
  expect(rows).toEqual([
    ['2026-11-04', '水', '7', '0', '0', '0', '7', '1'],
    ['2026-11-05', '木', '66', '0', '0', '48', '114', '3'],
    ['2026-11-06', '金', '0', '0', '0', '0', '0', '1'],
    ['計', '', '73', '0', '0', '48', '121', '5'],
  ]);
});

it('counts cases by reason and month, the months cut where the period is', async () => {
  const [crisis, , asked] = CASE_REASONS.keys();
  await addCases([
    { openedAtMs: Date.UTC(2026, 7, 31, 14, 59), urgency: crisis ?? 0 },
    { openedAtMs: Date.UTC(2026, 7, 31, 15, 0), urgency: asked ?? 2 },
    { openedAtMs: Date.UTC(2026, 8, 20), urgency: asked ?? 2 },
    { openedAtMs: Date.UTC(2026, 9, 20), urgency: asked ?? 2 },
  ]);
  const rows = await csv('reasons', 'from=2026-08-01&to=2026-10-15');
  expect(rows[0]).toEqual(['きっかけ', '2026-08', '2026-09', '2026-10', '計']);
  expect(rows[1]).toEqual(['死にたい気持ち', '1', '0', '0', '1']);
  expect(rows[3]).toEqual(['相談の希望', '0', '2', '0', '2']);
  expect(rows.at(-1)).toEqual(['計', '1', '2', '0', '3']);
});

it('tells how long people waited: half, nine in ten, within the target, still waiting', async () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 90, 200];
  await addCases([
    ...minutes.map((wait) => ({
      urgency: 1,
      firstAnsweredAtMs: AUGUST_MS + wait * 60_000 + 59_000,
      answeredInTime: wait <= 8,
    })),
    { urgency: 1 },
  ]);
  const rows = await csv('first-answer', AUGUST);
  expect(rows[2]).toEqual(['緊急の症状', '11', '5分', '1時間30分', '8', '80', '2', '1']);
  expect(rows[1]).toEqual(['死にたい気持ち', '0', 'なし', 'なし', '0', '', '0', '0']);
  const { html } = await page(AUGUST);
  for (const within of ['yes', 'no', 'open']) expect(html).toContain(`reason=emergency&amp;within=${within}`);
});

describe('the survey', () => {
  beforeEach(async () => {
    const ids = await addCases(Array.from({ length: 243 }, () => ({ surveySentAtMs: AUGUST_MS + 5 })));
    const steps = [...spread({ 4: 141, 3: 101, 2: 1 })].map(Number);
    await site.db
      .insert(surveyAnswers)
      .values(
        ids.map((caseId, i) => ({ caseId, question: 'purpose', step: steps[i] ?? 0, atMs: AUGUST_MS + 10 })),
      );
    await site.db.insert(surveyComments).values({
      caseId: ids[0] ?? '',
      sealedText: await site.seal.seal('<b>話せて</b>よかったです'),
      atMs: AUGUST_MS + 11,
    });
  });

  it('is in the form of reference 3', async () => {
    const [, purpose] = await csv('survey', AUGUST);
    expect(purpose).toEqual([
      '目的の達成度',
      '243',
      '十分',
      '141',
      '58',
      'ほぼ',
      '101',
      '42',
      '不十分',
      '1',
      '0.4',
      '全くなし',
      '0',
      '0',
    ]);
    expect((await page(AUGUST)).html).toContain('送ったアンケートは243件です');
  });

  it('shows comments to counselors, escaped, and to nobody else', async () => {
    const { html } = await page(AUGUST);
    expect(html).toContain('&lt;b&gt;話せて&lt;/b&gt;よかったです');
    expect((await page(AUGUST, await site.signIn('editor'))).html).not.toContain('よかったです');
    expect((await page(`${AUGUST}&mask=1`)).html).not.toContain('よかったです');
  });
});

it('ranks topics and groups what was not answered, without showing a question', async () => {
  const [topic] = (await site.parts.knowledge()).handbook.topics;
  await site.db.insert(tallies).values([
    { day: '2026-08-05', kind: 'topic', key: topic?.id ?? '', n: 30 },
    { day: '2026-08-05', kind: 'route', key: 'answer', n: 30 },
    { day: '2026-08-06', kind: 'route', key: 'unclear', n: 10 },
    { day: '2026-09-06', kind: 'route', key: 'unclear', n: 99 },
  ]);
  const asked = ['温泉に入れますか、山田より', '温泉はいつから入れますか', '宇宙旅行'];
  for (const [i, words] of asked.entries()) {
    await site.db.insert(messages).values({
      id: `m-${i}`,
      patientId: 'p',
      eventId: `e-${i}`,
      direction: 'in',
      route: 'unclear',
      sealedContent: await site.seal.seal(JSON.stringify({ type: 'text', text: words })),
      atMs: AUGUST_MS + i,
    });
  }
  expect((await csv('topics', AUGUST)).slice(1)).toEqual([
    [topic?.title, '30', '100'],
    ['計', '30', ''],
  ]);
  expect((await csv('routes', AUGUST)).slice(1, 3)).toEqual([
    ['患者必携の記事で回答', '30', '75'],
    ['答えが見つからない', '10', '25'],
  ]);
  const unanswered = await csv('unanswered', AUGUST);
  expect(unanswered[1]?.[0]).toContain('温泉');
  expect(unanswered[1]?.[2]).toBe('2');
  expect(unanswered.slice(2)).toEqual([
    ['ほかの質問', '', '1'],
    ['計', '', '3'],
  ]);
  expect((await page(AUGUST)).html).not.toContain('山田');
});

describe('the page', () => {
  it('of a period without anything says so and shows no table', async () => {
    const { status, html } = await page('from=2020-01-01&to=2020-01-31');
    expect(status).toBe(200);
    expect(html).toContain('まだ何も記録されていません');
    expect(html).not.toContain('<table');
  });

  it('keeps a wrong period in the form, with the reason beside its field, and counts nothing', async () => {
    const { status, html } = await page('from=2026-12-01&to=2026-11-01');
    expect(status).toBe(400);
    expect(html).toContain('value="2026-12-01"');
    expect(html).toMatch(/id="to-error"[^>]*>[^<]*あとの日/);
    expect(await site.db.$count(audit, eq(audit.action, 'report_seen'))).toBe(0);
  });

  it('has no style attribute and no script of its own, and each chart has a name', async () => {
    await addCases([{ answers: { user: ['patient'] } }]);
    const { html } = await page(AUGUST);
    expect(html).not.toMatch(/ style=| onclick=|<script>/);
    const charts = html.match(/<svg[^>]*>/g) ?? [];
    expect(charts.length).toBe(6);
    for (const chart of charts) expect(chart).toMatch(/role="img" aria-labelledby="\S+-title \S+-desc"/);
  });

  it('hides everything about cases when there are fewer than five in all', async () => {
    await addCases([{ answers: { user: ['patient'] } }, { urgency: 0 }]);
    const rows = await csv('reasons', `${AUGUST}&mask=1`);
    expect(rows.at(-1)).toEqual(['計', '伏せ', '5未満']);
    expect(
      rows
        .slice(1, -1)
        .flatMap((row) => row.slice(1))
        .every((cell) => cell === '伏せ'),
    ).toBe(true);
    const { html } = await page(`${AUGUST}&mask=1`);
    expect(html).not.toContain('href="/console/cases?');
  });

  it('is written down as seen, and each CSV as exported, by whom and of what period', async () => {
    await page(AUGUST);
    await csv('daily', `${AUGUST}&mask=1`);
    const entries = await site.db.select().from(audit).where(eq(audit.staffId, counselor.id));
    expect(entries.map(({ action, detail }) => ({ action, detail }))).toEqual([
      { action: 'report_seen', detail: { firstDay: '2026-08-02', lastDay: '2026-08-13', masked: false } },
      {
        action: 'report_exported',
        detail: { firstDay: '2026-08-02', lastDay: '2026-08-13', masked: true, table: 'daily' },
      },
    ]);
  });

  it.each(['nothing.csv', 'daily', 'daily.csv?from=x'])('has no CSV at %s', async (file) => {
    expect((await counselor.get(`/console/reports/${file}`)).status).toBe(404);
  });
});

it('gives a CSV no cell that a spreadsheet takes for a formula', () => {
  const table: ReportTable = {
    id: 't',
    title: 't',
    columns: [
      { name: '=head', kind: 'text' },
      { name: 'n', kind: 'count' },
    ],
    rows: [{ cells: [text('=HYPERLINK("http://x")'), figure(3)] }],
    notes: [],
  };
  const { head, rows } = csvRows(table);
  const [first, second] = Papa.parse<string[]>(csvText(head, rows).slice(1)).data;
  expect(first?.[0]).toBe("'=head");
  expect(second).toEqual(['\'=HYPERLINK("http://x")', '3']);
});

it('knows every question of the record', async () => {
  await addCases([{}]);
  const named = new Set((await csv('background', AUGUST)).slice(1).map(([question]) => question));
  expect([...named]).toEqual(RECORD_QUESTIONS.map((q) => (q.several ? `${q.label}（複数可）` : q.label)));
});
