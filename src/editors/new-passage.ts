/** A new passage's Markdown file: what can be known is filled in, and the compiler names the rest until it is written. */
import { dayFromIso, isoDay } from '../guidance/hours/tokyo-time.ts';
import { placeholder } from '../knowledge/placeholder.ts';
import type { Topic } from '../knowledge/topics.ts';

export type NewPassage = {
  readonly topic: Topic;
  /** The file's name without `.md`. */
  readonly name: string;
  /** Null where the editor has none yet. */
  readonly title: string | null;
  /** What it is about, for the editor; never a patient's sentence. */
  readonly words: readonly string[];
};

/** Money and rules change soonest (knowledge/GUIDE.md: within half a year, else within a year). */
const CHAPTER_OF_RULES = 'money';
/** Never more than the calendar's half year or year. */
const DAYS_UNTIL_REVIEW = { rules: 181, other: 365 } as const;
const WAYS_TO_ASK = ['ていねいな聞き方', 'くだけた聞き方', 'ひらがなだけの聞き方'];

/** The file's place and text, `today` as 2026-11-24. */
export function newPassage(
  { topic, name, title, words }: NewPassage,
  today: string,
): { readonly path: string; readonly markdown: string } {
  const id = `${topic.chapter}/${name}`;
  const path = `knowledge/passages/${id}.md`;
  const days = topic.chapter === CHAPTER_OF_RULES ? DAYS_UNTIL_REVIEW.rules : DAYS_UNTIL_REVIEW.other;
  const lines = [
    '---',
    `# このファイルは ${path} に置きます。書き方は knowledge/GUIDE.md にあります。`,
    '#「（ここに書く…」をすべて書きかえてください。残っていると npm run -s knowledge -- check が場所を示します。',
    '#「#」で始まる行と <!-- --> の行は患者さんに出ません。消してもかまいません。',
    `id: ${id}`,
    `topic: ${topic.id}`,
    `# この話題で扱うこと：${topic.scope}`,
    '# 題名：30字まで。患者さんの言葉で。',
    `title: ${quoted(title ?? placeholder('題名'))}`,
    '# 聞き方：3〜8個。家族からの聞き方や、言葉を並べただけのものもまぜます。ほかの記事と同じものは書きません。',
    ...(words.length > 0
      ? [`# 手がかりの言葉：${quoted(words.join('、'))}。患者さんの文はそのまま写しません。`]
      : []),
    'questions:',
    ...WAYS_TO_ASK.map((way) => `  - ${quoted(placeholder(way))}`),
    '# 担当医や相談員にそのまま聞ける質問：1〜3個、60字まで。',
    'ask:',
    `  - ${quoted(placeholder('担当医に聞ける質問'))}`,
    '# 出典：1つ以上。title と、url か document（本や報告書の名前）、date（資料の日付。なければ読んだ日）。',
    'sources:',
    `  - title: ${quoted(placeholder('出典の名前'))}`,
    `    document: ${quoted(placeholder('本や報告書の名前。ウェブの資料なら、この行を url: に'))}`,
    `    date: ${today}`,
    `written_on: ${today}`,
    '# 医療者が確かめるまで null。確かめたら {by: 名前, on: 日付}',
    'reviewed: null',
    `next_review: ${isoDay(dayFromIso(today) + days)}`,
    '---',
    '',
    '<!-- 本文：150〜400字。はじめの1文で答え、なぜか、今日できること。終わりの1文は「どんなときに、だれに連絡するか」。 -->',
    '',
    '## もっと読む',
    '',
    '<!-- くわしい文：200〜1200字。まだ書かないときは、上の見出しごと消す。 -->',
    '',
    '## やさしい日本語',
    '',
    '<!-- 同じことを、短い文とやさしい言葉で：60〜400字。まだ書かないときは、上の見出しごと消す。 -->',
    '',
  ];
  return { path, markdown: lines.join('\n') };
}

/** A file name in the topic's chapter that is not in `taken` (ids): `hair-loss-new`, `hair-loss-new-2`. */
export function freeName(topic: Topic, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${topic.id}-new` : `${topic.id}-new-${n}`;
    if (!taken.has(`${topic.chapter}/${name}`)) return name;
  }
}

/** A JSON text is a YAML one in double quotes: nothing in it can become markup of the file. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
