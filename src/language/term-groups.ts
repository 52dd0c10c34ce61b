/** Finds the handbook's own words (terms.yaml) in analysed text, also those of several words (「髪が抜ける」). */
import { isContentWord } from './content-words.ts';
import { toKatakana } from './kana.ts';
import { normalise } from './normalise.ts';
import { createSoundFinder } from './sound-finder.ts';
import type { Token, Tokenizer } from './token.ts';

export type TermGroupWords = {
  readonly id: string;
  readonly words: readonly { readonly surface: string; readonly reading: string }[];
};

/** A sequence of content words and the groups that it names. */
type Phrase = { readonly bases: readonly string[]; readonly group: string };

export interface TermFinder {
  /** Ids of the groups named by the content words `tokens`, or by how `normal` sounds, each once. */
  groupsIn(tokens: readonly Token[], normal: string): string[];
}

/** Analyses every word of `groups` once, so that matching is by base forms: 「抜けた髪」 no, 「髪が抜けた」 yes. */
export function createTermFinder(groups: readonly TermGroupWords[], tokenizer: Tokenizer): TermFinder {
  const sounds = createSoundFinder();
  const byFirst = new Map<string, Phrase[]>();
  const add = (bases: readonly string[], group: string) => {
    const [first] = bases;
    if (first === undefined) return;
    const phrases = byFirst.get(first) ?? [];
    if (!phrases.some((p) => p.group === group && p.bases.join() === bases.join()))
      phrases.push({ bases, group });
    byFirst.set(first, phrases);
  };
  const basesOf = (text: string) => contentWords(tokenizer.tokenize(normalise(text))).map((t) => t.base);
  for (const { id, words } of groups) {
    for (const { surface, reading } of words) {
      add(basesOf(surface), id);
      sounds.add(normalise(reading), id);
      if (/^[ァ-ヺー]+$/.test(surface)) add([toKatakana(surface)], id);
    }
  }
  return {
    groupsIn(tokens, normal) {
      const found = new Set<string>(sounds.groupsIn(normal));
      tokens.forEach((token, at) => {
        for (const { bases, group } of byFirst.get(token.base) ?? []) {
          if (bases.every((base, i) => tokens[at + i]?.base === base)) found.add(group);
        }
      });
      return [...found];
    },
  };
}

/** The tokens that carry the subject of a text. */
export function contentWords(tokens: readonly Token[]): Token[] {
  return tokens.filter(isContentWord);
}
