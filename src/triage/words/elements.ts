/** Elements: the words of phrases, each with all its spellings, kept once so that phrases share them. */
import { normalise } from '../../language/normalise.ts';
import { foldWord } from '../reading/fold.ts';
import { cutsWrongly, type Part, partsOf } from './piece.ts';
import { NOTHING, type Spelling } from './spelling.ts';
import { createWritings, type Tokenize, type Vocabulary } from './writings.ts';

export type Element = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'noun' | 'verb' | 'adjective' | 'nothing' | 'asIs';
  readonly spellings: readonly Spelling[];
  /** Its spellings hold the ending (「〜ない」「〜たい」), or it is written exactly. */
  readonly whole: boolean;
};

const ONLY_PARTICLES = /^(?:が|を|は|に|も|の|で|と|へ|や|から|まで|って|なんか|なんて|さえ|、)*$/;
/** A shorter sound would be met by chance (ごいん in すごいんです). */
const SURE_SOUND = 5;
const KANA_WORD = /^[ぁ-んァ-ヴー]{3,8}$/;

export class Elements {
  readonly all: Element[] = [];
  readonly #byName = new Map<string, Element>();
  readonly #pieces = new Map<string, readonly Element[]>();
  readonly #tokenize: Tokenize;
  readonly #writings: ReturnType<typeof createWritings>;

  constructor(tokenize: Tokenize, vocabulary: Vocabulary) {
    this.#tokenize = tokenize;
    this.#writings = createWritings(tokenize, vocabulary);
  }

  /**
   * The elements of a piece of a phrase such as 「息が苦しい」; none for a mere particle.
   * `exact`: a particle at its end is meant (「妻と」).
   */
  of(piece: string, exact = false): readonly Element[] {
    const key = `${exact}${piece}`;
    const known = this.#pieces.get(key) ?? this.#read(piece.trim(), exact);
    this.#pieces.set(key, known);
    return known;
  }

  /** A piece taken as it is written, without any other form; if it is long enough, also as it sounds. */
  asIs(piece: string): readonly Element[] {
    return [
      this.#keep(`「${piece}」`, 'asIs', () => {
        const written = normalise(piece);
        const sound = this.#tokenize(written)
          .map((t) => t.reading ?? t.surface)
          .join('');
        const stems = new Set([written, ...(sound.length >= SURE_SOUND ? [sound] : [])].map(foldWord));
        return [...stems].map((stem) => ({ stem, follow: null }));
      }),
    ];
  }

  #read(piece: string, exact: boolean): readonly Element[] {
    const tokens = this.#tokenize(normalise(piece));
    const last = tokens.at(-1);
    if (exact && last?.pos === '助詞' && tokens.length > 1) {
      const lead = piece.slice(0, -last.surface.length);
      return [...this.of(lead), ...this.asIs(last.surface)];
    }
    if (KANA_WORD.test(piece) && cutsWrongly(tokens)) return this.#oneWord(piece);
    const elements = partsOf(tokens).map((part) => this.#element(part));
    // 「ぜえぜえ」「ふくらはぎ」: the dictionary does not know where this word begins and ends.
    const crumbs = elements.some(
      (e) => e.spellings.length === 0 || (e.kind === 'noun' && /^[ぁ-んァ-ン]$/.test(e.name)),
    );
    const cut = elements.length > 1 && KANA_WORD.test(piece);
    const lost = elements.length === 0 && !ONLY_PARTICLES.test(piece);
    return crumbs || cut || lost ? this.#oneWord(piece) : elements;
  }

  #oneWord(piece: string): readonly Element[] {
    return [this.#keep(piece, 'noun', () => [{ stem: foldWord(normalise(piece)), follow: null }])];
  }

  #element(part: Part): Element {
    switch (part.kind) {
      case 'noun':
        return this.#keep(part.tokens.map((t) => t.surface).join(''), 'noun', () =>
          this.#writings.noun(part.tokens),
        );
      case 'adjective': {
        const { token, form } = part;
        return this.#keep(token.base, 'adjective', () => this.#writings.adjective(token, form), form);
      }
      case 'verb': {
        const { tokens, form } = part;
        const name = tokens.map((t, i) => (i === tokens.length - 1 ? t.base : t.surface)).join('');
        return this.#keep(name, 'verb', () => this.#writings.verb(tokens, form), form);
      }
      case 'nothing':
        return this.#keep('ない', 'nothing', () => NOTHING);
      case 'particle':
        return this.#keep(`「${part.surface}」`, 'asIs', () => [
          { stem: foldWord(part.surface), follow: null },
        ]);
      default:
        return part satisfies never;
    }
  }

  #keep(word: string, kind: Element['kind'], spell: () => readonly Spelling[], form = 'plain'): Element {
    const name = form === 'plain' ? word : `${word}(${form})`;
    const key = `${kind}:${name}`;
    const known = this.#byName.get(key);
    if (known) return known;
    const spellings = spell().filter((s) => s.stem !== '');
    const whole = kind === 'asIs' || kind === 'nothing' || form !== 'plain';
    const element: Element = { id: this.all.length, name, kind, spellings, whole };
    this.#byName.set(key, element);
    this.all.push(element);
    return element;
  }
}
