/**
 * How hard a text is to read. The score is RS′ of Tateishi, Ono and Yamada (建石・小野・山田「日本文の読みやすさの評価式」
 * 情報処理学会研究報告 HI-18-4, 1988): it needs only the kinds of characters, so nothing is guessed, and it was fitted
 * to native readers. 50 is the middle of ordinary Japanese texts, 10 one standard deviation; higher is easier.
 * (jReadability of Lee and Hasebe needs the origin of each word, which IPADIC does not have, and is made for learners.)
 */
import type { Tokenizer } from '../../language/token.ts';
import { type PassageLines, TEXT_PARTS, type TextPart } from './passage-lines.ts';
import { sentencesOf } from './sentences.ts';

export type Readability = {
  readonly score: number;
  readonly sentenceLength: number;
  readonly kanjiShare: number;
  /** Share of words with a kanji outside knowledge/easy-kanji.txt (those that get furigana), or not in the dictionary. */
  readonly hardWords: number;
};

export type MeasuredLine = Readability & {
  readonly file: string;
  readonly line: number;
  readonly part: TextPart;
  readonly text: string;
  readonly hard: readonly string[];
};

export type MeasuredPart = Readability & { readonly file: string; readonly part: TextPart };

/** A line of fewer characters is a heading or a list item: its score would be chance. */
const LEAST_CHARACTERS = 20;
const KANJI = /[\p{Script=Han}々]/u;

/** Every part of every passage, and every line of some length, measured. */
export function measure(
  passages: readonly PassageLines[],
  tokenizer: Tokenizer,
  easyKanji: string,
): { readonly parts: MeasuredPart[]; readonly lines: MeasuredLine[] } {
  const hardWordsOf = createHardWords(tokenizer, easyKanji);
  const parts: MeasuredPart[] = [];
  const lines: MeasuredLine[] = [];
  for (const { file, lines: all } of passages) {
    for (const part of TEXT_PARTS) {
      const own = all.filter(({ kind }) => kind === part);
      if (own.length === 0) continue;
      const words = own.map(({ text }) => hardWordsOf(text));
      const total = words.reduce((sum, { count }) => sum + count, 0);
      const hard = words.reduce((sum, { hard }) => sum + hard.length, 0);
      parts.push({
        file,
        part,
        ...measureTexts(own.map(({ text }) => text)),
        hardWords: total === 0 ? 0 : hard / total,
      });
      own.forEach(({ line, text }, i) => {
        const { count = 0, hard = [] } = words[i] ?? {};
        if ([...text].length < LEAST_CHARACTERS) return;
        lines.push({
          file,
          line,
          part,
          text,
          ...measureTexts([text]),
          hardWords: count === 0 ? 0 : hard.length / count,
          hard: [...new Set(hard)],
        });
      });
    }
  }
  return { parts, lines };
}

/** RS′ = −0.12 ls − 1.37 la + 7.4 lh − 23.18 lc − 5.4 lk − 4.67 cp + 115.79. */
export function measureTexts(texts: readonly string[]): Omit<Readability, 'hardWords'> {
  const sentences = texts.flatMap(sentencesOf);
  const text = sentences.join('\n').normalize('NFKC');
  const characters = [...text.replaceAll('\n', '')].length;
  const meanRun = (kind: RegExp) => {
    const runs = text.match(kind) ?? [];
    return runs.length === 0 ? 0 : runs.reduce((sum, run) => sum + [...run].length, 0) / runs.length;
  };
  const sentenceLength = sentences.length === 0 ? 0 : characters / sentences.length;
  const commas = sentences.length === 0 ? 0 : (text.split('、').length - 1) / sentences.length;
  const score =
    115.79 -
    0.12 * sentenceLength -
    1.37 * meanRun(/[A-Za-z]+/g) +
    7.4 * meanRun(/[ぁ-ゖ]+/g) -
    23.18 * meanRun(/[\p{Script=Han}々]+/gu) -
    5.4 * meanRun(/[ァ-ヺー]+/g) -
    4.67 * commas;
  const kanji = [...text].filter((char) => KANJI.test(char)).length;
  return { score, sentenceLength, kanjiShare: characters === 0 ? 0 : kanji / characters };
}

function createHardWords(tokenizer: Tokenizer, easyKanji: string) {
  const easy = new Set(easyKanji);
  return (text: string): { readonly count: number; readonly hard: readonly string[] } => {
    const words = tokenizer
      .tokenize(text)
      .filter(({ pos, surface }) => !['助詞', '助動詞', '記号'].includes(pos) && /[\p{L}]/u.test(surface));
    const hard = words.filter(
      ({ surface, known }) =>
        [...surface].some((char) => KANJI.test(char) && !easy.has(char)) ||
        // Kana alone is read by everybody, known or not.
        (!known && KANJI.test(surface)),
    );
    return { count: words.length, hard: hard.map(({ surface }) => surface) };
  };
}

/** The value below which `share` (0 to 1) of `values` lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
