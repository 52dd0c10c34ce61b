/** Finds room in a double array for the children of a branch. */
import { UNUSED_SLOT } from '../layout.ts';

/** Codes are 16 bits, so a child lies at most this far behind its base. */
const REACH = 65536;

const WIDEST = 16;
/** Words of 32 bases that a search passes in vain before the next search of its width starts halfway. */
const PATIENCE = 200;

/**
 * First fit over bitmaps: 32 bases are tried at once. The slots are used to about 95 %, and placing the 200,000
 * branches of IPADIC takes about a second.
 */
export class SlotAllocator {
  base = new Int32Array(0);
  check = new Uint16Array(0);
  /** One bit a slot that is free, one bit a base that no branch has. */
  #freeSlots = new Uint32Array(0);
  #freeBases = new Uint32Array(0);
  /** Number of codes (capped) → word where the search for that many starts; what lies before is crowded. */
  readonly #start = new Uint32Array(WIDEST + 1);

  constructor() {
    this.#grow(1 << 20);
    // Slot 0 is the root; base 0 would make it its own child.
    this.#freeSlots[0] = ~1;
    this.#freeBases[0] = ~1;
  }

  /** A low base under which all `codes` (ascending) are free; takes the base and those slots. */
  place(codes: readonly number[]): number {
    const width = Math.min(codes.length, WIDEST);
    const start = this.#start[width] as number;
    for (let word = start; ; word++) {
      if (word * 32 + REACH >= this.check.length - 64) this.#grow(this.check.length * 2);
      const fitting = this.#basesThatFit(word, codes);
      if (fitting === 0) continue;
      if (word - start > PATIENCE) this.#start[width] = (start + word) >>> 1;
      const base = word * 32 + (31 - Math.clz32(fitting & -fitting));
      clearBit(this.#freeBases, base);
      for (const code of codes) clearBit(this.#freeSlots, base + code);
      return base;
    }
  }

  /** The arrays up to the last used slot, with room for any of `codes` codes after the last base. */
  trimmed(codes: number): { base: Int32Array; check: Uint16Array } {
    let last = this.check.length - 1;
    while (last > 0 && this.check[last] === UNUSED_SLOT) last--;
    const size = last + 1 + codes;
    if (size > this.check.length) this.#grow(size);
    return { base: this.base.slice(0, size), check: this.check.slice(0, size) };
  }

  /** Of the 32 bases in `word`, those under which all codes are free, as bits. */
  #basesThatFit(word: number, codes: readonly number[]): number {
    const free = this.#freeSlots;
    let fitting = this.#freeBases[word] as number;
    for (const code of codes) {
      const at = word + (code >>> 5);
      const shift = code & 31;
      const low = free[at] as number;
      fitting &= shift === 0 ? low : (low >>> shift) | ((free[at + 1] as number) << (32 - shift));
      if (fitting === 0) return 0;
    }
    return fitting;
  }

  #grow(size: number): void {
    const words = Math.ceil(size / 32);
    const base = new Int32Array(size);
    const check = new Uint16Array(size).fill(UNUSED_SLOT);
    const freeSlots = new Uint32Array(words).fill(0xffffffff);
    const freeBases = new Uint32Array(words).fill(0xffffffff);
    base.set(this.base);
    check.set(this.check);
    freeSlots.set(this.#freeSlots);
    freeBases.set(this.#freeBases);
    this.base = base;
    this.check = check;
    this.#freeSlots = freeSlots;
    this.#freeBases = freeBases;
  }
}

function clearBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] as number) & ~(1 << (index & 31));
}
