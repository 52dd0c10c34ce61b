/** Cuts a piece of a phrase (「力が入らない」) into the words that must be found, with the form in which they are meant. */
import type { Token } from '../../language/token.ts';
import type { Form } from './spelling.ts';

export type Part =
  | { readonly kind: 'noun'; readonly tokens: readonly Token[] }
  | { readonly kind: 'adjective'; readonly token: Token; readonly form: Form }
  /** The verb and what is suffixed to it (られる, せる). */
  | { readonly kind: 'verb'; readonly tokens: readonly [Token, ...Token[]]; readonly form: Form }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'particle'; readonly surface: string };

/** What joins the words of a phrase may differ or lack in a message. */
const JOINS = new Set(['助詞', '記号', 'フィラー', '接続詞']);
const NAMES = new Set(['名詞', '接頭詞', '副詞', '連体詞', '感動詞']);
/** Particles that make another thing of what went before: 「胸が痛むほど」「痛いですか」「飲んだら」. */
const CHANGES_SENSE = /^(?:ほど|ば|たら|だら|か|とは|より|しか|ながら|べき|ばかり|ばっかり|だけ)$/;
/** Verbs that only carry the word before them: 「けいれんする」「腫れてくる」. */
const CARRIERS = new Set(
  'する なる いる くる 来る いく 行く しまう おる ある みる もらう くれる いただく てる とる'.split(' '),
);
const COMMON_PARTICLES =
  /^(?:が|を|は|に|も|の|で|と|て|から|まで|って|へ|ほど|ば|か|とは|より|しか|ながら)$/;

/** Whether the dictionary cuts a word in kana (「よだれ」「へんな」) into particles that it does not have. */
export function cutsWrongly(tokens: readonly Token[]): boolean {
  return tokens.some((token) => JOINS.has(token.pos) && !COMMON_PARTICLES.test(token.surface));
}

/** The words of a piece in their order. */
export function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (CHANGES_SENSE.test(token.surface) && /^助(?:動)?詞$/.test(token.pos)) {
      parts.push({ kind: 'particle', surface: token.surface });
    } else if (JOINS.has(token.pos)) {
    } else if (token.pos === '助動詞' && parts.length > 0) {
      // 「大丈夫じゃない」; the ない of a verb is part of the verb.
      if (token.base === 'ない' && parts.at(-1)?.kind === 'noun') parts.push({ kind: 'nothing' });
    } else if (token.pos === '動詞') {
      const last = verbEnd(tokens, i);
      const form = formAfter(tokens, last);
      const carries = parts.length > 0 && CARRIERS.has(token.base);
      if (!carries || (form !== 'plain' && token.posDetail1 !== '非自立')) {
        parts.push({ kind: 'verb', tokens: [token, ...tokens.slice(i + 1, last + 1)], form });
      }
      i = last;
    } else if (token.pos === '形容詞') {
      const nothing = token.base === 'ない' || token.base === '無い';
      parts.push(nothing ? { kind: 'nothing' } : { kind: 'adjective', token, form: formAfter(tokens, i) });
    } else if (!isMereNominaliser(token) || parts.length === 0) {
      const first = i;
      while (isName(tokens[i + 1])) i++;
      parts.push({ kind: 'noun', tokens: tokens.slice(first, i + 1) });
    }
  }
  return parts;
}

/** 「話すのが」「痛むんです」: の and ん hold the sentence together and name nothing. */
function isMereNominaliser(token: Token): boolean {
  return /^(?:の|ん)$/.test(token.surface) && token.posDetail1 === '非自立';
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:の|ん)$/.test(token.surface) && NAMES.has(token.pos);
}

/** Where the verb that begins at `i` ends with its suffixes. */
function verbEnd(tokens: readonly Token[], i: number): number {
  let last = i;
  while (tokens[last + 1]?.pos === '動詞' && tokens[last + 1]?.posDetail1 === '接尾') last++;
  return last;
}

/** Whether the word at `i` is said as 「〜ない」 or 「〜たい」. */
function formAfter(tokens: readonly Token[], i: number): Form {
  const next = tokens[i + 1];
  if (!next) return 'plain';
  let at = i + 1;
  // 「生きていたくない」: the wish belongs to 生きる.
  while (isLink(tokens[at]) || (at > i + 1 && isCarrier(tokens[at]))) at++;
  const after = tokens[at];
  if (after?.base === 'たい') return wishAt(tokens, at);
  if (at > i + 1) return after?.pos === '助動詞' && /^(?:ない|ん|ぬ)$/.test(after.base) ? 'not' : 'plain';
  if (/^(?:ない|ん|ぬ|ず|へん|無い)$/.test(next.base) && /^(?:助動詞|形容詞)$/.test(next.pos)) return 'not';
  return next.base === 'ます' && tokens[i + 2]?.base === 'ん' ? 'not' : 'plain';
}

function isLink(token: Token | undefined): boolean {
  return token !== undefined && /^(?:て|で|じゃ|ちゃ)$/.test(token.surface);
}

function isCarrier(token: Token | undefined): boolean {
  return token?.pos === '動詞' && /^(?:非自立|接尾)$/.test(token.posDetail1);
}

function wishAt(tokens: readonly Token[], at: number): Form {
  const not = tokens.slice(at + 1, at + 4).some((t) => t.base === 'ない' || t.surface === 'ませ');
  return not ? 'wantNot' : 'want';
}
