/** All ways in which a word of a phrase may be written: kanji, kana, other spellings and dialect, with its endings. */
import { isKanaOnly } from '../../language/kana.ts';
import { normalise } from '../../language/normalise.ts';
import type { Token } from '../../language/token.ts';
import { foldWord } from '../reading/fold.ts';
import {
  adjective,
  type Form,
  godan,
  ichidan,
  type Spelling,
  westernAdjective,
  westernCannot,
} from './spelling.ts';

export type Tokenize = (text: string) => readonly Token[];

/** Other ways to write or say a word, and readings that the dictionary has otherwise. */
export type Vocabulary = {
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly readings: Readonly<Record<string, string>>;
};

/** The spellings of words by the editors' vocabulary. */
export function createWritings(tokenize: Tokenize, vocabulary: Vocabulary) {
  /** The word itself and its other writings; one that is no word of the dictionary stands as it is. */
  const writingsOf = (token: Token): readonly Token[] => [
    token,
    ...(vocabulary.spellings[token.base] ?? []).map((other): Token => {
      const written = normalise(other);
      const [word] = tokenize(written);
      return word?.surface === written ? word : { ...token, pos: '', surface: written };
    }),
  ];

  return {
    noun(tokens: readonly Token[]): Spelling[] {
      const surface = joined(tokens, (t) => t.surface);
      const read =
        vocabulary.readings[surface] ?? (tokens.every((t) => t.reading) ? joined(tokens, sound) : null);
      // 「2回」 is also 「2かい」.
      const withDigits = /[0-9]/.test(surface)
        ? [joined(tokens, (t) => (/[0-9]/.test(t.surface) ? t.surface : sound(t)))]
        : [];
      const others = (vocabulary.spellings[surface] ?? []).map(normalise);
      const stems = new Set([surface, ...others, ...(read ? [read] : []), ...withDigits].map(foldWord));
      return [...stems].map((stem) => ({ stem, follow: null }));
    },

    adjective(token: Token, form: Form): Spelling[] {
      return writingsOf(token).flatMap((word) => {
        if (word.pos !== '形容詞') return [{ stem: foldWord(word.surface), follow: null }];
        return [...stemsOf(word, word.base.slice(0, -1))].flatMap((stem) => {
          const western = form === 'plain' ? westernAdjective(stem) : null;
          return [adjective(stem, form), ...(western ? [western] : [])];
        });
      });
    },

    /** `tokens`: the verb and its suffixes. */
    verb(tokens: readonly [Token, ...Token[]], form: Form): Spelling[] {
      const [verb, ...suffixes] = tokens;
      const last = suffixes.at(-1);
      if (!last) {
        return writingsOf(verb).flatMap((word) =>
          word.pos === '動詞' ? conjugated(word, '', form) : [{ stem: foldWord(word.surface), follow: null }],
        );
      }
      const lead = tokens.slice(0, -1);
      const leads = new Set([joined(lead, (t) => t.surface), joined(lead, sound)].map(foldWord));
      return [...leads].flatMap((before) => conjugated(last, before, form));
    },
  };
}

function conjugated(verb: Token, before: string, form: Form): Spelling[] {
  const { base, conjugationType } = verb;
  if (base === '来る') return ['来', 'き'].map((stem) => ({ ...ichidan(before + stem, form), base: 'くる' }));
  return [...stemsOf(verb, base.slice(0, -1))].flatMap((own) => {
    const stem = before + own;
    if (conjugationType.startsWith('サ変')) return [{ stem: stem.replace(/す$/, ''), follow: /[しすさせ]/y }];
    if (!conjugationType.startsWith('一段') && base !== 'くる') return [godan(stem, base.slice(-1), form)];
    const western = form === 'not' ? westernCannot(stem) : null;
    return [{ ...ichidan(stem, form), base: `${stem}る` }, ...(western ? [western] : [])];
  });
}

/** The written stem and the spoken one; `bare` is the base form without its ending. */
function stemsOf(token: Token, bare: string): ReadonlySet<string> {
  const found = new Set([foldWord(bare)]);
  // What the surface has beyond the stem is kana, one sound a character: off the reading, it leaves the stem's sound.
  const beyond = token.surface.length - bare.length;
  if (token.reading && !isKanaOnly(bare) && beyond >= 0)
    found.add(foldWord(token.reading.slice(0, token.reading.length - beyond)));
  return found;
}

const sound = (token: Token) => token.reading ?? token.surface;
const joined = (tokens: readonly Token[], part: (token: Token) => string) => tokens.map(part).join('');
