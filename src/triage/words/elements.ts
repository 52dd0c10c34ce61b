/** Turns the words of a rule file into elements: parts of a phrase with all their spellings. */
import { isKanaOnly } from '../../language/kana.ts';
import { normalise } from '../../language/normalise.ts';
import type { Token } from '../../language/token.ts';
import { foldWord } from '../reading/fold.ts';
import {
  adjective,
  type Form,
  godan,
  ichidan,
  NOTHING,
  type Spelling,
  westernAdjective,
  westernCannot,
} from './spelling.ts';

export type Element = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'noun' | 'verb' | 'adjective' | 'nothing' | 'asIs';
  readonly spellings: readonly Spelling[];
};

export type Tokenize = (text: string) => readonly Token[];

/** Other ways to write or say a word, and readings that the dictionary has otherwise. */
export type Vocabulary = {
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly readings: Readonly<Record<string, string>>;
};

/** Particles and the like: what joins the parts of a phrase may differ or lack in a message. */
const JOINS = new Set(['助詞', '記号', 'フィラー', '接続詞']);
/** Particles that make another thing of what went before: 「胸が痛むほど」「痛いですか」「飲んだら」. */
const CHANGES_SENSE = /^(?:ほど|ば|たら|だら|か|とは|より|しか|ながら|べき|ばかり|ばっかり|だけ)$/;
const AUXILIARY = new Set([
  'いる',
  'ある',
  'くる',
  '来る',
  'いく',
  '行く',
  'しまう',
  'おる',
  'みる',
  'もらう',
  'くれる',
  'いただく',
  'なる',
  'てる',
  'とる',
]);
const ONLY_PARTICLES = /^(?:が|を|は|に|も|の|で|と|へ|や|から|まで|って|なんか|なんて|さえ|、)*$/;
const KANA_PIECE = /^[ぁ-んァ-ヴー]{3,8}$/;
const COMMON_PARTICLES =
  /^(?:が|を|は|に|も|の|で|と|て|から|まで|って|へ|ほど|ば|か|とは|より|しか|ながら)$/;
const SUPPORT_VERBS = new Set(['する', 'なる', 'いる', 'くる', 'いく', 'しまう', 'おる', 'ある', 'できる']);

/** Keeps each element once, so that phrases share them. */
export class Elements {
  readonly all: Element[] = [];
  readonly #byKey = new Map<string, Element>();
  readonly #pieces = new Map<string, readonly Element[]>();
  readonly #tokenize: Tokenize;
  readonly #vocabulary: Vocabulary;

  constructor(tokenize: Tokenize, vocabulary: Vocabulary) {
    this.#tokenize = tokenize;
    this.#vocabulary = vocabulary;
  }

  /**
   * The elements of a piece of a phrase such as 「息が苦しい」 or 「力が入らない」.
   * `exact`: a particle at its end is meant (「妻と」).
   */
  of(piece: string, exact = false): readonly Element[] {
    const key = `${exact}${piece}`;
    const known = this.#pieces.get(key) ?? this.#read(piece, exact);
    this.#pieces.set(key, known);
    return known;
  }

