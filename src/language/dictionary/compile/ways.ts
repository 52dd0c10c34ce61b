/** The cheapest ways through a short text, while the dictionary is still a map of surfaces. */
import { DEFAULT_CATEGORY, GROUP, INVOKE } from '../layout.ts';
import type { Seed, SeedEntry } from './seed.ts';

/** A known or unknown word of a text. */
type Part = {
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly entry?: SeedEntry;
};

/** A way up to an offset: what it costs, and the right id of its last part. */
type Way = { readonly cost: number; readonly right: number };

/** Connection id of the end of a sentence. */
const BOUNDARY = 0;

/** Finds ways on `entriesOf`, which may grow in between. */
export class Ways {
  readonly #seed: Seed;
  readonly #entriesOf: ReadonlyMap<string, readonly SeedEntry[]>;
  readonly #rest = new Map<string, number>();

  constructor(seed: Seed, entriesOf: ReadonlyMap<string, readonly SeedEntry[]>) {
    this.#seed = seed;
    this.#entriesOf = entriesOf;
  }

  /** What it costs to put a word of id `left` after one of id `right`. */
  joining(right: number, left: number): number {
    const { costs, rightIds } = this.#seed.matrix;
    return costs[left * rightIds + right] ?? 0;
  }

  /** For each offset in `text` the parts that start there, without `except`; as the lattice would find them. */
  partsOf(text: string, except: readonly SeedEntry[]): Part[][] {
    return Array.from({ length: text.length }, (_, from) =>
      this.#partsAt(text, from).filter(({ entry }) => entry === undefined || !except.includes(entry)),
    );
  }

  /** For each offset the ways that lead there from a word of right id `before`. */
  through(parts: readonly (readonly Part[])[], before: number): Way[][] {
    const ways: Way[][] = Array.from({ length: parts.length + 1 }, () => []);
    ways[0] = [{ cost: 0, right: before }];
    for (const [from, starting] of parts.entries()) {
      const here = ways[from] ?? [];
      if (here.length === 0) continue;
      for (const part of starting) {
        // Of ways that end in the same right id only the cheapest can go on to be the cheapest.
        const cost = this.cheapest(here, part);
        const there = ways[part.to] ?? [];
        const rival = there.findIndex((way) => way.right === part.right);
        if (rival < 0) there.push({ cost, right: part.right });
        else if (cost < (there[rival]?.cost ?? 0)) there[rival] = { cost, right: part.right };
      }
    }
    return ways;
  }

  /** The cheapest of `ways` with `part` after it. */
  cheapest(ways: readonly Way[], part: Omit<Part, 'to'>): number {
    let cheapest = Infinity;
    for (const way of ways) cheapest = Math.min(cheapest, way.cost + this.joining(way.right, part.left));
    return cheapest + part.cost;
  }

  /** What `text` and the end of the sentence cost after a word of id `right`. */
  rest(text: string, right: number): number {
    const key = `${right} ${text}`;
    const known = this.#rest.get(key);
    if (known !== undefined) return known;
    const last = this.through(this.partsOf(text, []), right).at(-1) ?? [];
    const cost = this.cheapest(last, { left: BOUNDARY, right: BOUNDARY, cost: 0 });
    this.#rest.set(key, cost);
    return cost;
  }

  #partsAt(text: string, from: number): Part[] {
    const parts: Part[] = [];
    for (let to = from + 1; to <= text.length; to++) {
      for (const entry of this.#entriesOf.get(text.slice(from, to)) ?? [])
        parts.push({ ...entry, to, entry });
    }
    const { flags, names } = this.#seed.categories;
    const category = this.#categoryAt(text, from);
    const flag = flags[category] ?? 0;
    if (parts.length > 0 && !(flag & INVOKE)) return parts;
    let to = from + widthAt(text, from);
    if (flag & GROUP) {
      while (to < text.length && this.#categoryAt(text, to) === category) to += widthAt(text, to);
    }
    const unknown = this.#seed.unknown.filter((entry) => entry.category === names[category]);
    return [...parts, ...unknown.map(({ left, right, cost }) => ({ to, left, right, cost }))];
  }

  #categoryAt(text: string, at: number): number {
    if (widthAt(text, at) === 2) return DEFAULT_CATEGORY;
    return this.#seed.categories.ofUnit[text.charCodeAt(at)] ?? DEFAULT_CATEGORY;
  }
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
