import { describe, expect, it } from 'vitest';
import { buildSearchIndex, loadSearchIndex, type SearchDocument } from '../../src/retrieval/search-index.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { analyser } = builtKnowledge();
const document = (id: string, title: string, text: string, questions: string[] = []): SearchDocument => ({
  id,
  title,
  text,
  questions,
  topic: '',
});

const DOCUMENTS = [
  document('hair', '髪はいつ抜けますか', '抗がん剤を始めて二週間ほどで髪が抜け始めます。', [
    '脱毛の時期を知りたい',
  ]),
  document('pain', '痛みは我慢しないでください', '痛み止めの薬は決まった時間に飲みます。', [
    '痛いときはどうすればいいですか',
  ]),
  document('money', '高額療養費とは', '医療費の自己負担には上限があります。', ['お金が心配です']),
  document('odd', '😭', '\u0000\ud83d', ['', ' ']),
];
const QUESTIONS = [
  '髪が抜ける',
  '痛み止めの薬',
  'いたみ',
  'お金の心配',
  '医療費 上限',
  'かみがぬける',
  '抗がん剤',
  '😭',
  '',
];

describe('the search index', () => {
  const built = buildSearchIndex(DOCUMENTS, analyser);
  const ask = (index: typeof built, text: string) => index.search(analyser.analyse(text));

  it('ranks the same after it was written down and loaded', () => {
    const loaded = loadSearchIndex(JSON.parse(JSON.stringify(built.serialise())), analyser);
    for (const question of QUESTIONS) expect(ask(loaded, question)).toEqual(ask(built, question));
    expect(ask(loaded, '髪が抜ける')[0]?.id).toBe('hair');
  });

  it.each([
    ['髪が抜ける', 'hair'],
    ['脱毛の時期', 'hair'],
    ['かみのけがぬける', 'hair'],
    ['痛み止めの薬', 'pain'],
    ['お金が心配', 'money'],
  ])('finds for 「%s」 the document %s first', (question, id) => {
    expect(ask(built, question)[0]?.id).toBe(id);
  });

  it('finds nothing for a text without a word, and nothing where no word is shared', () => {
    expect(ask(built, '')).toEqual([]);
    expect(ask(built, '！？…')).toEqual([]);
    expect(ask(built, 'サッカーの監督')).toEqual([]);
  });

  it('says which terms of the question each document holds', () => {
    const [hit] = ask(built, '髪が抜けるのはいつ');
    const { words, groups, grams, sounds } = analyser.analyse('髪が抜けるのはいつ');
    const asked = new Set([...words, ...groups, ...grams, ...sounds]);
    expect(hit?.terms.length).toBeGreaterThan(0);
    expect(hit?.terms.every((term) => asked.has(term))).toBe(true);
  });

  it('weighs a way of asking over a mention in the text', () => {
    const index = buildSearchIndex(
      [
        document('mention', '別の話', `吐き気のことも書きます。${'ほかの話です。'.repeat(3)}`),
        document('asked', '別の話', `ほかの話です。${'ほかの話です。'.repeat(3)}`, ['吐き気がします']),
      ],
      analyser,
    );
    expect(ask(index, '吐き気').map((hit) => hit.id)).toEqual(['asked', 'mention']);
  });
});
