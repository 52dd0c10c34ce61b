/**
 * The compact Japanese dictionary for kuromoji: full IPADIC in one file of 12 MB that is used in place.
 * `layout.ts` is the file, `compile/` makes it (Node only), `lattice.ts` searches it, `parity/` compares with stock.
 */
export { type Dictionary, openDictionary } from './dictionary.ts';
export { DictionaryFormatError } from './dictionary-format-error.ts';
export { createKuromojiTokenizer } from './kuromoji-adapter.ts';
export { createTokenizer } from './tokenizer.ts';
