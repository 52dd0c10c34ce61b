/**
 * Builds a double-array trie over UTF-16 units.
 *
 * The slot of a child is `base[parent] + code`, and `check[slot]` holds the code rather than the parent (Yata's
 * compact form, 6 bytes a slot instead of 8). That is sound as long as no two parents share a base.
 */
import { END_OF_WORD } from '../layout.ts';
import { SlotAllocator } from './slot-allocator.ts';

export type Trie = {
  readonly unitCode: Uint16Array;
  readonly base: Int32Array;
  readonly check: Uint16Array;
};

/** A place in the trie whose children wait for a base: `slot`, and the keys that pass it. */
type Branch = { readonly depth: number; readonly from: number; readonly to: number; slot: number };

/**
 * The trie of `keys`, sorted by UTF-16 units and distinct; `values[i]` (≥ 0) is found under `keys[i]`.
 * A third of a million keys take about a second.
 */
export function buildTrie(keys: readonly string[], values: ArrayLike<number>): Trie {
  const unitCode = frequentUnitsFirst(keys);
  const slots = new SlotAllocator();
  let branches: Branch[] = [{ depth: 0, from: 0, to: keys.length, slot: 0 }];
  // Level by level: wide branches near the root are placed while there is room, the many narrow ones fill the gaps.
  while (branches.length > 0) {
    const opened = branches.map((branch) => ({ branch, children: childrenOf(keys, branch, unitCode) }));
    opened.sort((a, b) => b.children.length - a.children.length);
    branches = [];
    for (const { branch, children } of opened) {
      const base = slots.place(children.map((child) => child.code));
      slots.base[branch.slot] = base;
      for (const child of children) {
        const slot = base + child.code;
        slots.check[slot] = child.code;
        const isLeaf = child.to - child.from === 1 && keys[child.from]?.length === branch.depth + 1;
        if (child.code === END_OF_WORD || isLeaf) slots.base[slot] = -1 - (values[child.from] ?? 0);
        else branches.push({ depth: branch.depth + 1, from: child.from, to: child.to, slot });
      }
    }
  }
  return { unitCode, ...slots.trimmed(Math.max(...unitCode.values()) + 1) };
}

/** Codes from 1, the most frequent unit first, so that the bases of most branches lie close together. */
function frequentUnitsFirst(keys: readonly string[]): Uint16Array {
  const count = new Uint32Array(65536);
  for (const key of keys)
    for (let i = 0; i < key.length; i++) count[key.charCodeAt(i)] = (count[key.charCodeAt(i)] ?? 0) + 1;
  const used = [...count.keys()].filter((unit) => count[unit] !== 0);
  used.sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0) || a - b);
  const unitCode = new Uint16Array(65536);
  for (const [index, unit] of used.entries()) unitCode[unit] = index + 1;
  return unitCode;
}

type Child = { readonly code: number; readonly from: number; readonly to: number };

function childrenOf(keys: readonly string[], { depth, from, to }: Branch, unitCode: Uint16Array): Child[] {
  const children: Child[] = [];
  let start = from;
  while (start < to) {
    const unit = keys[start]?.charCodeAt(depth);
    let end = start + 1;
    // NaN stands for the key that ends here; it is the first, because keys are sorted.
    while (end < to && !Number.isNaN(unit) && keys[end]?.charCodeAt(depth) === unit) end++;
    const code = unit === undefined || Number.isNaN(unit) ? END_OF_WORD : (unitCode[unit] ?? 0);
    children.push({ code, from: start, to: end });
    start = end;
  }
  return children.sort((a, b) => a.code - b.code);
}
