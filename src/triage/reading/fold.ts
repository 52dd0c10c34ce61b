/** The text as the triage reads it: hiragana, no long-vowel marks or small letters, with the way back to the text. */
import { toHiragana } from '../../language/kana.ts';

/** Folded text, and for each of its characters the offset in the normalised text. */
export type Folded = { readonly text: string; readonly at: readonly number[] };

const SMALL: Record<string, string> = { ぁ: 'あ', ぃ: 'い', ぅ: 'う', ぇ: 'え', ぉ: 'お' };
const SAME_SOUND: Record<string, string> = {
  を: 'お',
  づ: 'ず',
  ぢ: 'じ',
  '?': '？',
  '!': '！',
  '｡': '。',
  '､': '、',
  ',': '、',
  '，': '、',
};
/** The vowel of each kana, so that 「いたぁい」 and 「くるしぃ」 lose the drawn-out vowel. */
const VOWELS: readonly (readonly [string, string])[] = [
  ['あ', 'あかさたなはまやらわがざだばぱゃ'],
  ['い', 'いきしちにひみりぎじびぴ'],
  ['う', 'うくすつぬふむゆるぐずぶぷゅ'],
  ['え', 'えけせてねへめれげぜでべぺ'],
  ['お', 'おこそとのほもよろごぞどぼぽょ'],
];
const VOWEL_OF = new Map(VOWELS.flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel] as const)));
const LETTER = /[\p{L}\p{N}。、？！.℃%％・:：/「」『』（）()]/u;

/** Folds `text`, which must be normalised already. */
export function fold(text: string): Folded {
  const hiragana = toHiragana(text);
  let out = '';
  const at: number[] = [];
  const push = (char: string, offset: number) => {
    out += char;
    for (let i = 0; i < char.length; i++) at.push(offset + i);
  };
  for (let i = 0; i < hiragana.length; ) {
    const char = String.fromCodePoint(hiragana.codePointAt(i) ?? 0);
    const before = out.at(-1) ?? '';
    const offset = i;
    i += char.length;
    if (char === 'ー' || char === '〜' || char === '~' || char === '～') {
      // 「38〜39度」 keeps its mark; 「いたーい」 and 「つら〜い」 do not.
      if (/[0-9度]/.test(before)) push('〜', offset);
      continue;
    }
    const large = SMALL[char];
    if (large !== undefined) {
      if (VOWEL_OF.get(before) !== large) push(large, offset);
      continue;
    }
    // 「いたああああい」: a vowel that is drawn out three times or more counts once.
    if (char === before && VOWEL_OF.get(char) === char && hiragana[i] === char) continue;
    push(SAME_SOUND[char] ?? (LETTER.test(char) ? char : ' '), offset);
  }
  return { text: out, at };
}

/** Folds a word of a rule file in the same way. */
export function foldWord(word: string): string {
  return fold(word.replaceAll(' ', '')).text;
}

/** A pattern for folded text, written in ordinary spelling: its を, づ, katakana and 「ー」 are folded as the text is. */
export function foldPattern(pattern: RegExp): RegExp {
  const source = toHiragana(pattern.source)
    .replace(/[をづぢ]/g, (c) => SAME_SOUND[c] ?? c)
    .replaceAll('ー', '');
  return new RegExp(source, pattern.flags);
}
