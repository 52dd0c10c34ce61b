/** Takes a typed message for a button of the guide, or for none: then it is an ordinary message. */
import type { SecondOpinionGuide } from '../../knowledge/second-opinion.ts';
import { toHiragana } from '../../language/kana.ts';
import { normalise } from '../../language/normalise.ts';
import { choiceId } from './show.ts';
import { isExpired, type SecondOpinionState, stepOf } from './state.ts';

/** 「転院したくない」 holds 「転院」 and means the opposite. */
const NEGATION = /ない|なく|ません|ぬ$|ずに|無い/;

/**
 * The input for `stepSecondOpinion` that `text` means, or null. A choice is meant by its label or one of its `also`
 * words, a control by a word that the message begins with; the longest word wins, and two choices that claim the same
 * length are no match. The message must be little more than the word (twice its length and two characters), and
 * must not turn it around by a negation outside the word. A paused guide hears controls alone.
 */
export function matchSecondOpinion(
  state: SecondOpinionState,
  text: string,
  guide: SecondOpinionGuide,
  nowMs: number,
): string | null {
  if (isExpired(state, nowMs)) return null;
  const message = fold(text);
  const found: { readonly id: string; readonly length: number }[] = [];
  const consider = (id: string, words: readonly string[], fits: (word: string) => boolean) => {
    for (const word of words.map(fold)) {
      if (word !== '' && fits(word) && isLittleMore(message, word)) found.push({ id, length: word.length });
    }
  };
  const step = state.paused ? undefined : stepOf(guide, state.step);
  for (const choice of step?.choices ?? []) {
    consider(choiceId(state.step, choice.id), [choice.label, ...choice.also], (word) =>
      message.includes(word),
    );
  }
  for (const [id, control] of Object.entries(guide.controls)) {
    consider(id, [control.label, ...control.also], (word) => message.startsWith(word));
  }
  const longest = Math.max(0, ...found.map((one) => one.length));
  const ids = new Set(found.filter((one) => one.length === longest).map((one) => one.id));
  const [only, second] = ids;
  return only !== undefined && second === undefined ? only : null;
}

function isLittleMore(message: string, word: string): boolean {
  return message.length <= 2 * word.length + 2 && !NEGATION.test(message.replace(word, ''));
}

/** One spelling: width, case and kana of the analyser, without white space, marks and pictures. */
function fold(text: string): string {
  return toHiragana(normalise(text)).replace(/[^\p{L}\p{N}]/gu, '');
}
