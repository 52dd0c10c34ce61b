/** The nodes that end where the next words start, and the cheapest of them to join a word to. */
import type { Dictionary } from './dictionary.ts';
import { NO_NODE, type NodePool } from './node-pool.ts';

const LAST_STAMP = 0x7fffffff;

/**
 * Only the cheapest node of each right id is kept: what follows costs the same for all of one right id. Joins are
 * remembered by left id, since the words that start at one place share few. Among equal costs the node that was
 * added first wins, as in kuromoji's ViterbiSearcher.
 */
export class Arrivals {
  /** Joins weighed since it was last set to 0. */
  weighed = 0;
  /** Set by `join`: the node to join to, and what it costs up to the new word. */
  node = NO_NODE;
  cost = 0;
  readonly #connection: Int16Array;
  readonly #rightIds: number;
  #count = 0;
  readonly #rights: Uint16Array;
  readonly #nodes: Int32Array;
  readonly #costs: Float64Array;
  /** Stamps say for which `gather` a remembered value holds, so that nothing has to be cleared. */
  #stamp = 0;
  readonly #rightStamp: Int32Array;
  readonly #placeOfRight: Uint16Array;
  readonly #joinStamp: Int32Array;
  readonly #joinNode: Int32Array;
  readonly #joinCost: Float64Array;

  constructor({ sections }: Dictionary) {
    const [rightIds = 0, leftIds = 0] = sections.connectionSize;
    this.#connection = sections.connection;
    this.#rightIds = rightIds;
    this.#rights = new Uint16Array(rightIds);
    this.#nodes = new Int32Array(rightIds);
    this.#costs = new Float64Array(rightIds);
    this.#rightStamp = new Int32Array(rightIds);
    this.#placeOfRight = new Uint16Array(rightIds);
    this.#joinStamp = new Int32Array(leftIds);
    this.#joinNode = new Int32Array(leftIds);
    this.#joinCost = new Float64Array(leftIds);
  }

  /** Takes the nodes that end at `offset`; false if there are none. */
  gather(nodes: NodePool, offset: number): boolean {
    this.#count = 0;
    this.#nextStamp();
    const stamp = this.#stamp;
    for (
      let node = nodes.latestEnding[offset] as number;
      node !== NO_NODE;
      node = nodes.nextEnding[node] as number
    ) {
      const right = nodes.right[node] as number;
      const total = nodes.total[node] as number;
      let place = this.#placeOfRight[right] as number;
      if (this.#rightStamp[right] !== stamp) {
        place = this.#count++;
        this.#rightStamp[right] = stamp;
        this.#placeOfRight[right] = place;
        this.#rights[place] = right;
      } else if (total > (this.#costs[place] as number)) {
        // Latest first in the list: an equal one here was added earlier, and wins.
        continue;
      }
      this.#nodes[place] = node;
      this.#costs[place] = total;
    }
    return this.#count > 0;
  }

  /** Finds the cheapest arrival before a word of id `left`; the answer is in `node` and `cost`. */
  join(left: number): void {
    if (this.#joinStamp[left] === this.#stamp) {
      this.node = this.#joinNode[left] as number;
      this.cost = this.#joinCost[left] as number;
      return;
    }
    const row = left * this.#rightIds;
    let bestNode = NO_NODE;
    let bestCost = Infinity;
    for (let place = 0; place < this.#count; place++) {
      const cost =
        (this.#costs[place] as number) + (this.#connection[row + (this.#rights[place] as number)] as number);
      if (cost > bestCost) continue;
      const node = this.#nodes[place] as number;
      if (cost === bestCost && node > bestNode) continue;
      bestCost = cost;
      bestNode = node;
    }
    this.weighed += this.#count;
    this.#joinStamp[left] = this.#stamp;
    this.#joinNode[left] = this.node = bestNode;
    this.#joinCost[left] = this.cost = bestCost;
  }

  #nextStamp(): void {
    if (this.#stamp === LAST_STAMP) {
      this.#rightStamp.fill(0);
      this.#joinStamp.fill(0);
      this.#stamp = 0;
    }
    this.#stamp++;
  }
}
