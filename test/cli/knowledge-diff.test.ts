import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KNOWLEDGE_DIR } from '../../src/cli/build/paths.ts';
import { diffJson } from '../../src/cli/knowledge/diff/json.ts';
import { OldShapeError } from '../../src/cli/knowledge/diff/old-files.ts';
import { diffPage } from '../../src/cli/knowledge/diff/page/page.tsx';
import { readPatientQuestions } from '../../src/cli/knowledge/diff/patient-questions.ts';
import { type DiffOrder, type RanDiff, runDiff } from '../../src/cli/knowledge/diff/run-diff.ts';
import { terminalLines } from '../../src/cli/knowledge/diff/terminal.ts';
import { messages } from '../../src/store/schema.ts';
import { createSeal } from '../../src/store/seal.ts';
import { openTestDatabase } from '../fixtures/database.ts';
import { run } from './command-line.ts';

const NOW_MS = Date.parse('2026-11-24T10:00:00+09:00');
const TARRY = 'タールみたいな黒い便が出ました';
const ALCOHOL = '抗がん剤中ビール一杯くらいいい？';
const PATIENT = '山田太郎です。090-1234-5678に電話ください<img src=x>';
let root: string;
let ran: RanDiff;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=e', '-c', 'user.email=e@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
const edit = (file: string, from: string, to: string) => {
  const path = join(root, 'knowledge', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};
const order = (more: Partial<DiffOrder>): DiffOrder => ({
  root,
  ref: 'first',
  present: {
    knowledgeDir: join(root, 'knowledge'),
    dictionaryFile: join(root, 'built', 'dictionary.bin'),
    artifactFile: join(root, 'built', 'knowledge.json'),
    stampFile: join(root, 'knowledge.stamp'),
  },
  golden: [],
  patients: [],
  mend: false,
  reviewedOnly: false,
  nowMs: NOW_MS,
  progress: () => undefined,
  ...more,
});

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'hikkei-diff-test-'));
  cpSync(KNOWLEDGE_DIR, join(root, 'knowledge'), { recursive: true });
  git('init', '-q');
  // A shape that the present program cannot read.
  edit('phrases.yaml', 'unclear:', 'unclear_of_old:');
  git('add', '.');
  git('commit', '-qm', 'old shape');
  git('tag', 'oldest');
  edit('phrases.yaml', 'unclear_of_old:', 'unclear:');
  git('add', '.');
  git('commit', '-qm', 'a <b>handbook</b>');
  git('tag', 'first');
  edit('triage/emergency.yaml', '      - all: [黒い便]\n', '');
  edit('passages/symptoms/pain-endure.md', '痛みは我慢せず、', '痛みはこらえず、');
  rmSync(join(root, 'knowledge', 'passages', 'living', 'alcohol.md'));
  const before = git('status', '--porcelain');
  ran = await runDiff(
    order({
      golden: [
        { turns: ['お酒は飲めますか'], origins: [{ kind: 'golden', topics: ['diet'], route: null }] },
        { turns: [TARRY], origins: [{ kind: 'golden', topics: [], route: 'emergency' }] },
      ],
      patients: [PATIENT],
    }),
  );
  expect(git('status', '--porcelain')).toContain(before.trim());
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('knowledge diff', () => {
  it('tells of a danger rule that no longer catches, before all else', () => {
    const [first] = ran.diff.groups;
    expect(first?.change).toBe('alarm_lost');
    const texts = ran.diff.groups
      .filter(({ change }) => change === 'alarm_lost')
      .flatMap(({ asked }) => asked);
    expect(texts.map(({ question }) => question.turns[0])).toContain(TARRY);
    expect(ran.diff.golden.broken.map(({ question }) => question.turns[0])).toContain(TARRY);
  });

  it('lists what a removed passage answered as lost or changed, and the passage itself', () => {
    expect(ran.diff.passages).toMatchObject({ added: [], removed: [{ id: 'living/alcohol' }] });
    const changed = ran.diff.groups.find(({ asked }) =>
      asked.some(({ question }) => question.turns[0] === ALCOHOL),
    );
    expect(['lost', 'changed']).toContain(changed?.change);
    expect(changed?.before.parts[0]).toMatchObject({ kind: 'passage', id: 'living/alcohol' });
  });

  it('shows a passage in other words with the questions that lead to it', () => {
    const text = ran.diff.texts.find(({ id }) => id === 'symptoms/pain-endure');
    expect(text?.questions).toBeGreaterThan(2);
    expect(text?.sections.map(({ name }) => name)).toEqual(['body']);
  });

  it('shows what a patient wrote only without what tells who they are', () => {
    const all = JSON.stringify(diffJson(ran)) + terminalLines(ran, true).join('\n') + diffPage(ran, NOW_MS);
    expect(ran.diff.from.patient).toBe(1);
    expect(all).not.toContain('山田');
    expect(all).not.toContain('090-1234');
  });

  it('writes a page that stands alone, without script, and escaped', () => {
    const page = diffPage(ran, NOW_MS);
    expect(page).not.toMatch(/<script|<link|<img|<b>handbook/);
    expect(page).toContain('a &lt;b&gt;handbook&lt;/b&gt;');
    expect(page).toContain('<del>我慢せ</del>');
    for (const [, id = ''] of page.matchAll(/href="#([a-z_-]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  it('prints counts, then the lists, cut short unless all is asked for', () => {
    const [short, long] = [terminalLines(ran, false), terminalLines(ran, true)];
    expect(short.join('\n')).toMatch(/ {2,}[1-9]\d* {2}.*WARNING NO LONGER GIVEN/);
    expect(short.join('\n')).toContain('golden: right before 1 of 2, now 0; broken 1, mended 0');
    expect(long.length).toBeGreaterThanOrEqual(short.length);
    expect(long.join('\n')).not.toContain('--all');
  });

  it('says what an older shape lacks and how to go on, and goes on with --mend', async () => {
    const failed = await runDiff(order({ ref: 'oldest' })).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(OldShapeError);
    expect(String(failed)).toMatch(/knowledge\/phrases\.yaml:\d+: .*unclear/);
    expect(String(failed)).toContain('--mend');
    const mended = await runDiff(order({ ref: 'oldest', mend: true }));
    expect(mended.mended).toEqual(['knowledge/phrases.yaml']);
    expect(mended.diff.passages.removed).toHaveLength(1);
  }, 300_000);

  it('says so where there is no repository', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'hikkei-no-git-'));
    await expect(runDiff(order({ root: bare }))).rejects.toThrow(/not in a git repository/);
    rmSync(bare, { recursive: true });
  });

  it.each([
    ['an unknown commit', ['diff', 'no-such-branch'], /git knows no "no-such-branch"/],
    ['no commit', ['diff'], /Say one commit/],
    ['a commit that looks like an option', ['diff', '--', '--output=x'], /git knows no "--output=x"/],
  ])('says in a line what is wrong with %s, and exits with 1', async (_, args, message) => {
    const { code, err } = await run('knowledge.ts', args);
    expect(code).toBe(1);
    expect(err.split('\n')[0]).toMatch(message);
  });
});

