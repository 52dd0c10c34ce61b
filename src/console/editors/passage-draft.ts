/** A new passage's Markdown file: all of its front matter is there and passes the compiler; the body is the editor's. */
import type { Knowledge } from '../../conversation/knowledge.ts';
import { dayFromIso, isoDay } from '../../guidance/hours/tokyo-time.ts';
import type { Topic } from '../../knowledge/topics.ts';
import type { Analyser } from '../../language/analyse.ts';
import { toHiragana } from '../../language/kana.ts';

export type DraftForm = {
  readonly topic: Topic;
  /** The file's name without `.md`. */
  readonly name: string;
  readonly title: string;
  readonly words: readonly string[];
};

/** Money and rules change soonest (knowledge/GUIDE.md: half a year, else a year). */
const CHAPTER_OF_RULES = 'money';
const DAYS_UNTIL_REVIEW = { rules: 182, other: 365 } as const;
/** The schema asks for three ways of asking. */
const QUESTIONS = 3;

/** The file's place and text, `today` as 2026-11-24. */
export function draftPassage(
  { topic, name, title, words }: DraftForm,
  { handbook, analyser }: Pick<Knowledge, 'handbook' | 'analyser'>,
  today: string,
): { readonly path: string; readonly markdown: string } {
  const id = `${topic.chapter}/${name}`;
  const path = `knowledge/passages/${id}.md`;
  const days = topic.chapter === CHAPTER_OF_RULES ? DAYS_UNTIL_REVIEW.rules : DAYS_UNTIL_REVIEW.other;
  const taken = new Set(handbook.passages.flatMap((passage) => passage.questions));
  const questions = waysToAsk(words.length > 0 ? words : [title], analyser)
    .filter((question) => !taken.has(question))
    .slice(0, QUESTIONS);
  const lines = [
    '---',
    `# このファイルを ${path} に置きます。書き方は knowledge/GUIDE.md にあります。`,
    '# 書き終えたら npm run -s knowledge -- check で確かめます。「#」の行は消してください。',
    `id: ${id}`,
    `topic: ${topic.id}`,
    `# この話題で扱うこと：${topic.scope}`,
    '# 題名：30字まで。患者さんの言葉で。',
    `title: ${quoted(title)}`,
    '# 聞き方：3〜8個。下の3つは言葉を並べた下書きです。ていねいな聞き方、くだけた聞き方、',
    '# ひらがなだけ、家族からの聞き方に書きかえてください。患者さんの文はそのまま写しません。',
    'questions:',
    ...questions.map((question) => `  - ${quoted(question)}`),
    '# 担当医や相談員にそのまま聞ける質問：1〜3個、60字まで。',
    'ask:',
    `  - ${quoted('（担当医に聞ける質問を書いてください）')}`,
    '# 出典：1つ以上。title と、url か document、date（資料の日付。なければ読んだ日）。',
    'sources:',
    `  - title: ${quoted('（出典の名前を書いてください）')}`,
    `    document: ${quoted('（本や報告書の名前。ウェブの資料なら、この行を url: に書きかえます）')}`,
    `    date: ${today}`,
    `written_on: ${today}`,
    'reviewed: null',
    `next_review: ${isoDay(dayFromIso(today) + days)}`,
    '# 本文は下の「---」のあとに150〜400字で。はじめの1文で答え、終わりの1文で「どんなときに、だれに連絡するか」。',
    '---',
    '',
    '',
  ];
  return { path, markdown: lines.join('\n') };
}

/** A file name that no passage of the topic's chapter has: `hair-loss-new`, `hair-loss-new-2`. */
export function freeName(topic: Topic, { handbook }: Pick<Knowledge, 'handbook'>): string {
  const taken = new Set<string>(handbook.passages.map((passage) => passage.id));
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${topic.id}-new` : `${topic.id}-new-${n}`;
    if (!taken.has(`${topic.chapter}/${name}`)) return name;
  }
}

/** Ways to ask that are made of `words` alone, all different. */
function waysToAsk(words: readonly string[], analyser: Analyser): string[] {
  const listed = words.join('と');
  const spoken = words.map((word) => reading(word, analyser)).join('と');
  return [
    ...new Set([
      `${listed}について教えてください`,
      `${listed}について知りたい`,
      `${spoken}についておしえてください`,
      `${listed}のことで困っています`,
      `${listed}のことを家族が心配しています`,
      `${words.join(' ')} 相談`,
    ]),
  ];
}

function reading(word: string, analyser: Analyser): string {
  return toHiragana(
    analyser
      .analyse(word)
      .tokens.map((token) => token.reading ?? token.surface)
      .join(''),
  );
}

/** A JSON text is a YAML one in double quotes: nothing in it can become markup of the file. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
