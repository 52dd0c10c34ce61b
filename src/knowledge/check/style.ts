/** knowledge/style.yaml: the editors' own rules of style, which `knowledge check` reads. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

const forbidden = z.strictObject({
  words,
  /** Words after it in the same sentence that make it harmless. */
  unless: words.optional(),
  /** What is wrong with it and what to write, in the editors' language. */
  mend: z.string().min(1),
});

const fact = z.strictObject({
  about: z.string().min(1),
  /** A sentence is about it when it holds one of these … */
  words,
  /** … and none of these. */
  unless: words.optional(),
  /** The figure's unit as it is written, e.g. ℃. */
  units: words,
  /** The figures that are right. */
  values: z.array(z.number()).min(1),
});

export const styleFile = z.strictObject({
  claims: z.array(forbidden).min(1),
  promotion: z.array(forbidden).min(1),
  /** What turns any claim into its opposite: 「必ず治る」とは言えません. */
  negations: words,
  facts: z.array(fact),
  sentence: z.strictObject({
    max: z.number().int().positive(),
    max_plain: z.number().int().positive(),
    commas: z.number().int().positive(),
  }),
  kanji_in_a_row: z.number().int().positive(),
  /** Official names that may be longer. */
  long_words: words,
  /** The end of a body must name whom to turn to: one of these. */
  contacts: words,
  review_soon_days: z.number().int().positive(),
  source_years: z.number().int().positive(),
});

export type Style = z.infer<typeof styleFile>;
export type Forbidden = z.infer<typeof forbidden>;

export const STYLE_PATH = 'knowledge/style.yaml';
