import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipGraphemes, clipUtf16 } from '../../src/line/render/clip.ts';
import { anyText } from '../fixtures/any-text.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const graphemesOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
const clusters = fc
  .array(fc.constantFrom('が', 'か\u3099', '痛', '👨‍👩‍👧', '🇯🇵', '𠮷', 'é', '1️⃣', '\ud83d', 'a', ' '), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const limit = fc.integer({ min: 1, max: 30 });
const texts = fc.oneof(clusters, anyText(40));

/** Whether `clipped` is whole graphemes from the beginning of `text`, and 「…」. */
function isWholeBeginning(text: string, clipped: string): boolean {
  if (clipped === text) return true;
  if (!clipped.endsWith('…')) return false;
  const kept = clipped.slice(0, -1);
  let at = 0;
  for (const grapheme of graphemesOf(text)) {
    if (at === kept.length) break;
    at += grapheme.length;
  }
  return text.startsWith(kept) && at === kept.length;
}

describe.each([
  ['clipGraphemes', clipGraphemes, (text: string) => graphemesOf(text).length],
  ['clipUtf16', clipUtf16, (text: string) => text.length],
] as const)('%s', (_, clip, lengthOf) => {
  it('keeps the limit and leaves a text alone that fits', () => {
    fc.assert(
      fc.property(texts, limit, (text, most) => {
        const clipped = clip(text, most);
        expect(lengthOf(clipped)).toBeLessThanOrEqual(most);
        if (lengthOf(text) <= most) expect(clipped).toBe(text);
        else expect(clipped.endsWith('…')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts between characters as a reader sees them, never within one', () => {
    fc.assert(
      fc.property(texts, limit, (text, most) => {
        const clipped = clip(text, most);
        expect(isWholeBeginning(text, clipped)).toBe(true);
        if (text.isWellFormed()) expect(clipped.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a clipped text', () => {
  it('is as long as it may be', () => {
    expect(clipGraphemes('髪はいつ抜けますか', 5)).toBe('髪はいつ…');
    expect(clipUtf16('髪はいつ抜けますか', 5)).toBe('髪はいつ…');
    expect(clipGraphemes('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
    expect(clipUtf16('👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧…');
    expect(clipUtf16('👨‍👩‍👧👨‍👩‍👧', 8)).toBe('…');
  });
});
