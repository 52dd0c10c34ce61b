/** Which words of terms.yaml the dictionary learns as one word each. */
import { isKanaOnly, toHiragana, toKatakana } from './kana.ts';
import { normalise } from './normalise.ts';
import type { TermGroupWords } from './term-groups.ts';

/** Kanji, katakana, Latin letters, digits, and がん: a noun. Words with other hiragana are matched as phrases. */
const NOUN = /^(?:[\p{Script=Han}ァ-ヺー々a-z0-9]|がん)+$/u;
/** A shorter hiragana word would be found inside other words by chance (「い」「ねつ」「たいいん」). */
const SHORTEST_SPOKEN_WORD = 5;

/** A word for the dictionary; `reading` in katakana. */
export type DictionaryWord = { readonly surface: string; readonly reading: string };

/** The nouns of `groups`, and their readings as hiragana words where these are long enough to be safe. */
export function dictionaryWords(groups: readonly TermGroupWords[]): DictionaryWord[] {
  const words = new Map<string, DictionaryWord>();
  const add = (surface: string, reading: string) => {
    if (surface.length > 1 && !words.has(surface))
      words.set(surface, { surface, reading: toKatakana(reading) });
  };
  for (const { surface, reading } of groups.flatMap((group) => group.words)) {
    const normal = normalise(surface);
    const spoken = normalise(reading).replaceAll(/[・\s]/g, '');
    if (!NOUN.test(normal)) continue;
    add(normal, spoken);
    if (!isKanaOnly(normal) && spoken.length >= SHORTEST_SPOKEN_WORD) add(toHiragana(spoken), spoken);
  }
  return [...words.values()];
}
