/** Where an unknown word that starts at a character would end. */
import type { Dictionary } from './dictionary.ts';
import { DEFAULT_CATEGORY, GROUP } from './layout.ts';

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number) => (unit & 0xfc00) === 0xdc00;

/**
 * Categories and run ends of a sentence, found in one pass from the right.
 *
 * Surrogate pairs are category DEFAULT, as in stock. A high surrogate alone (stock throws on it) is DEFAULT too and
 * one unit wide; a low surrogate alone has the category that char.def's table gives it, as in stock.
 */
export class CharacterRuns {
  /** UTF-16 offset → category of the character there. */
  category = new Uint8Array(256);
  /** UTF-16 offset → end of the unknown word that starts there: of the run, or of the character. */
  end = new Int32Array(256);
  readonly #unitCategory: Uint8Array;
  readonly #flags: Uint8Array;

  constructor({ sections }: Dictionary) {
    this.#unitCategory = sections.unitCategory;
    this.#flags = sections.categoryFlags;
  }

  /** Measures `sentence`; the offsets in the middle of a surrogate pair are left undefined. */
  measure(sentence: string): void {
    const length = sentence.length;
    if (length > this.end.length) {
      this.category = new Uint8Array(length * 2);
      this.end = new Int32Array(length * 2);
    }
    let next = length;
    let categoryOfNext = -1;
    let runEnd = length;
    while (next > 0) {
      let at = next - 1;
      let unit = sentence.charCodeAt(at);
      if (isLowSurrogate(unit) && at > 0 && isHighSurrogate(sentence.charCodeAt(at - 1))) {
        at--;
        unit = sentence.charCodeAt(at);
      }
      const category = isHighSurrogate(unit) ? DEFAULT_CATEGORY : (this.#unitCategory[unit] as number);
      if (category !== categoryOfNext) runEnd = next;
      this.category[at] = category;
      this.end[at] = (this.#flags[category] as number) & GROUP ? runEnd : next;
      categoryOfNext = category;
      next = at;
    }
  }
}
