/** Finds the cancers, treatments and places that a sentence names; prepared once for a handbook. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';
import { toHiragana } from '../../../language/kana.ts';
import { normalise } from '../../../language/normalise.ts';
import { type RegionFinder, regionFinder } from './regions.ts';
import { CANCERS, TREATMENTS } from './term-kinds.ts';

export type NamedTerm = { readonly kind: 'cancers' | 'treatments'; readonly label: string };

export type Naming = {
  readonly termsIn: (sentence: string) => NamedTerm[];
  readonly regionsIn: RegionFinder;
};

const made = new WeakMap<Handbook, Naming>();

export function namingOf({ analyser, handbook }: Pick<Knowledge, 'analyser' | 'handbook'>): Naming {
  const known = made.get(handbook);
  if (known) return known;
  const groups = handbook.terms.flatMap(({ id, words }) => {
    const kind = kindOf(id);
    const [first] = words;
    if (kind === null || first === undefined) return [];
    const heads = words.flatMap(({ surface }) => headOf(surface) ?? []);
    return [{ id: `#${id}`, kind, label: first.surface, heads, readings: words.map((word) => word.reading) }];
  });
  const naming: Naming = {
    // The analyser's groups serve the search and may match by one word of several (「がん」 for 「はいがん」): here
    // that would put words into the patient's mouth, so the letters must stand there too. Few sentences are analysed.
    termsIn(sentence) {
      const normal = normalise(sentence);
      const spoken = toHiragana(normal);
      const standing = groups.filter(
        ({ heads, readings }) =>
          heads.some((head) => normal.includes(head)) || readings.some((reading) => spoken.includes(reading)),
      );
      if (standing.length === 0) return [];
      const named = new Set(analyser.analyse(sentence).groups);
      return standing.filter(({ id }) => named.has(id)).map(({ kind, label }) => ({ kind, label }));
    },
    regionsIn: regionFinder(handbook.places),
  };
  made.set(handbook, naming);
  return naming;
}

function kindOf(id: string): NamedTerm['kind'] | null {
  if (CANCERS.has(id)) return 'cancers';
  return TREATMENTS.has(id) ? 'treatments' : null;
}

/** What a word begins with before its first hiragana: 「放射線」 of 「放射線を当てる」. */
function headOf(surface: string): string | undefined {
  return normalise(surface).match(/^[\p{Script=Han}\p{Script=Katakana}ーa-z0-9]+/u)?.[0];
}
