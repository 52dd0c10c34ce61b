/** Furigana as LINE can show it: the reading in brackets after a hard word, once in a text. */
import { toHiragana, toKatakana } from './kana.ts';
import type { Token, Tokenizer } from './token.ts';

const KANJI = /[\p{Script=Han}々]/u;
const KANJI_ONLY = /^[\p{Script=Han}々]+$/u;

/** A stretch of the text with one reading: neighbouring nouns in kanji are read as one word. */
type Word = { readonly surface: string; readonly reading: string | null };

/** `text` with （よみ） after the first place of each hard word. */
export type Furigana = (text: string) => string;

/**
 * Furigana by the editors' `readings` (hiragana), else by those of `tokenizer`, for words with a kanji outside `easyKanji`. A text already read aloud
 * in brackets, as 「黄疸（おうだん）」, is left as it is; a word whose reading is not known gets none.
 */
export function createFurigana(
  tokenizer: Tokenizer,
  easyKanji: string,
  readings: Readonly<Record<string, string>>,
): Furigana {
  const read = createReader(tokenizer, readings);
  const easy = new Set(easyKanji);
  const isHard = (surface: string) => [...surface].some((char) => KANJI.test(char) && !easy.has(char));
  return (text) => {
    const given = new Set<string>();
    const words = joinNouns(read(text));
    return words
      .map(({ surface, reading }, i) => {
        if (reading === null || !isHard(surface) || given.has(surface)) return surface;
        given.add(surface);
        return words[i + 1]?.surface.startsWith('（') ? surface : withReading(surface, reading);
      })
      .join('');
  };
}

type Read = Pick<Token, 'surface' | 'pos'> & { readonly reading?: string | undefined };

/** The tokens of a text, in which the words of `readings` are nouns of their own with the reading given there. */
function createReader(tokenizer: Tokenizer, readings: Readonly<Record<string, string>>) {
  // A map: as a key of a plain object, a patient's 「toString」 would be found.
  const byWord = new Map(Object.entries(readings));
  const known = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const splitter = known.length > 0 ? new RegExp(`(${known.join('|')})`) : /(?!)/;
  return (text: string): Read[] =>
    text.split(splitter).flatMap((part): Read[] => {
      const reading = byWord.get(part);
      if (reading !== undefined) return [{ surface: part, pos: '名詞', reading: toKatakana(reading) }];
      return part === '' ? [] : tokenizer.tokenize(part);
    });
}

/** 骨髄 and 抑制 are read together: 骨髄抑制（こつずいよくせい）. */
function joinNouns(tokens: readonly Read[]): Word[] {
  const words: (Word & { readonly joins: boolean })[] = [];
  for (const { surface, reading, pos } of tokens) {
    const joins = (pos === '名詞' || pos === '接頭詞') && KANJI_ONLY.test(surface) && reading !== undefined;
    const last = words.at(-1);
    if (joins && last?.joins) {
      words[words.length - 1] = {
        surface: last.surface + surface,
        reading: `${last.reading}${reading}`,
        joins,
      };
    } else words.push({ surface, reading: reading ?? null, joins });
  }
  return words;
}

/** 腫れる（ハレル）gives 腫（は）れる: the kana that both end with stand outside. */
function withReading(surface: string, katakana: string): string {
  const reading = toHiragana(katakana);
  let tail = 0;
  while (
    tail < surface.length &&
    !KANJI.test(surface[surface.length - 1 - tail] ?? '') &&
    toHiragana(surface[surface.length - 1 - tail] ?? '') === reading[reading.length - 1 - tail]
  ) {
    tail++;
  }
  const end = surface.slice(surface.length - tail);
  return `${surface.slice(0, surface.length - tail)}（${reading.slice(0, reading.length - tail)}）${end}`;
}
