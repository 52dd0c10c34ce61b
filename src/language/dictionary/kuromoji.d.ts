/** The parts of kuromoji 0.1.2 that are used; the package has no types. */

declare module 'kuromoji/src/Tokenizer.js' {
  /** A word of the cheapest path; kuromoji's own nodes have more fields, which its Tokenizer does not read. */
  export interface KuromojiNode {
    readonly name: number;
    readonly type: 'KNOWN' | 'UNKNOWN';
    readonly start_pos: number;
    readonly surface_form: string;
  }

  export interface KuromojiToken {
    readonly word_id: number;
    readonly word_type: 'KNOWN' | 'UNKNOWN';
    readonly word_position: number;
    readonly surface_form: string;
    readonly pos: string;
    readonly pos_detail_1: string;
    readonly pos_detail_2: string;
    readonly pos_detail_3: string;
    readonly conjugated_type: string;
    readonly conjugated_form: string;
    readonly basic_form: string;
    readonly reading?: string;
    readonly pronunciation?: string;
  }

  export interface KuromojiDictionaries {
    readonly token_info_dictionary: { getFeatures(name: number): string };
    readonly unknown_dictionary: { getFeatures(name: number): string };
    readonly connection_costs: { get(right: number, left: number): number };
  }

  export default class Tokenizer<Lattice = unknown> {
    constructor(dictionaries: KuromojiDictionaries);
    static splitByPunctuation(text: string): string[];
    viterbi_builder: { build(sentence: string): Lattice };
    viterbi_searcher: { search(lattice: Lattice): KuromojiNode[] };
    getLattice(sentence: string): Lattice;
    tokenize(text: string): KuromojiToken[];
  }
}

declare module 'kuromoji' {
  import type KuromojiTokenizer from 'kuromoji/src/Tokenizer.js';

  const kuromoji: {
    builder(options: { dicPath: string }): {
      build(done: (error: Error | null, tokenizer: KuromojiTokenizer) => void): void;
    };
  };
  export default kuromoji;
}
