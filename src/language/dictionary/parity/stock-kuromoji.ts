/** Stock kuromoji on its own dictionary: what ours is measured against; never part of the product. */
import kuromoji from 'kuromoji';
import type KuromojiTokenizer from 'kuromoji/src/Tokenizer.js';

/** Loads stock kuromoji with its dictionary in `dicPath` (`node_modules/kuromoji/dict`): a second of CPU, 400 MB. */
export function loadStockKuromoji(dicPath: string): Promise<KuromojiTokenizer> {
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
  });
}
