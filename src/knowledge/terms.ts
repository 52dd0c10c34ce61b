/** knowledge/terms.yaml: the handbook's own words with their readings; words of one group mean the same. */
import { z } from 'zod';

export const termsFile = z.record(
  z.string().regex(/^[a-z0-9-]+$/, 'name a group in small letters, digits and hyphens'),
  z.record(z.string().min(1), z.string().regex(/^[ぁ-ゖー・\s]+$/, 'write the reading in hiragana')),
);

export type TermGroup = {
  readonly id: string;
  readonly words: readonly { readonly surface: string; readonly reading: string }[];
};

/** The groups of terms.yaml in the order of the file. */
export function termGroupsOf(file: z.infer<typeof termsFile>): TermGroup[] {
  return Object.entries(file).map(([id, words]) => ({
    id,
    words: Object.entries(words).map(([surface, reading]) => ({ surface, reading })),
  }));
}
