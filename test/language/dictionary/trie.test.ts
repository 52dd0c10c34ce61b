import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTrie, type Trie } from '../../../src/language/dictionary/compile/trie-builder.ts';
import { END_OF_WORD } from '../../../src/language/dictionary/layout.ts';

/** The value under `key`, found step by step as the lattice does; undefined if it is no key. */
function lookUp({ unitCode, base, check }: Trie, key: string): number | undefined {
  let children = base[0] ?? 0;
  for (let i = 0; i < key.length; i++) {
    const code = unitCode[key.charCodeAt(i)] ?? 0;
    if (children < 0 || code === END_OF_WORD || check[children + code] !== code) return undefined;
    children = base[children + code] ?? 0;
  }
  if (children < 0) return -1 - children;
  return check[children] === END_OF_WORD ? -1 - (base[children] ?? 0) : undefined;
}

describe('the trie', () => {
  it('finds every key and nothing else, for any set of keys', () => {
    const key = fc.oneof(
      fc.string({ unit: fc.constantFrom('あ', 'い', 'が'), minLength: 1 }),
      fc.string({ minLength: 1, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: 60 }), fc.array(key), (keys, others) => {
        const sorted = [...keys].sort();
        const trie = buildTrie(
          sorted,
          sorted.map((_, index) => index),
        );
        for (const [index, stored] of sorted.entries()) expect(lookUp(trie, stored)).toBe(index);
        for (const other of others) if (!keys.includes(other)) expect(lookUp(trie, other)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