  #read(piece: string, exact: boolean): readonly Element[] {
    const tokens = this.#tokenize(normalise(piece));
    const last = tokens.at(-1);
    if (exact && last?.pos === '助詞' && tokens.length > 1) {
      const lead = this.of(
        tokens
          .slice(0, -1)
          .map((t) => t.surface)
          .join(''),
      );
      return [...lead, ...this.asIs(last.surface)];
    }
    // A word in kana that the dictionary cuts into particles (「よだれ」「へんな」) is taken as it is.
    if (
      KANA_PIECE.test(piece.trim()) &&
      tokens.some((t) => JOINS.has(t.pos) && !COMMON_PARTICLES.test(t.surface))
    ) {
      return [this.#keep(piece, 'noun', [{ stem: foldWord(normalise(piece)), follow: null }])];
    }
    const elements: Element[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (CHANGES_SENSE.test(token.surface) && /^助(?:動)?詞$/.test(token.pos)) {
        elements.push(
          this.#keep(`「${token.surface}」`, 'asIs', [{ stem: foldWord(token.surface), follow: null }]),
        );
        continue;
      }
      if (JOINS.has(token.pos)) continue;
      if (token.pos === '助動詞' && elements.length > 0) {
        // 「大丈夫じゃない」; the ない of a verb is part of the verb.
        const before = elements.at(-1);
        if (token.base === 'ない' && before?.kind === 'noun')
          elements.push(this.#keep('ない', 'nothing', NOTHING));
        continue;
      }
      if (token.pos === '動詞') {
        const last = verbEnd(tokens, i);
        if (
          elements.length > 0 &&
          SUPPORT_VERBS.has(token.base) &&
          token.base !== 'できる' &&
          formAfter(tokens, last) === 'plain'
        ) {
          i = last;
          continue;
        }
        if (elements.length > 0 && token.posDetail1 === '非自立' && AUXILIARY.has(token.base)) continue;
        elements.push(this.#verb(tokens.slice(i, last + 1), formAfter(tokens, last)));
        i = last;
      } else if (token.pos === '形容詞') {
        if (token.base === 'ない' || token.base === '無い')
          elements.push(this.#keep('ない', 'nothing', NOTHING));
        else elements.push(this.#adjective(token, formAfter(tokens, i)));
      } else {
        const first = i;
        if (/^(?:の|ん)$/.test(token.surface) && token.posDetail1 === '非自立' && elements.length > 0)
          continue;
        while (isName(tokens[i + 1])) i++;
        elements.push(this.#noun(tokens.slice(first, i + 1)));
      }
    }
    if (
      elements.some((e) => e.spellings.length === 0) ||
      (elements.length > 1 && KANA_PIECE.test(piece.trim())) ||
      elements.some((e) => e.kind === 'noun' && /^[ぁ-んァ-ン]$/.test(e.name))
    )
      return [this.#keep(piece, 'noun', [{ stem: foldWord(normalise(piece)), follow: null }])];
    // 「ぜえぜえ」: the dictionary takes it for particles. 「が」 alone is one, and may lack.
    if (elements.length === 0 && !ONLY_PARTICLES.test(piece.trim()))
      return [this.#keep(piece, 'noun', [{ stem: foldWord(normalise(piece)), follow: null }])];
    return elements;
  }

  /** A piece taken as it is written, without any other form. */
  asIs(piece: string): readonly Element[] {
    return [this.#keep(`「${piece}」`, 'asIs', [{ stem: foldWord(normalise(piece)), follow: null }])];
  }

  #noun(tokens: readonly Token[]): Element {
    const surface = tokens.map((t) => t.surface).join('');
    const writings = [surface, ...(this.#vocabulary.spellings[surface] ?? []).map(normalise)];
    const read =
      this.#vocabulary.readings[surface] ??
      (tokens.every((t) => t.reading) ? tokens.map((t) => t.reading).join('') : null);
    // 「2回」 is also 「2かい」.
    const half = tokens.map((t) => (/[0-9]/.test(t.surface) ? t.surface : (t.reading ?? t.surface))).join('');
    const stems = new Set(
      [...writings, ...(read ? [read] : []), ...(/[0-9]/.test(surface) ? [half] : [])].map(foldWord),
    );
    return this.#keep(
      surface,
      'noun',
      [...stems].map((stem) => ({ stem, follow: null })),
    );
  }

  #adjective(token: Token, form: Form): Element {
    const spellings: Spelling[] = [];
    for (const word of this.#writings(token)) {
      if (word.pos !== '形容詞') spellings.push({ stem: foldWord(word.surface), follow: null });
      else {
        for (const stem of stems(word, word.base.slice(0, -1))) {
          const western = form === 'plain' ? westernAdjective(stem) : null;
          spellings.push(adjective(stem, form), ...(western ? [western] : []));
        }
      }
    }
    return this.#keep(`${token.base}${form === 'plain' ? '' : `(${form})`}`, 'adjective', spellings);
  }

  /** `parts`: the verb and what is suffixed to it (られる, せる). */
  #verb(parts: readonly Token[], form: Form): Element {
    const [verb] = parts;
    if (!verb) return this.#keep('', 'asIs', []);
    const last = parts.at(-1) ?? verb;
    const before = parts.slice(0, -1);
    const name = before.map((t) => t.surface).join('') + last.base;
    const spellings: Spelling[] = [];
    const words = parts.length > 1 ? [verb] : this.#writings(verb);
    for (const word of words) {
      const tail = parts.length > 1 ? last : word;
      const lead = parts.length > 1 ? before.map((t) => t.surface).join('') : '';
      const leadRead = parts.length > 1 ? before.map((t) => t.reading ?? t.surface).join('') : '';
      const ichi = tail.conjugationType.startsWith('一段');
      const base = tail.base;
      if (tail.pos !== '動詞') {
        spellings.push({ stem: foldWord(word.surface), follow: null });
        continue;
      }
      const bare = base.slice(0, -1);
      if (base === '来る') spellings.push({ ...ichidan('き', form), base: 'くる' });
      for (const stem of new Set(
        [...stems(tail, bare)].flatMap((s) => [foldWord(lead) + s, foldWord(leadRead) + s]),
      )) {
        if (ichi || base === '来る' || base === 'くる') {
          const western = form === 'not' ? westernCannot(stem) : null;
          spellings.push(
            { ...ichidan(stem, form), base: base === '来る' ? 'くる' : `${stem}る` },
            ...(western ? [western] : []),
          );
        } else if (tail.conjugationType.startsWith('サ変'))
          spellings.push({ stem: stem.replace(/す$/, ''), follow: /[しすさせ]/y });
        else spellings.push(godan(stem, base.slice(-1), form));
      }
    }
    return this.#keep(`${name}${form === 'plain' ? '' : `(${form})`}`, 'verb', spellings);
  }

  /** The word itself and the other writings of it as tokens. */
  #writings(token: Token): readonly Token[] {
    const others = this.#vocabulary.spellings[token.base] ?? [];
    return [
      token,
      ...others.flatMap((other) =>
        this.#tokenize(normalise(other))
          .slice(0, 1)
          .map((t) =>
            t.surface === normalise(other) ? t : { ...t, pos: 'asIs', surface: normalise(other) },
          ),
      ),
    ];
  }

  #keep(name: string, kind: Element['kind'], spellings: readonly Spelling[]): Element {
    const key = `${kind}:${name}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    const element: Element = {
      id: this.all.length,
      name,
      kind,
      spellings: spellings.filter((s) => s.stem !== ''),
    };
    this.#byKey.set(key, element);
    this.all.push(element);
    return element;
  }
}

/** The written stem and the spoken one; `bare` is the base form without its ending. */
function stems(token: Token, bare: string): ReadonlySet<string> {
  const found = new Set([foldWord(bare)]);
  if (token.reading && !isKanaOnly(bare)) {
    // What the surface has beyond the stem is kana, one sound a character: taken off the reading it leaves the stem's sound.
    const beyond = token.surface.length - bare.length;
    if (beyond >= 0) found.add(foldWord(token.reading.slice(0, token.reading.length - beyond)));
  }
  return found;
}

function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !/^(?:の|ん)$/.test(token.surface) &&
    ['名詞', '接頭詞', '副詞', '連体詞', '感動詞'].includes(token.pos)
  );
}

/** Where the verb that begins at `i` ends with its suffixes. */
function verbEnd(tokens: readonly Token[], i: number): number {
  let last = i;
  while (tokens[last + 1]?.pos === '動詞' && tokens[last + 1]?.posDetail1 === '接尾') last++;
  return last;
}

/** Whether the word at `i` is said as 「〜ない」 or 「〜たい」. */
function formAfter(tokens: readonly Token[], i: number): Form {
  let at = i + 1;
  // 「生きていたくない」: the wish belongs to 生きる.
  while (
    /^(?:て|で|じゃ|ちゃ)$/.test(tokens[at]?.surface ?? '') ||
    (at > i + 1 && tokens[at]?.posDetail1 === '非自立' && tokens[at]?.pos === '動詞')
  )
    at++;
  if (tokens[at]?.base === 'たい') return wishAt(tokens, at);
  if (at > i + 1 && /^(?:ない|ん|ぬ)$/.test(tokens[at]?.base ?? '') && tokens[at]?.pos === '助動詞')
    return 'not';
  const next = tokens[i + 1];
  if (!next) return 'plain';
  if (/^(ない|ん|ぬ|ず|へん|無い)$/.test(next.base) && (next.pos === '助動詞' || next.pos === '形容詞'))
    return 'not';
  if (next.base === 'ます' && tokens[i + 2]?.base === 'ん') return 'not';
  return 'plain';
}

function wishAt(tokens: readonly Token[], at: number): Form {
  return tokens
    .slice(at + 1, at + 4)
    .some((t) => (/^(?:ない|ん)$/.test(t.base) && t.surface !== 'ん') || t.surface === 'ませ')
    ? 'wantNot'
    : 'want';
}
