/** Texts become words. */
import KuromojiTokenizer from 'kuromoji/src/Tokenizer.js';
import type { Token, Tokenizer } from '../token.ts';
import type { Dictionary } from './dictionary.ts';
import { createKuromojiTokenizer } from './kuromoji-adapter.ts';
import { baseForm, WordFeatures } from './word-features.ts';

/**
 * A tokenizer on `dictionary`: the sentences and words of kuromoji's Tokenizer.
 *
 * The words are read straight from the path. kuromoji's formatter gives the same (`parity/` proves it), but it
 * wants the features of each word joined by commas only to split them again, which takes half of the time, and
 * its `word_position` is wrong after the first sentence.
 *
 * Any string is taken. Half a surrogate pair, on which stock throws, is an unknown character of its own.
 */
export function createTokenizer(dictionary: Dictionary): Tokenizer {
  const kuromoji = createKuromojiTokenizer(dictionary);
  const features = new WordFeatures(dictionary);
  return {
    tokenize(text) {
      const tokens: Token[] = [];
      let offset = 0;
      for (const sentence of KuromojiTokenizer.splitByPunctuation(text)) {
        for (const node of kuromoji.viterbi_searcher.search(kuromoji.getLattice(sentence))) {
          const surface = node.surface_form;
          const known = node.type === 'KNOWN';
          const word = known ? features.ofEntry(node.name) : features.ofUnknown(node.name);
          tokens.push({
            surface,
            start: offset + node.start_pos - 1,
            pos: word.pos,
            posDetail1: word.posDetail1,
            posDetail2: word.posDetail2,
            posDetail3: word.posDetail3,
            conjugationType: word.conjugationType,
            conjugationForm: word.conjugationForm,
            base: known ? baseForm(surface, word) : surface,
            reading: known ? features.reading(node.name) : undefined,
            known,
          });
        }
        offset += sentence.length;
      }
      return tokens;
    },
  };
}
