/** The nodes of a lattice as parallel arrays: no object a node, nothing for the garbage collector. */

export const NO_NODE = -1;
const FIRST_CAPACITY = 4096;
/** About 2 MB. A rare huge sentence may take more, which is given back with the next sentence. */
const KEPT_CAPACITY = 65536;

/** Nodes in the order in which they were added, and for each offset a list of those that end there, latest first. */
export class NodePool {
  count = 0;
  entry = new Int32Array(0);
  start = new Int32Array(0);
  right = new Uint16Array(0);
  /** Cost of the cheapest way from the beginning up to and including the node. */
  total = new Float64Array(0);
  previous = new Int32Array(0);
  nextEnding = new Int32Array(0);
  /** UTF-16 offset → latest node that ends there. */
  latestEnding = new Int32Array(256);
  #capacity = 0;

  constructor() {
    this.#resize(FIRST_CAPACITY);
  }

  /** Forgets all nodes, and makes room for a sentence of `length` UTF-16 units. */
  reset(length: number): void {
    this.count = 0;
    if (this.#capacity > KEPT_CAPACITY) this.#resize(KEPT_CAPACITY);
    if (this.latestEnding.length <= length) this.latestEnding = new Int32Array(length * 2);
    this.latestEnding.fill(NO_NODE, 0, length + 1);
  }

  add(entry: number, start: number, end: number, right: number, total: number, previous: number): void {
    if (this.count === this.#capacity) this.#resize(this.#capacity * 2);
    const node = this.count++;
    this.entry[node] = entry;
    this.start[node] = start;
    this.right[node] = right;
    this.total[node] = total;
    this.previous[node] = previous;
    this.nextEnding[node] = this.latestEnding[end] as number;
    this.latestEnding[end] = node;
  }

  #resize(capacity: number): void {
    const resized = <A extends Int32Array | Uint16Array | Float64Array>(from: A, to: A): A => {
      to.set(from.length > capacity ? from.subarray(0, 0) : from);
      return to;
    };
    this.#capacity = capacity;
    this.entry = resized(this.entry, new Int32Array(capacity));
    this.start = resized(this.start, new Int32Array(capacity));
    this.right = resized(this.right, new Uint16Array(capacity));
    this.total = resized(this.total, new Float64Array(capacity));
    this.previous = resized(this.previous, new Int32Array(capacity));
    this.nextEnding = resized(this.nextEnding, new Int32Array(capacity));
  }
}
