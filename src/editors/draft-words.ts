/** Which words of a question may stand in a new passage's file: the subject alone, nothing of the person. */
import type { Handbook } from '../knowledge/handbook.ts';
import type { Analysis } from '../language/analyse.ts';
import { isContentWord } from '../language/content-words.ts';
import type { Token } from '../language/token.ts';
import { maskDetails } from './mask-details.ts';
import { groupWord } from './term-words.ts';

/** More would be a sentence again. */
const MOST_WORDS = 4;

const SUBJECT_POS = new Set(['名詞', '動詞', '形容詞']);
/** Names of people, places and bodies, and numbers. */
const OF_THE_PERSON = new Set(['固有名詞', '数', '接尾', '副詞可能']);

/**
 * Words for a file about `questions`: their subjects in terms.yaml first, then other words of the first question.
 * Of several questions only what all of them hold is taken, so that no word is one patient's alone.
 */
export function draftWords(
  questions: readonly Analysis[],
  handbook: Handbook,
  common: ReadonlySet<string> = new Set(),
): string[] {
  const [first] = questions;
  if (!first) return [];
  const inAll = (term: string) =>
    questions.every(({ words, groups }) => words.includes(term) || groups.includes(term));
  const subjects = first.groups.filter((group) => inAll(group) && !common.has(group));
  const named = subjects.map((group) => groupWord(group, handbook));
  const inSubjects = new Set(
    subjects.flatMap((group) =>
      (handbook.terms.find((g) => g.id === group.slice(1))?.words ?? []).map((word) => word.surface),
    ),
  );
  const visible = maskDetails(first);
  const others = first.tokens
    .filter((token) => isSubject(token) && visible.includes(token.surface))
    .map((token) => token.base)
    .filter((word) => inAll(word) && !common.has(word) && !inSubjects.has(word));
  return [...new Set([...named, ...others])].slice(0, MOST_WORDS);
}

function isSubject(token: Token): boolean {
  return (
    isContentWord(token) &&
    SUBJECT_POS.has(token.pos) &&
    !OF_THE_PERSON.has(token.posDetail1) &&
    !/\p{N}/u.test(token.surface) &&
    // A word that the dictionary does not know is a new drug's name as a rule; in kanji it may be a person's.
    (token.known || /^[\p{Script=Katakana}ー]{3,}$/u.test(token.surface))
  );
}
