import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldestSource, reviewState } from '../../../src/console/editors/review-state.ts';
import { builtKnowledge } from '../../fixtures/built-knowledge.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { keepQuestion, keepRating } from './stored-questions.ts';

const DAY = 24 * 3_600_000;
const { handbook } = builtKnowledge();
const dates = handbook.passages.map((passage) => passage.nextReview).sort();
/** The day after the first passages fall due. */
const NOW = Date.parse(`${dates[0]}T03:00:00Z`) + DAY;
const due = handbook.passages.filter((passage) => passage.nextReview === dates[0]);
let open: TestConsole;
let editor: SignedInVisitor;

beforeAll(async () => {
  open = await openConsole({ now: () => NOW });
  editor = await open.signIn('editor');
});
afterAll(() => open.close());

const see = async (path: string) => (await editor.get(`/console/editors/${path}`)).text();
const links = (html: string) =>
  [...html.matchAll(/\/console\/editors\/passages\/([a-z0-9-]+\/[a-z0-9-]+)"/g)].map(([, id]) => id);

describe('the passages by review', () => {
  it('stand there all, the first to be reviewed on top', async () => {
    const shown = links(await see('passages'));
    expect(shown).toHaveLength(handbook.passages.length);
    const days = shown.map((id) => handbook.passages.find((passage) => passage.id === id)?.nextReview ?? '');
    expect(days).toEqual([...days].sort());
  });

  it('can be filtered by what is overdue, by topic, and by what no clinician has read', async () => {
    expect(links(await see('passages?state=overdue')).sort()).toEqual(
      due.map((passage) => passage.id).sort(),
    );
    const topic = due[0]?.topic ?? '';
    expect(links(await see(`passages?topic=${topic}`))).toHaveLength(
      handbook.passages.filter((passage) => passage.topic === topic).length,
    );
    const unread = handbook.passages.filter((passage) => passage.reviewed === null);
    expect(links(await see('passages?state=unreviewed'))).toHaveLength(unread.length);
    expect(links(await see('passages?state=%3Cb%3E&topic=nothing'))).toHaveLength(handbook.passages.length);
  });

  it('are overdue from the day after on, and near for 60 days before', () => {
    const on = (today: string) => reviewState({ nextReview: '2027-05-23' }, today);
    expect(on('2027-05-24')).toBe('overdue');
    expect(on('2027-05-23')).toBe('near');
    expect(on('2027-03-24')).toBe('near');
    expect(on('2027-03-23')).toBe('later');
  });

  it('tell the oldest of their sources, however exact its date is', () => {
    const source = (date: string) => ({ title: 't', document: 'd', date });
    expect(oldestSource({ sources: [source('2026-11'), source('2025'), source('2025-01-02')] })).toBe('2025');
  });
});

describe('the page of a passage', () => {
  it('shows it as patients read it, its questions, its sources, and how it was used', async () => {
    const [passage] = handbook.passages;
    const id = passage?.id ?? '';
    const topic = passage?.topic ?? '';
    const shown = { route: 'answer', passageIds: [id, 'mind/other'], topic };
    await keepQuestion(open, '一', { atMs: NOW - DAY, ...shown });
    await keepQuestion(open, '二', { atMs: NOW - 2 * DAY, ...shown });
    await keepQuestion(open, '古い', { atMs: NOW - 91 * DAY, ...shown });
    await keepQuestion(open, '二番目', { atMs: NOW - DAY, ...shown, passageIds: ['mind/other', id] });
    await keepRating(open, { passageId: id, helpful: true, atMs: NOW - DAY });
    await keepRating(open, { passageId: id, helpful: false, atMs: NOW - DAY });
    await keepRating(open, { passageId: id, helpful: false, atMs: NOW - 100 * DAY });
    const html = await see(`passages/${id}`);
    const [block] = passage?.body ?? [];
    expect(html).toContain(block?.kind === 'paragraph' ? block.text : '');
    for (const question of passage?.questions ?? []) expect(html).toContain(question);
    for (const source of passage?.sources ?? []) expect(html).toContain(source.title);
    expect(html).toMatch(/示した回数<\/dt><dd>2回/);
    expect(html).toMatch(/役に立った<\/dt><dd>1回/);
    expect(html).toMatch(/役に立たなかった<\/dt><dd>2回/);
  });

  it('is not found where there is no such passage', async () => {
    expect((await editor.get('/console/editors/passages/mind/no-such')).status).toBe(404);
  });
});
