/**
 * Hides small counts so that none can be computed back from what stands beside it (complementary suppression).
 *
 * A table with sums is a network: a figure flows out of one sum and into another, as a cell leaves its row and enters
 * its column. A hidden figure is safe exactly when another table fits all that is shown: when one unit can go round in
 * a circle through it and other hidden figures, without one of them leaving the range that readers know it has.
 */

/** `small`: 1 to 4, shown as 「5未満」; `withheld`: hidden because a small one could be computed from it. */
export type Mark = 'small' | 'withheld';

/** Below this a count can point to a person. */
export const SMALL_BELOW = 5;

/** The end of a figure that stands in no further sum. */
export const FREE = 'free';

export type Figure = {
  readonly key: string;
  readonly n: number;
  /** The two sums in which it stands, or FREE. */
  readonly from: string;
  readonly to: string;
  /** Stands in another table too, where it was decided: shown, or hidden within `range`. */
  readonly decided?: { readonly mark: Mark | null };
  /** Hidden whatever it is, and readers know nothing of it. */
  readonly blotted?: boolean;
};

type Range = { readonly least: number; readonly most: number };

const SMALL: Range = { least: 1, most: SMALL_BELOW - 1 };
/** Zero is never hidden to protect another, and readers may know that. */
const WITHHELD: Range = { least: SMALL_BELOW, most: Number.POSITIVE_INFINITY };
const BLOTTED: Range = { least: 0, most: Number.POSITIVE_INFINITY };

export function isSmall(n: number): boolean {
  return n > 0 && n < SMALL_BELOW;
}

/** The marks of the figures that are hidden, by key. Those that are decided keep what was decided. */
export function suppress(figures: readonly Figure[]): ReadonlyMap<string, Mark> {
  const hidden = new Map<Figure, Range>();
  for (const figure of figures) {
    if (figure.blotted) hidden.set(figure, BLOTTED);
    else if (figure.decided) {
      if (figure.decided.mark) hidden.set(figure, figure.decided.mark === 'small' ? SMALL : WITHHELD);
    } else if (isSmall(figure.n)) hidden.set(figure, SMALL);
  }
  const candidates = figures.filter(({ decided, blotted, n }) => !decided && !blotted && n >= SMALL_BELOW);
  for (const figure of figures.filter(({ n, decided }) => isSmall(n) && !decided)) {
    const circle = cheapestCircle(figure, hidden, candidates);
    if (circle === null) return marksOf(blotAll(figures, hidden));
    for (const other of circle) if (!hidden.has(other)) hidden.set(other, WITHHELD);
  }
  return marksOf(hidden);
}

/** Where hiding some does not help, all are hidden that may be. */
function blotAll(figures: readonly Figure[], hidden: ReadonlyMap<Figure, Range>): ReadonlyMap<Figure, Range> {
  const blotted = new Map(hidden);
  for (const figure of figures) if (!figure.decided) blotted.set(figure, BLOTTED);
  return blotted;
}

function marksOf(hidden: ReadonlyMap<Figure, Range>): ReadonlyMap<string, Mark> {
  return new Map([...hidden].map(([{ key }, range]) => [key, range === SMALL ? 'small' : 'withheld']));
}

/** The figures that must be hidden with `figure` to make it safe, at the least loss; null when nothing does. */
function cheapestCircle(
  figure: Figure,
  hidden: ReadonlyMap<Figure, Range>,
  candidates: readonly Figure[],
): readonly Figure[] | null {
  const range = hidden.get(figure) ?? SMALL;
  const ways = waysThrough(figure, hidden, candidates);
  const up = figure.n < range.most ? cheapestPath(figure.to, figure.from, ways) : null;
  const down = figure.n > range.least ? cheapestPath(figure.from, figure.to, ways) : null;
  if (up && down) return up.loss <= down.loss ? up.figures : down.figures;
  return (up ?? down)?.figures ?? null;
}

type Way = { readonly to: string; readonly loss: number; readonly figure: Figure };

/** How a unit can go on from each sum: along a figure that may become more, against one that may become less. */
function waysThrough(
  figure: Figure,
  hidden: ReadonlyMap<Figure, Range>,
  candidates: readonly Figure[],
): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  const add = (from: string, way: Way) => {
    const known = ways.get(from);
    if (known) known.push(way);
    else ways.set(from, [way]);
  };
  const open = (other: Figure, range: Range, loss: number) => {
    if (other.n < range.most) add(other.from, { to: other.to, loss, figure: other });
    if (other.n > range.least) add(other.to, { to: other.from, loss, figure: other });
  };
  for (const [other, range] of hidden) if (other !== figure) open(other, range, 0);
  for (const other of candidates) if (!hidden.has(other)) open(other, WITHHELD, other.n);
  return ways;
}

/** Dijkstra's shortest path by loss; the first of equal ones. */
function cheapestPath(from: string, to: string, ways: ReadonlyMap<string, readonly Way[]>) {
  const reached = new Map<string, { loss: number; figures: readonly Figure[] }>([
    [from, { loss: 0, figures: [] }],
  ]);
  const settled = new Set<string>();
  for (;;) {
    let here: string | null = null;
    for (const [sum, { loss }] of reached) {
      if (settled.has(sum)) continue;
      if (here === null || loss < (reached.get(here)?.loss ?? 0)) here = sum;
    }
    if (here === null) return null;
    const state = reached.get(here);
    if (here === to || !state) return state ?? null;
    settled.add(here);
    for (const way of ways.get(here) ?? []) {
      const loss = state.loss + way.loss;
      if (loss < (reached.get(way.to)?.loss ?? Number.POSITIVE_INFINITY))
        reached.set(way.to, { loss, figures: [...state.figures, way.figure] });
    }
  }
}
