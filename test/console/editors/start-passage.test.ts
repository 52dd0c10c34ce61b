import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftWords } from '../../../src/console/editors/draft-words.ts';
import { draftPassage, freeName } from '../../../src/console/editors/passage-draft.ts';
import { parsePassage } from '../../../src/knowledge/compile/passage-file.ts';
import { audit } from '../../../src/store/schema.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { builtKnowledge } from '../../fixtures/built-knowledge.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const knowledge = builtKnowledge();
const { handbook, analyser } = knowledge;
const BODY = `${'手術のあとの運動は、担当医と相談して決めます。'.repeat(8)}\n\n痛みが強いときは、病院に連絡してください。\n`;
let open: TestConsole;
let editor: SignedInVisitor;

beforeAll(async () => {
  open = await openConsole({ now: () => NOW });
  editor = await open.signIn('editor');
});
afterAll(() => open.close());

const download = (fields: Record<string, string>) => editor.post('/console/editors/draft/file', fields);

describe('a passage that is started', () => {
  it('is a file in which nothing but the body is missing for the project’s own compiler', async () => {
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
    expect(bare.problems.map((problem) => problem.message)).toEqual([
      'the body has 0 characters; write 150 to 400',
    ]);
    const { passage, problems } = parsePassage({ path, text: text + BODY }, handbook.topics);
    expect(problems).toEqual([]);
    expect(passage).toMatchObject({
      id: 'symptoms/hair-loss-new',
      title: '髪が抜けるとき',
      writtenOn: '2026-11-24',
      reviewed: null,
      nextReview: '2027-11-24',
    });
  });

  it('compiles for every topic and any words, with ways to ask that no other passage has', () => {
    const taken = new Set(handbook.passages.flatMap((passage) => passage.questions));
    const word = anyText(8)
      .map((text) => analyser.analyse(text).normal.replaceAll(' ', ''))
      .filter((w) => w !== '');
    fc.assert(
      fc.property(
        fc.constantFrom(...handbook.topics),
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        (topic, words) => {
          const form = { topic, name: freeName(topic, knowledge), title: '題名', words };
          const { path, markdown } = draftPassage(form, knowledge, '2026-11-24');
          const { passage, problems } = parsePassage({ path, text: markdown + BODY }, handbook.topics);
          expect(problems).toEqual([]);
          expect(passage?.questions).toHaveLength(3);
          expect(passage?.questions.some((question) => taken.has(question))).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is reviewed again after half a year where money and rules are its matter', async () => {
    const topic = handbook.topics.find((t) => t.chapter === 'money');
    const answer = await download({
      words: '手当',
      topic: topic?.id ?? '',
      title: '手当について',
      name: 'my-name',
    });
    expect(await answer.text()).toContain('next_review: 2027-05-25');
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

describe('the words that may stand in its file', () => {
  const words = (...texts: string[]) =>
    draftWords(
      texts.map((text) => analyser.analyse(text)),
      handbook,
    );

  it('are the subject, not the person: no name, place, hospital or number', () => {
    const found = words('横浜の田中花子です。聖路加国際病院で2019年に乳がんの手術をして、髪が抜けました');
    expect(found.length).toBeGreaterThan(0);
    expect(found.join(' ')).not.toMatch(/田中|花子|横浜|聖路加|2019/);
  });

  it('are, of several questions, only those that all of them hold', () => {
    const found = words('髪が抜けて悲しい', '髪が抜けるのはいつですか');
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain('悲しい');
  });
});
