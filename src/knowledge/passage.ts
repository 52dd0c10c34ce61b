/** A passage: one reviewed answer, one Markdown file under knowledge/passages/<chapter>/. */
import { z } from 'zod';

/** `<chapter>/<slug>`, the file's place under knowledge/passages without `.md`. */
export type PassageId = string & { readonly __brand: 'PassageId' };

const day = z.iso.date('write a day as 2026-11-23');
/** YAML reads a bare 2026 as a number. */
const dayMonthOrYear = z
  .union([z.string(), z.number().transform(String)])
  .pipe(
    z
      .string()
      .regex(
        /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
        'write a date as 2026, 2026-11 or 2026-11-23',
      ),
  );

const source = z
  .strictObject({
    title: z.string().min(1),
    url: z.url({ protocol: /^https?$/ }).optional(),
    document: z.string().min(1).optional(),
    date: dayMonthOrYear,
  })
  .refine((s) => (s.url === undefined) !== (s.document === undefined), 'give either "url" or "document"');

export const passageId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write an id as chapter/name in small letters, digits and hyphens')
  .transform((id) => id as PassageId);

const review = z.strictObject({ by: z.string().min(1), on: day });

export const frontMatter = z.strictObject({
  id: passageId,
  topic: z.string().min(1),
  title: z.string().min(1).max(30, 'at most 30 characters'),
  questions: z
    .array(z.string().min(2))
    .min(3, 'give at least 3 ways to ask')
    .max(8, 'give at most 8 ways to ask'),
  ask: z.array(z.string().min(2).max(60, 'at most 60 characters')).min(1).max(3),
  sources: z.array(source).min(1, 'name at least one source'),
  written_on: day,
  /** The clinician who checked it. */
  reviewed: review.nullable(),
  /** The patients and citizens who read it for being understood (ganjoho.jp does both). */
  read_by_patients: review.nullable().default(null),
  next_review: day,
  /** What was changed, newest last. */
  history: z.array(z.strictObject({ on: day, what: z.string().min(2).max(60) })).default([]),
});

export type FrontMatter = z.infer<typeof frontMatter>;
export type PassageSource = FrontMatter['sources'][number];

/** The body, already parsed: what a message renderer needs and nothing more. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export type Review = { readonly by: string; readonly on: string };

export type Passage = {
  readonly id: PassageId;
  readonly topic: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly ask: readonly string[];
  readonly sources: readonly PassageSource[];
  readonly writtenOn: string;
  readonly reviewed: Review | null;
  readonly readByPatients: Review | null;
  readonly nextReview: string;
  readonly history: readonly { readonly on: string; readonly what: string }[];
  readonly body: readonly Block[];
  /** The full form behind 「もっと読む」; empty where there is none. */
  readonly more: readonly Block[];
  /** The same in easy Japanese; empty where there is none. */
  readonly plain: readonly Block[];
};

/** The body as plain text, a line for each paragraph or list item. */
export function plainText(body: readonly Block[]): string {
  return body
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.items.map((item) => `・${item}`)))
    .join('\n');
}
