import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS_DIR } from '../../src/cli/build/paths.ts';
import { gapLines } from '../../src/cli/knowledge/gaps/gap.ts';
import { goldenGaps } from '../../src/cli/knowledge/gaps/golden-gaps.ts';
import { storedGaps } from '../../src/cli/knowledge/gaps/stored-gaps.ts';
import { groupAsked } from '../../src/editors/asked-questions.ts';
import * as schema from '../../src/store/schema.ts';
import { audit } from '../../src/store/schema.ts';
import { createSeal, type Seal } from '../../src/store/seal.ts';
import { keepQuestion, keepRating } from '../console/editors/stored-questions.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { run } from './command-line.ts';

const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 24, 3);
const knowledge = builtKnowledge();
const HELD = 'symptoms/hair-loss-when';
let dir: string;
let url: string;
let seal: Seal;
let client: ReturnType<typeof createClient>;
let db: ReturnType<typeof drizzle<typeof schema>>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hikkei-gaps-'));
  url = `file:${join(dir, 'hikkei.db')}`;
  client = createClient({ url });
  db = drizzle({ client, schema });
  await migrate(db, { migrationsFolder: MIGRATIONS_DIR });
  seal = await createSeal(new Uint8Array(32).fill(7));
  const open = { db, seal };
  await keepQuestion(open, 'ミトリス療法の費用はいくらですか', { atMs: NOW - DAY });
  await keepQuestion(open, 'ミトリス療法って費用どのくらい', { atMs: NOW - 2 * DAY });
  await keepQuestion(open, '田中花子です。ミトリス療法の費用は090-1234-5678に電話ください', {
    atMs: NOW - 3 * DAY,
  });
  await keepQuestion(open, '昔のミトリス療法の費用', { atMs: NOW - 120 * DAY });
  await keepQuestion(open, '答えのあった質問', { atMs: NOW - DAY, route: 'answer' });
  await keepQuestion(open, '', { atMs: NOW - DAY, content: null });
  await keepQuestion(open, '髪が抜けるのはいつ', { atMs: NOW - DAY, route: 'answer', passageIds: [HELD] });
  await keepRating(open, { passageId: HELD, helpful: false, atMs: NOW - DAY + 1 });
});
afterAll(() => {
  client.close();
  rmSync(dir, { recursive: true, force: true });
});

const found = (days = 90) =>
  storedGaps(days, { db, seal, knowledge, nowMs: NOW, uuid: () => crypto.randomUUID() });

describe('knowledge gaps', () => {
  it('groups what patients asked in vain, the most asked first, with the nearest passage and a command', async () => {
    const { gaps, looked, withoutText } = await found();
    expect({ looked, withoutText }).toEqual({ looked: 5, withoutText: 1 });
    const [first] = gaps;
    expect(first).toMatchObject({
      count: 3,
      foundNothing: 3,
      notHelped: 0,
      nearest: { id: expect.any(String) },
    });
    expect(first?.begin).toMatch(/^npm run -s knowledge -- new [a-z-]+ --from '[^']*費用[^']*'$/);
    const notHelped = gaps.find((gap) => gap.notHelped === 1);
    expect(notHelped).toMatchObject({ count: 1, foundNothing: 0, topic: 'hair-loss' });
  });

  it('shows no detail of a person, neither in an example nor in a command', async () => {
    const told = gapLines(await found(), 100).join('\n');
    expect(told).toContain('ミトリス療法の費用は〔番号〕');
    expect(told).not.toMatch(/田中|花子|090|1234/);
  });

  it('names no person in what the questions share, even where all of them name the same one', async () => {
    const asked = ['田中花子の傘はどこ', '田中花子の傘です', '田中花子の傘なんですが'].map((text) => ({
      analysis: knowledge.analyser.analyse(text),
      atMs: NOW,
      passage: null,
      notHelped: false,
    }));
    const groups = groupAsked(asked, knowledge, 0);
    expect(groups[0]?.questions).toHaveLength(3);
    expect(groups[0]?.about).toContain('傘');
    expect(JSON.stringify(groups)).not.toMatch(/田中|花子/);
  });

  it('looks back as many days as asked', async () => {
    expect((await found(365)).gaps[0]?.count).toBe(4);
    expect((await found(1)).gaps.some((gap) => gap.count > 1)).toBe(false);
  });

  it('writes down that the questions were seen, without a word of them', async () => {
    await found();
    const seen = (await db.select().from(audit)).filter((row) => row.action === 'questions_seen');
    expect(new Set(seen.map((row) => row.detail?.kind))).toEqual(new Set(['unanswered', 'not_helpful']));
    expect(seen.every((row) => row.staffId === null && row.detail?.by === 'knowledge gaps')).toBe(true);
    expect(seen.some((row) => row.detail?.from === '2026-08-26' && row.detail.to === '2026-11-24')).toBe(
      true,
    );
    expect(JSON.stringify(seen)).not.toContain('ミトリス');
  });

  it('without a database shows what golden questions ask in vain, under their own topic', () => {
    const golden = [
      { text: 'ミトリス療法の費用はいくらですか', topic: 'treatment-costs', file: 'x' },
      { text: '抗がん剤で髪は抜けますか', topic: 'hair-loss', file: 'x' },
      { text: '抗がん剤の治療中です。38.5度の熱が出ました', topic: 'fatigue', file: 'x' },
      { text: '今日の天気は？', route: 'out_of_scope', file: 'x' },
    ];
    const { gaps, looked } = goldenGaps(golden, knowledge, NOW);
    expect(looked).toBe(1);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ count: 1, topic: 'treatment-costs', examples: [golden[0]?.text] });
    expect(gaps[0]?.begin).toContain('-- new treatment-costs --from ');
  });

  it('tells how many groups it leaves out of the terminal', async () => {
    const all = await found();
    const lines = gapLines(all, 1);
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(1);
    expect(lines.at(-1)).toBe(`${all.gaps.length - 1} more groups: --all shows them`);
  });
});

describe('knowledge gaps from the shell', () => {
  it('prints JSON of the golden questions when no database is given', async () => {
    const { code, out, err } = await run('knowledge.ts', ['gaps', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { gaps } = JSON.parse(out) as { gaps: { count: number; topic: string }[] };
    const topics = new Set(knowledge.handbook.topics.map((topic) => topic.id));
    expect(gaps.every((gap) => topics.has(gap.topic))).toBe(true);
    expect(gaps.map((gap) => gap.count)).toEqual(gaps.map((gap) => gap.count).sort((a, b) => b - a));
  });

  it('says what is missing, and makes no empty database', async () => {
    const file = join(tmpdir(), 'hikkei-no-such.db');
    const without = await run('knowledge.ts', ['gaps', '--database', `file:${file}`]);
    expect(without).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^There is no database at /),
    });
    expect(existsSync(file)).toBe(false);
    const noKey = await run('knowledge.ts', ['gaps', '--database', url]);
    expect(noKey).toMatchObject({ code: 1, err: expect.stringMatching(/^DATA_KEY is missing/) });
    const days = await run('knowledge.ts', ['gaps', '--days', 'all']);
    expect(days).toMatchObject({ code: 1, err: expect.stringMatching(/^--days "all" is no number of days/) });
  });
});
