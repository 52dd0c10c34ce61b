/** Numbers as people write them: 38.5, 三十八, さんじゅうはち. */

const KANJI: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const KANA: readonly (readonly [string, number])[] = [
  ['いち', 1],
  ['いっ', 1],
  ['に', 2],
  ['さん', 3],
  ['よん', 4],
  ['よ', 4],
  ['ご', 5],
  ['ろく', 6],
  ['ろっ', 6],
  ['なな', 7],
  ['しち', 7],
  ['はち', 8],
  ['はっ', 8],
  ['きゅう', 9],
  ['く', 9],
];

/** Kanji numerals up to 99, with or without 十, or null. */
function fromKanji(text: string): number | null {
  const ten = text.indexOf('十');
  if (ten < 0)
    return [...text].reduce<number | null>(
      (n, c) => (n === null || KANJI[c] === undefined ? null : n * 10 + KANJI[c]),
      0,
    );
  const tens = ten === 0 ? 1 : fromKanji(text.slice(0, ten));
  const ones = ten === text.length - 1 ? 0 : fromKanji(text.slice(ten + 1));
  return tens === null || ones === null ? null : tens * 10 + ones;
}

/** Spoken numerals up to 99, or null. */
function fromKana(text: string): number | null {
  const ten = /^(.*?)(?:じゅう|じゅっ|じっ)(.*)$/.exec(text);
  if (!ten) return KANA.find(([word]) => word === text)?.[1] ?? null;
  const tens = ten[1] ? fromKana(ten[1]) : 1;
  const ones = ten[2] ? fromKana(ten[2]) : 0;
  return tens === null || ones === null ? null : tens * 10 + ones;
}

/** The number that `text` writes, or null. */
export function numberOf(text: string): number | null {
  if (/^[0-9]+(?:\.[0-9]+)?$/.test(text)) return Number(text);
  if (/^[〇零一二三四五六七八九十]+$/.test(text)) return fromKanji(text);
  return fromKana(text);
}

const SPOKEN = '(?:いち|いっ|に|さん|よん|よ|ご|ろく|ろっ|なな|しち|はち|はっ|きゅう|く)';
/** Source of a pattern for a number below 100 in digits, kanji or kana. */
export const NUMBER = `(?:[0-9]+(?:\\.[0-9]+)?|[〇零一二三四五六七八九十]+|(?:${SPOKEN})?(?:じゅう|じゅっ|じっ)(?:${SPOKEN})?|${SPOKEN})`;
export const SPOKEN_ONE = SPOKEN;
