/** The analyser: a text becomes the terms by which it is found. Each step is a named function of its own. */
import { isKanaOnly, toKatakana } from './kana.ts';
import { normalise } from './normalise.ts';
import { contentWords, createTermFinder, type TermGroupWords } from './term-groups.ts';
import type { Token, Tokenizer } from './token.ts';

/**
 * The terms of a text by kind. The prefixes keep the kinds apart in one index:
 * `words` base forms; `groups` `#id` of a group of terms.yaml; `grams` `§` two characters of a compound;
 * `sounds` `~` three kana of the reading.
 */
export type Analysis = {
  readonly normal: string;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly groups: readonly string[];
  readonly grams: readonly string[];
  readonly sounds: readonly string[];
  /** Whether only the sound of the text is known (all hiragana or katakana). */
  readonly kanaOnly: boolean;
};

export interface Analyser {
  analyse(text: string): Analysis;
}

/** An analyser over `tokenizer` that knows the groups of terms.yaml. */
export function createAnalyser(tokenizer: Tokenizer, groups: readonly TermGroupWords[]): Analyser {
  const finder = createTermFinder(groups, tokenizer);
  return {
    analyse(text) {
      const normal = normalise(text);
      const tokens = tokenizer.tokenize(normal);
      const content = contentWords(tokens);
      return {
        normal,
        tokens,
        words: content.map((token) => token.base),
        groups: finder.groupsIn(content, normal).map((id) => `#${id}`),
        grams: compoundGrams(tokens),
        sounds: soundGrams(tokens),
        kanaOnly: isKanaOnly(normal),
      };
    },
  };
}

/** Words that end a compound: bigrams never reach across them. */
const BREAKS_COMPOUND = new Set(['助詞', '助動詞', '記号', 'フィラー']);

/** Pairs of neighbouring characters inside compounds, so that 大腸がん finds 大腸のがん and typos still touch. */
function compoundGrams(tokens: readonly Token[]): string[] {
  const grams: string[] = [];
  let run = '';
  const flush = () => {
    const chars = [...run];
    for (let i = 0; i + 1 < chars.length; i++) {
      const gram = `${chars[i]}${chars[i + 1]}`;
      // Two hiragana are an ending more often than a word.
      if (!/^[ぁ-ゖ]+$/.test(gram)) grams.push(`§${gram}`);
    }
    run = '';
  };
  for (const token of tokens) {
    if (BREAKS_COMPOUND.has(token.pos)) flush();
    else run += token.surface;
  }
  flush();
  return grams;
}

/** Three kana in a row of the text's reading, so that a question in hiragana meets one in kanji. */
function soundGrams(tokens: readonly Token[]): string[] {
  const grams: string[] = [];
  const spoken = tokens.map((t) => (t.pos === '記号' ? ' ' : (t.reading ?? toKatakana(t.surface)))).join('');
  for (const part of spoken.split(/[^ァ-ヺー]+/)) {
    for (let i = 0; i + 3 <= part.length; i++) grams.push(`~${part.slice(i, i + 3)}`);
  }
  return grams;
}
