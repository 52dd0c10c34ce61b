/** The lines by which a decision explains itself (Decision.why), in the words of editors. */
import type { Route } from '../../conversation/routes.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import type { Evidence } from '../../retrieval/confidence.ts';

export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  emergency: '緊急の案内',
  crisis: 'つらい気持ちへの案内',
  support_line: '電話相談の案内',
  second_opinion: 'セカンドオピニオンの手順',
  centre: '相談支援センターの案内',
  counselor: '相談員への引き継ぎ',
  answer: '記事でのお答え',
  smalltalk: 'あいさつなどへの返事',
  unclear: '答えが見つからない',
  out_of_scope: 'がん以外の話',
};

export const EVIDENCE_WORDS: Readonly<Record<keyof Evidence, string>> = {
  coverage: '質問の言葉のうち、1位の記事にある割合',
  similarity: '1位の記事の題名や質問の例との近さ',
  margin: 'ほかの話題の記事との差',
  unknown: '患者必携のどこにもない言葉の割合',
  named: '用語集の言葉があるか（1はある、0はない）',
  length: '手がかりになる言葉の多さ（8語以上で1）',
};

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  '119': '119番へ',
  hospital_now: 'すぐ病院へ連絡',
  imminent: 'いま行動している',
};

/** Lines that are always the same. */
const FIXED: Readonly<Record<string, string>> = {
  'a case is waiting already': '相談員への引き継ぎが、すでに順番を待っています。',
  'a counselor has the case: relayed': '相談員が対応しているので、自動では答えません。',
  'a picture, sound or file: its content is not read': '写真・音声・ファイルの中身は読みません。',
  'a sticker': 'スタンプでした。',
  'asked for the telephone line': '電話相談を希望していると読みました。',
  'became a friend': '友だちに追加されました。',
  'consent: a case is opened': '同意があったので、相談員へ引き継ぎました。',
  'leaves what was begun': '途中の手順をやめたいと読みました。',
  'no consent: other ways are shown': '同意がなかったので、ほかの方法を示しました。',
  'no sure answer again: people are offered': '続けて答えが見つからないので、人につなぐ方法を示しました。',
  'no word that a passage could answer': '記事を探す手がかりになる言葉がありません。',
  'put into a group': 'グループに招かれました。',
  'rated a passage': '記事の評価でした。',
  'said twice already: people are offered': '同じ返事が続くので、人につなぐ方法を示しました。',
  smalltalk: 'あいさつやお礼などと読みました。',
  'the guide is begun or taken up again': 'セカンドオピニオンの手順を始めました（または続きを示しました）。',
  'the patient chose this passage': '患者さんがこの記事を選びました。',
  'the patient reads on': '記事の続きを読みたいと読みました。',
  'the patient wants to read: standard': 'ふつうの文で読みたいと読みました。',
  'the patient wants to read: furigana': 'ふりがなをつけて読みたいと読みました。',
  'the patient wants to read: plain': 'やさしい日本語で読みたいと読みました。',
  'the place is not known yet': '場所がまだ分からないので、たずねます。',
  'wants a counselor': '相談員と話したいと読みました。',
};

type Words = (found: readonly string[], handbook: Handbook) => string;

/** Lines that hold names or numbers, the more special first. */
const PATTERNS: readonly { readonly line: RegExp; readonly words: Words }[] = [
  {
    line: /^confidence ([\d.]+) /,
    words: ([confidence]) => `確信度は${confidence}です（内訳は「確信度」の表にあります）。`,
  },
  {
    line: /^at or above ([\d.]+): /,
    words: ([from]) => `${from}以上なので、1位の記事をそのまま示します。`,
  },
  {
    line: /^between ([\d.]+) and ([\d.]+): /,
    words: ([from, to]) => `${from}以上${to}未満なので、近い記事を並べて選んでもらいます。`,
  },
  {
    line: /^about another illness alone: (.+)/,
    words: ([illness]) => `がんの言葉がなく、ほかの病気（${illness}）の質問と読みました。`,
  },
  { line: /^below ([\d.]+): /, words: ([from]) => `${from}未満なので、記事は示しません。` },
  {
    line: /^no word of illness or care, and coverage below ([\d.]+)/,
    words: ([from]) =>
      `病気や療養の言葉がなく、患者必携にある言葉の割合も${from}未満なので、がん以外の話と読みました。`,
  },
  { line: /^amber: (.*)$/s, words: ([words]) => `気をつけたい言葉があります：${words}` },
  {
    line: /^rule (\S+) \((119|hospital_now|imminent)\): (.*)$/s,
    words: ([rule = '', level = '', words], handbook) =>
      `決まり${ruleWords(rule, handbook)}に当てはまりました（${LEVEL_WORDS[level]}）。手がかりの言葉：${words}`,
  },
  {
    line: /^rule (\S+) \((.*)\): held, but another came first$/s,
    words: ([rule = '', words], handbook) =>
      `決まり${ruleWords(rule, handbook)}にも当てはまりましたが、ほかの決まりを先にしました（${words}）。`,
  },
  {
    line: /^rule (\S+) \((.*?)\): (.*)$/s,
    words: ([rule = '', words, against], handbook) =>
      `決まり${ruleWords(rule, handbook)}に近い言葉（${words}）がありますが、当てはまりません：${against}`,
  },
  {
    line: /^rule (\S+): (.*)$/s,
    words: ([rule = '', words], handbook) =>
      `決まり${ruleWords(rule, handbook)}に当てはまりました。手がかりの言葉：${words}`,
  },
  { line: /^guide: /, words: () => 'セカンドオピニオンの手順の返事と読みました。' },
  { line: /^nearest to the position sent$/, words: () => '送られた位置から近い順です。' },
  { line: /^nearest to (.*)$/s, words: ([place]) => `「${place}」から近い順です。` },
  { line: /^no centre within (\d+) km$/, words: ([km]) => `${km}km以内に相談支援センターがありません。` },
  {
    line: /^passage (\S+) is not in this handbook$/,
    words: ([id]) => `記事 ${id} は、いまの患者必携にありません。`,
  },
  {
    line: /^several places bear this name: (.*)$/s,
    words: ([places]) => `同じ名前の場所がいくつかあります：${places}`,
  },
];

/** `line` in Japanese; a line that is not known stands as it is. */
export function whyWords(line: string, handbook: Handbook): string {
  if (Object.hasOwn(FIXED, line)) return FIXED[line] ?? line;
  for (const pattern of PATTERNS) {
    const found = pattern.line.exec(line);
    if (found) return pattern.words(found.slice(1), handbook);
  }
  return line;
}

/** The rule's title and id; a rule of the engine's own has its id alone. */
export function ruleWords(id: string, handbook: Handbook): string {
  const rule = handbook.triage.rules.find((r) => r.id === id);
  return rule ? `「${rule.title}」（${id}）` : `「${id}」`;
}
