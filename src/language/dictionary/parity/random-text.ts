/** Texts that nobody would write, the same on every run: unknown words, surrogates, emoji, controls, odd mixes. */

const ALPHABETS: readonly (readonly string[])[] = [
  [
    ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんっゃゅょー',
  ],
  [
    ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンッャュョー・',
  ],
  [...'日本語東京大学病院治療薬剤検査手術入院退院痛熱咳食欲不振体重減少一二三四五六七八九十百千万々〇鬱齟齬'],
  [...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 .,!?%()-/:;'],
  [...'ｱｲｳｴｵｶﾞｷﾞﾊﾟﾋﾟｯｬｭｮ｡｢｣､･'],
  [...'ａｂｃＡＢＣ０１２３！？（）％～￥＋－'],
  [...'αβγΔΩжщЯéüßñ½①②㈱℃㎎←→≦×'],
  [...'、。？！「」『』…‥〜　\n\t\u0000\u0007\u200b\u200f\u202e\ufeff'],
  ['😀', '😭', '🙏🏻', '👨‍👩‍👧', '🇯🇵', '𠮷', '𩸽', '❤️', '1️⃣'],
  ['\ud800', '\udbff', '\udc00', '\udfff'],
];
const ALPHABET_OF_HALF_PAIRS = ALPHABETS.length - 1;

/** A generator of whole numbers below its argument (mulberry32): the same numbers for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** `count` texts of 1 to 40 characters in runs of one script; every tenth may hold half a surrogate pair. */
export function randomTexts(count: number, seed = 1): string[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const alphabets = index % 10 === 9 ? ALPHABETS.length : ALPHABET_OF_HALF_PAIRS;
    let text = '';
    for (let runs = 1 + random(6); runs > 0; runs--) {
      const alphabet = ALPHABETS[random(alphabets)] ?? [];
      for (let length = 1 + random(7); length > 0; length--) text += alphabet[random(alphabet.length)] ?? '';
    }
    return text;
  });
}
