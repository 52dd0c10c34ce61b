/** The handbook's fixed topics (knowledge/topics.yaml): each passage names exactly one. */
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens');

export const topicsFile = z.strictObject({
  chapters: z
    .array(
      z.strictObject({
        id: slug,
        title: z.string().min(1),
        topics: z
          .array(z.strictObject({ id: slug, title: z.string().min(1), scope: z.string().min(1) }))
          .min(1),
      }),
    )
    .min(1),
});

export type Topic = {
  readonly id: string;
  readonly title: string;
  readonly scope: string;
  readonly chapter: string;
};

/** Flattens the chapters of topics.yaml into topics that know their chapter. */
export function topicsOf(file: z.infer<typeof topicsFile>): Topic[] {
  return file.chapters.flatMap((chapter) =>
    chapter.topics.map((topic) => ({ ...topic, chapter: chapter.id })),
  );
}
