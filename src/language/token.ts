/** A word of a text, as the dictionary knows it. */
export type Token = {
  readonly surface: string;
  /** Offset of the first UTF-16 unit in the analysed text. */
  readonly start: number;
  /** 品詞 and its three subdivisions, 「*」 where there is none. */
  readonly pos: string;
  readonly posDetail1: string;
  readonly posDetail2: string;
  readonly posDetail3: string;
  readonly conjugationType: string;
  readonly conjugationForm: string;
  /** Base form; the surface where the dictionary has none. */
  readonly base: string;
  /** Katakana; undefined for words that the dictionary does not know. */
  readonly reading: string | undefined;
  /** False for a word that the dictionary does not know. */
  readonly known: boolean;
};

export interface Tokenizer {
  /** The words of `text` in order; their surfaces joined are `text`. */
  tokenize(text: string): Token[];
}
