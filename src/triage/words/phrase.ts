/**
 * A line of `words:` in a rule file, parsed: 「(胸|みぞおち)が{苦しい}」.
 * ( | ) one of these; { } a set of words by its name; … what follows may stand further on in the sentence;
 * " " exactly as written.
 */
import type { Element, Elements } from './elements.ts';

/** One place of a phrase: any of these sequences of elements. */
export type Slot = { readonly choices: readonly (readonly Element[])[]; readonly far: boolean };

export type Phrase = { readonly source: string; readonly concept: string; readonly slots: readonly Slot[] };

/** Thrown for a line that cannot be read. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

const PART = /\(([^()]*)\)|\{([^{}]*)\}|"([^"]*)"|(…)|([^(){}"…]+)/gy;
const JOINING = /^(?:が|を|は|に|も|の|で|と|から|まで|って|、|\s)+/;

/** Parses `source`. `sets` are the named sets of words; `exact` keeps the particle at its end (for `not:`). */
export function parsePhrase(
  source: string,
  concept: string,
  elements: Elements,
  sets: Readonly<Record<string, readonly string[]>>,
  exact = false,
): Phrase {
  const slots: Slot[] = [];
  let far = false;
  let end = 0;
  const add = (choices: readonly (readonly Element[])[]) => {
    slots.push({ choices, far });
    far = false;
  };
  for (const match of source.matchAll(PART)) {
    end = match.index + match[0].length;
    const [, choices, set, asIs, dots, literal] = match;
    if (choices !== undefined) add(choices.split('|').map((c) => piece(c, elements, exact)));
    else if (set !== undefined) {
      const words = sets[set];
      if (!words) throw new PhraseError(`「${source}」: there is no set {${set}}`);
      add(words.map((word) => piece(word, elements, false)));
    } else if (asIs !== undefined) add([elements.asIs(asIs)]);
    else if (dots !== undefined) far = true;
    else if (literal !== undefined) {
      const rest = slots.length > 0 ? literal.replace(JOINING, '') : literal;
      if (rest.trim() !== '') add([elements.of(rest, exact && end === source.length)]);
    }
  }
  if (end < source.length) throw new PhraseError(`「${source}」: cannot read 「${source.slice(end)}」`);
  const solid = slots.filter((slot) => slot.choices.some((c) => c.length > 0));
  if (solid.length === 0) throw new PhraseError(`「${source}」: no word is left to look for`);
  if (solid[0]?.choices.some((c) => c.length === 0))
    throw new PhraseError(`「${source}」: the first word cannot be left out`);
  return { source, concept, slots: solid };
}

function piece(text: string, elements: Elements, exact: boolean): readonly Element[] {
  const quoted = /^"(.*)"$/.exec(text.trim());
  if (quoted) return elements.asIs(quoted[1] ?? '');
  if (text.trim() === '') return [];
  return elements.of(text, exact);
}
