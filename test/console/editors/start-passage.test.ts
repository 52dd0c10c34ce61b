import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePassage } from '../../../src/knowledge/compile/passage-file.ts';
import { audit } from '../../../src/store/schema.ts';
import { builtKnowledge } from '../../fixtures/built-knowledge.ts';
import { written } from '../../fixtures/written-passage.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const { handbook } = builtKnowledge();
let open: TestConsole;
let editor: SignedInVisitor;

beforeAll(async () => {
  open = await openConsole({ now: () => NOW });
  editor = await open.signIn('editor');
});
afterAll(() => open.close());

const download = (fields: Record<string, string>) => editor.post('/console/editors/draft/file', fields);

describe('a passage that is started', () => {
  it('is a file of which the project’s own compiler names what is still to be written, and nothing else', async () => {
    const answer = await download({
      words: '髪 抜ける',
      topic: 'hair-loss',
      title: '髪が抜けるとき',
      name: '',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="hair-loss-new.md"');
    const text = await answer.text();
    const path = 'knowledge/passages/symptoms/hair-loss-new.md';
    const bare = parsePassage({ path, text }, handbook.topics);
    const left = bare.problems.map((problem) => problem.message);
    expect(left.filter((message) => !message.includes('still to be written'))).toEqual([
      'the body has 0 characters; write 150 to 400',
      'the part "## もっと読む" has 0 characters; write 200 to 1200',
      'the part "## やさしい日本語" has 0 characters; write 60 to 400',
    ]);
    const { passage, problems } = parsePassage({ path, text: written(text) }, handbook.topics);
    expect(problems).toEqual([]);
    expect(passage).toMatchObject({
      id: 'symptoms/hair-loss-new',
      title: '髪が抜けるとき',
      writtenOn: '2026-11-24',
      reviewed: null,
      nextReview: '2027-11-24',
    });
  });

  it('is reviewed again after half a year where money and rules are its matter', async () => {
    const topic = handbook.topics.find((t) => t.chapter === 'money');
    const answer = await download({
      words: '手当',
      topic: topic?.id ?? '',
      title: '手当について',
      name: 'my-name',
    });
    expect(await answer.text()).toContain('next_review: 2027-05-24');
  });

  it('begins with the words of the question and the topic of the nearest passage', async () => {
    const html = await (await editor.post('/console/editors/draft', { words: '髪 抜ける' })).text();
    expect(html).toContain('value="髪 抜ける"');
    expect(html).toMatch(/<option value="hair-loss"[^>]* selected/);
  });

  it('is refused, with what was typed kept, where a field is wrong', async () => {
    const answer = await download({
      words: 'これは とても 長い 文 なので 言葉 では ない もの です',
      topic: 'nothing',
      title: 'あ'.repeat(31),
      name: 'A B',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const error of ['話題を選んで', '題名を30字まで', '文は書けません']) expect(html).toContain(error);
    expect(html).toContain('あ'.repeat(31));
    const [existing] = handbook.passages;
    const [chapter = '', name = ''] = (existing?.id ?? '').split('/');
    const topic = handbook.topics.find((t) => t.chapter === chapter)?.id ?? '';
    const twice = await download({ words: '髪', topic, title: '髪', name });
    expect(await twice.text()).toContain('この名前の記事がもうあります');
    const odd = await download({ words: '髪', topic, title: '髪', name: '../etc"' });
    expect(await odd.text()).toContain('英小文字・数字・ハイフン');
  });

  it('is written down with its topic and place', async () => {
    await download({ words: '髪', topic: 'hair-loss', title: '髪', name: 'hair-audit' });
    const rows = (await open.db.select().from(audit)).filter((row) => row.action === 'passage_started');
    expect(rows.at(-1)).toMatchObject({
      staffId: editor.id,
      detail: { topic: 'hair-loss', passage: 'symptoms/hair-audit' },
    });
  });
});
