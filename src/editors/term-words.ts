/** The terms of the analyser as editors read them. */
import type { Handbook } from '../knowledge/handbook.ts';
import type { Part } from '../retrieval/explain.ts';

export const PART_WORDS: Readonly<Record<Part, string>> = {
  title: '題名',
  questions: '質問の例',
  topic: '話題の説明',
  text: '本文',
  wording: '近い聞き方',
};

/** What kind of term it is: words and groups stand for themselves, pieces of words are counted together. */
export type TermKind = 'word' | 'group' | 'pair' | 'sound';

export function kindOf(term: string): TermKind {
  switch (term.charAt(0)) {
    case '#':
      return 'group';
    case '§':
      return 'pair';
    case '~':
      return 'sound';
    default:
      return 'word';
  }
}

/** `#hair-loss` as the first word of its group in terms.yaml; the group's id where there is none. */
export function groupWord(term: string, handbook: Handbook): string {
  const id = term.slice(1);
  return handbook.terms.find((group) => group.id === id)?.words[0]?.surface ?? id;
}

/** `term` in words: 『抜ける』, 『脱毛』の仲間, 文字の並び『抜け』, 音『ヌケル』. */
export function termWords(term: string, handbook: Handbook): string {
  const kind = kindOf(term);
  switch (kind) {
    case 'word':
      return `『${term}』`;
    case 'group':
      return `『${groupWord(term, handbook)}』の仲間`;
    case 'pair':
      return `文字の並び『${term.slice(1)}』`;
    case 'sound':
      return `音『${term.slice(1)}』`;
    default:
      return kind satisfies never;
  }
}
