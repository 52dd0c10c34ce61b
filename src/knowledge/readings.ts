/** knowledge/readings.yaml and knowledge/easy-kanji.txt: how words are read, and which kanji need no furigana. */
import { z } from 'zod';

export const readingsFile = z.record(
  z.string().regex(/[\p{Script=Han}]/u, 'write a word that has a kanji'),
  z.string().regex(/^[ぁ-ゖー]+$/, 'write the reading in hiragana'),
);

export type Readings = z.infer<typeof readingsFile>;

/** The kanji of easy-kanji.txt; lines that begin with # are for people. */
export function easyKanjiOf(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .join('')
    .replace(/\s/g, '');
}
