/**
 * The lattice of all ways to cut a sentence into words, and the cheapest way through it.
 *
 * It takes the place of kuromoji's ViterbiBuilder, ViterbiLattice and ViterbiSearcher and gives the same paths:
 * same words, same costs, and among paths of equal cost the one whose nodes were added first. It is linear in the
 * text: the trie is walked over the text's own UTF-16 units (stock encodes the rest of the text anew at each
 * position), runs of unknown characters are measured once from the right, and where many nodes end at one place
 * only the cheapest of each right id goes on.
 *
 * In one thing it is better than stock: stock counts the length of a run of surrogate pairs in UTF-16 units but
 * its start in characters, and so swallows the words after 「😭😭」. Here every character is in one word.
 *
 * Typed-array reads are written `as number` here and beside: the indices are in range by construction, and `?? 0`
 * would be a branch in the innermost loops.
 */
import { Arrivals } from './arrivals.ts';
import { CharacterRuns } from './character-runs.ts';
import type { Dictionary } from './dictionary.ts';
import { CLASS_MASK, END_OF_WORD, INVOKE, LAST_ENTRY, type Sections } from './layout.ts';
import { NO_NODE, NodePool } from './node-pool.ts';

/**
 * A word of a sentence; offsets in UTF-16 units. `entry` ≥ 0 is a dictionary entry, `-1 - n` is the n-th
 * unknown-word entry.
 */
export type PathWord = { readonly entry: number; readonly start: number; readonly end: number };

/** Connection id of the beginning and of the end of a sentence. */
const BOUNDARY = 0;

/** One lattice serves one sentence after the other; `build` forgets the last. */
export class Lattice {
  readonly #sections: Sections;
  readonly #nodes = new NodePool();
  readonly #runs: CharacterRuns;
  readonly #arrivals: Arrivals;
  #trieSteps = 0;
  #length = 0;
  #last = NO_NODE;

  constructor(dictionary: Dictionary) {
    this.#sections = dictionary.sections;
    this.#runs = new CharacterRuns(dictionary);
    this.#arrivals = new Arrivals(dictionary);
  }

  /** Trie steps, nodes and joins of the last sentence: what its time is made of. */
  get work(): number {
    return this.#trieSteps + this.#nodes.count + this.#arrivals.weighed;
  }

  /** Lays out all words that may stand in `sentence`. */
  build(sentence: string): this {
    const length = sentence.length;
    this.#length = length;
    this.#trieSteps = 0;
    this.#arrivals.weighed = 0;
    this.#nodes.reset(length);
    this.#nodes.add(0, 0, 0, BOUNDARY, 0, NO_NODE);
    this.#runs.measure(sentence);
    const { categoryFlags } = this.#sections;
    for (let start = 0; start < length; start++) {
      // No way leads into the middle of a surrogate pair or of a run: nothing needs to start there.
      if (!this.#arrivals.gather(this.#nodes, start)) continue;
      const isKnown = this.#addKnown(sentence, start);
      const category = this.#runs.category[start] as number;
      if (!isKnown || (categoryFlags[category] as number) & INVOKE) this.#addUnknown(category, start);
    }
    this.#arrivals.gather(this.#nodes, length);
    this.#arrivals.join(BOUNDARY);
    this.#last = this.#arrivals.node;
    return this;
  }

  /** The words of the cheapest way, in order. */
  cheapestPath(): PathWord[] {
    const { entry, start: starts, previous } = this.#nodes;
    const path: PathWord[] = [];
    let end = this.#length;
    for (let node = this.#last; node > 0; node = previous[node] as number) {
      const start = starts[node] as number;
      path.push({ entry: entry[node] as number, start, end });
      end = start;
    }
    return path.reverse();
  }

  #addKnown(sentence: string, start: number): boolean {
    const { unitCode, trieBase, trieCheck } = this.#sections;
    let isKnown = false;
    let base = trieBase[0] as number;
    let at = start;
    while (at < sentence.length) {
      const code = unitCode[sentence.charCodeAt(at++)] as number;
      const slot = base + code;
      if (code === END_OF_WORD || trieCheck[slot] !== code) break;
      base = trieBase[slot] as number;
      const isLeaf = base < 0;
      if (isLeaf || trieCheck[base] === END_OF_WORD) {
        this.#addEntries(-1 - (isLeaf ? base : (trieBase[base] as number)), start, at);
        isKnown = true;
      }
      if (isLeaf) break;
    }
    this.#trieSteps += at - start;
    return isKnown;
  }

  #addEntries(first: number, start: number, end: number): void {
    const { entryClass, entryCost, classLeft, classRight } = this.#sections;
    for (let entry = first; ; entry++) {
      const flagged = entryClass[entry] as number;
      const wordClass = flagged & CLASS_MASK;
      this.#arrivals.join(classLeft[wordClass] as number);
      const total = this.#arrivals.cost + (entryCost[entry] as number);
      this.#nodes.add(entry, start, end, classRight[wordClass] as number, total, this.#arrivals.node);
      if (flagged & LAST_ENTRY) return;
    }
  }

  #addUnknown(category: number, start: number): void {
    const { unknownStart, unknownClass, unknownCost, classLeft, classRight } = this.#sections;
    const end = this.#runs.end[start] as number;
    const last = unknownStart[category + 1] as number;
    for (let unknown = unknownStart[category] as number; unknown < last; unknown++) {
      const wordClass = unknownClass[unknown] as number;
      this.#arrivals.join(classLeft[wordClass] as number);
      const total = this.#arrivals.cost + (unknownCost[unknown] as number);
      this.#nodes.add(-1 - unknown, start, end, classRight[wordClass] as number, total, this.#arrivals.node);
    }
  }
}
