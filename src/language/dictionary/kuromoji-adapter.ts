/** kuromoji's own Tokenizer on the compact dictionary. */
import KuromojiTokenizer, { type KuromojiNode } from 'kuromoji/src/Tokenizer.js';
import type { Dictionary } from './dictionary.ts';
import { Lattice } from './lattice.ts';
import { baseForm, WordFeatures } from './word-features.ts';

/**
 * kuromoji's Tokenizer with its dictionaries, lattice builder and searcher replaced. Its `tokenize` gives what
 * stock gives, except that `word_id` numbers our entries and that `word_position` counts UTF-16 units where stock
 * counts characters (both are wrong after the first sentence: use `createTokenizer` for offsets).
 *
 * Its searcher is replaced as well as its builder because the two share the lattice, which is typed arrays here:
 * tokenizing a question takes about a seventh of stock's time (`npm run bench:dictionary`), and the search stays
 * linear where tens of thousands of unknown words end at one place.
 */
export function createKuromojiTokenizer(dictionary: Dictionary): KuromojiTokenizer<Lattice> {
  const features = new WordFeatures(dictionary);
  const lattice = new Lattice(dictionary);
  const { connection, connectionSize } = dictionary.sections;
  const rightIds = connectionSize[0] ?? 0;
  let sentence = '';
  let path: KuromojiNode[] = [];
  // The dictionary does not keep surfaces, the text has them; an entry stands for one surface only.
  let surfaces: Map<number, string> | undefined;
  const surfaceOf = (entry: number) => {
    surfaces ??= new Map(
      path.filter((node) => node.type === 'KNOWN').map((node) => [node.name, node.surface_form]),
    );
    return surfaces.get(entry) ?? '';
  };

  const tokenizer = new KuromojiTokenizer<Lattice>({
    token_info_dictionary: {
      getFeatures(entry) {
        const surface = surfaceOf(entry);
        const word = features.ofEntry(entry);
        return [
          surface,
          ...[
            word.pos,
            word.posDetail1,
            word.posDetail2,
            word.posDetail3,
            word.conjugationType,
            word.conjugationForm,
          ],
          ...[baseForm(surface, word), features.reading(entry), features.pronunciation(entry)],
        ].join(',');
      },
    },
    unknown_dictionary: {
      getFeatures(unknown) {
        const word = features.ofUnknown(unknown);
        return `,${word.pos},${word.posDetail1},${word.posDetail2},${word.posDetail3},*,*,*`;
      },
    },
    connection_costs: { get: (right, left) => connection[left * rightIds + right] ?? 0 },
  });
  tokenizer.viterbi_builder = {
    build(text) {
      sentence = text;
      return lattice.build(text);
    },
  };
  tokenizer.viterbi_searcher = {
    search(built) {
      surfaces = undefined;
      path = built.cheapestPath().map(({ entry, start, end }) => ({
        name: entry < 0 ? -1 - entry : entry,
        type: entry < 0 ? 'UNKNOWN' : 'KNOWN',
        start_pos: start + 1,
        surface_form: sentence.slice(start, end),
      }));
      return path;
    },
  };
  return tokenizer;
}
