import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellKey,
  columnKey,
  GRAND_TOTAL,
  LIST_TOTAL,
  listFigures,
  listKey,
  matrixFigures,
  rowKey,
} from '../../../src/console/reports/masking/shapes.ts';
import {
  type Figure,
  FREE,
  isSmall,
  type Mark,
  suppress,
} from '../../../src/console/reports/masking/suppress.ts';

const marksOfList = (ns: readonly number[], known: boolean) => {
  const marks = suppress(listFigures(ns, known));
  return [...ns.map((_, i) => marks.get(listKey(i)) ?? null), marks.get(LIST_TOTAL) ?? null];
};

describe('small counts in a list', () => {
  it('that has none hides nothing', () => {
    expect(marksOfList([0, 5, 12], false)).toEqual([null, null, null, null]);
  });

  it('are hidden, and so is the next smallest where the total would tell', () => {
    expect(marksOfList([20, 3, 9, 0], false)).toEqual([null, 'small', 'withheld', null, null]);
  });

  it('protect each other', () => {
    expect(marksOfList([20, 3, 2, 0], false)).toEqual([null, 'small', 'small', null, null]);
  });

  it('are told apart no further when both could only be 1: a third is hidden', () => {
    expect(marksOfList([1, 1, 7, 30], true)).toEqual(['small', 'small', 'withheld', null, null]);
  });

  it('take the total with them where there is nothing else', () => {
    expect(marksOfList([3, 0, 0], false)).toEqual(['small', null, null, 'small']);
  });
});

/** What readers know of a figure that is hidden; all of it where everything is hidden that may be. */
function mayBe(figure: Figure, mark: Mark, blotted: boolean): (n: number) => boolean {
  if (mark === 'small') return isSmall;
  return blotted || figure.blotted ? (n) => n >= 0 : (n) => n === 0 || n >= 5;
}

/**
 * Another way to the same end: a reader tries the tables that fit all that is shown, and learns a count when it is the
 * same in each of them. Each hidden count is tried as it is, one more and one less: another table that is found so
 * proves that the count stays unknown.
 */
function readersLearn(figures: readonly Figure[]): string[] {
  const marks = suppress(figures);
  const blotted = figures.some(({ n, key, decided }) => marks.get(key) === 'withheld' && n < 5 && !decided);
  const hidden = figures.filter(({ key }) => marks.has(key));
  const balance = new Map<string, number>();
  const add = (sum: string, n: number) => balance.set(sum, (balance.get(sum) ?? 0) + n);
  const flow = ({ from, to }: Figure, n: number) => {
    add(from, -n);
    add(to, n);
  };
  const target = new Map<string, number>();
  for (const figure of figures) flow(figure, figure.n);
  for (const [sum, n] of balance) target.set(sum, n);
  balance.clear();
  for (const figure of figures) if (!marks.has(figure.key)) flow(figure, figure.n);
  const left = new Map<string, number>();
  for (const { from, to } of hidden) for (const sum of [from, to]) left.set(sum, (left.get(sum) ?? 0) + 1);
  const seen = hidden.map(() => new Set<number>());
  const tried: number[] = [];
  const search = (at: number): void => {
    const figure = hidden[at];
    if (!figure) {
      for (const [i, n] of tried.entries()) seen[i]?.add(n);
      return;
    }
    const fits = mayBe(figure, marks.get(figure.key) ?? 'withheld', blotted);
    for (let n = Math.max(0, figure.n - 1); n <= figure.n + 1; n++) {
      if (!fits(n)) continue;
      flow(figure, n);
      tried[at] = n;
      let possible = true;
      for (const sum of [figure.from, figure.to]) {
        left.set(sum, (left.get(sum) ?? 0) - 1);
      }
      for (const sum of [figure.from, figure.to]) {
        if (sum !== FREE && left.get(sum) === 0 && balance.get(sum) !== target.get(sum)) possible = false;
      }
      if (possible) search(at + 1);
      for (const sum of [figure.from, figure.to]) left.set(sum, (left.get(sum) ?? 0) + 1);
      flow(figure, -n);
    }
  };
  search(0);
  return hidden.flatMap((figure, i) => (isSmall(figure.n) && (seen[i]?.size ?? 0) < 2 ? [figure.key] : []));
}

describe('no small count can be computed back', () => {
  it('from a list and its total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), (ns) => {
        expect(readersLearn(listFigures(ns, false))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('from a list whose total everybody knows, if it is not small itself', () => {
    const list = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 })
      .filter((ns) => ns.reduce((a, b) => a + b, 0) >= 5);
    fc.assert(
      fc.property(list, (ns) => {
        expect(readersLearn(listFigures(ns, true))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('from a matrix with the totals of its rows, its columns and of all', () => {
    const row = fc.tuple(...[0, 1].map(() => fc.integer({ min: 0, max: 9 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (cells) => {
        expect(readersLearn(matrixFigures(cells, {}))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('hides every count from 1 to 4, and never shows one whatever the table', () => {
    const row = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (cells) => {
        const marks = suppress(matrixFigures(cells, {}));
        cells.forEach((ns, i) => {
          ns.forEach((n, j) => {
            if (isSmall(n)) expect(marks.has(cellKey(i, j))).toBe(true);
          });
          const shown = ns.filter((_, j) => !marks.has(cellKey(i, j))).length;
          // A single gap in a row beside its total would be filled by a subtraction.
          if (!marks.has(rowKey(i))) expect(ns.length - shown).not.toBe(1);
        });
        for (let j = 0; j < 5; j++) {
          const gaps = cells.filter((_, i) => marks.has(cellKey(i, j))).length;
          if (!marks.has(columnKey(j))) expect(gaps).not.toBe(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the totals of a large table', () => {
    const cells = [
      [40, 3, 60],
      [2, 50, 70],
      [80, 90, 10],
    ];
    const marks = suppress(matrixFigures(cells, {}));
    for (const key of [
      rowKey(0),
      rowKey(1),
      rowKey(2),
      columnKey(0),
      columnKey(1),
      columnKey(2),
      GRAND_TOTAL,
    ])
      expect(marks.has(key)).toBe(false);
    expect(marks.get(cellKey(0, 1))).toBe('small');
    expect(marks.get(cellKey(0, 0))).toBe('withheld');
  });
});