describe('the questions of patients', () => {
  it('are the newest different texts, opened with the key, and that they were read is written down', async () => {
    const key = Buffer.alloc(32, 7);
    const seal = await createSeal(new Uint8Array(key));
    const { db, close } = await openTestDatabase();
    const said = [
      { type: 'text', text: '痛いです' },
      { type: 'sticker' },
      { type: 'text', text: '眠れません' },
      { type: 'text', text: '痛いです' },
    ];
    for (const [i, content] of said.entries())
      await db.insert(messages).values({
        id: `m${i}`,
        patientId: 'p',
        eventId: `e${i}`,
        direction: 'in',
        lineMessageId: `l${i}`,
        sealedContent: await seal.seal(JSON.stringify(content)),
        atMs: i,
      });
    const [{ file = '' } = {}] = await db.all<{ file: string }>('pragma database_list');
    const source = { url: `file:${file}`, authToken: undefined, key: key.toString('base64') };
    const entry = { id: 'a1', atMs: NOW_MS };
    expect(await readPatientQuestions(source, 1000, entry)).toEqual(['痛いです', '眠れません']);
    expect(await db.query.audit.findMany()).toMatchObject([{ action: 'questions_seen', staffId: null }]);
    expect(await readPatientQuestions(source, 1, { ...entry, id: 'a2' })).toEqual(['痛いです']);
    const other = { ...source, key: Buffer.alloc(32, 8).toString('base64') };
    await expect(readPatientQuestions(other, 9, entry)).rejects.toThrow(/DATA_KEY/);
    await expect(readPatientQuestions({ ...source, key: undefined }, 9, entry)).rejects.toThrow(/DATA_KEY/);
    close();
  });
});
