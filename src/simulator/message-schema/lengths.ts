import { z } from 'zod';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * The number of characters as a person sees them: 👩‍👩‍👧 and が (か + ゙) are one each.
 * LINE counts labels, display texts, template texts and rich menu texts so.
 *
 * Source: developers.line.biz/ja/docs/messaging-api/text-character-count/
 */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

const outOfRange = (min: number, max: number) => `Length must be between ${min} and ${max}`;

/** A string of `min` to `max` UTF-16 units, LINE's usual way to count (a 🍎 is two). */
export function unitText(min: number, max: number) {
  // Not zod's own min and max: since 4.6 they count code points, and a 🍎 would be one.
  return z.string().refine((text) => text.length >= min && text.length <= max, outOfRange(min, max));
}

/** A string of `min` to `max` grapheme clusters. */
export function clusterText(min: number, max: number) {
  return z.string().refine(
    (text) => {
      // Every cluster holds at least one unit: a short string needs no segmenter.
      if (text.length >= min && text.length <= max) return min === 0 || countGraphemes(text) >= min;
      const count = countGraphemes(text);
      return count >= min && count <= max;
    },
    outOfRange(min, max),
  );
}

/** An https address of at most 2,000 units: LINE refuses http for anything it fetches. */
export const httpsUrl = unitText(1, 2000).refine(
  (text) => /^https:\/\/[^\s]+$/i.test(text) && URL.canParse(text),
  'must be an https URL',
);
