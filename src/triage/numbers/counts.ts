/** Numbers with their units other than temperature: times of diarrhoea a day, oxygen saturation, hours. */
import { foldPattern } from '../reading/fold.ts';
import type { Reading } from '../reading/reading.ts';
import { NUMBER, numberOf } from './japanese-number.ts';
import type { Measured } from './temperature.ts';

const TIMES = new RegExp(`(${NUMBER})(?:[〜、](${NUMBER}))? ?(?:回|かい(?![がにふよ])|度も|たび)`, 'g');
const MANY_TIMES = foldPattern(
  /(?:[0-9]+|一|いち|半|30分|三十分|さんじゅっぷん|[0-9]+分)(?:時間|じかん)?(?:ごと|おき|置き|毎)(?:に|で)?|数え(?:切|き)れ(?:な|ん|へ|ず)|トイレから(?:出|離)|といれから(?:で|はな)|何十回|なんじゅっかい|(?:一日|1日|いちにち)(?:中|じゅう)|ひっきりなし|しょっちゅう|止まら(?:な|ん|へ)|とまら(?:な|ん|へ)/g,
);
const DRUG_TIMES =
  /(?:薬|頓服|止め|ろぺみん|飲ん|うがい|散歩|受診|通院|入院|食事|くうる|治療|照射|点滴|検査|目)/;
const SATURATION =
  /(?:酸素|さんそ|spo2|さちゅれ|さちゅ|飽和度|ぱるす|数値|数字|値)[^。！？]{0,14}?(?<![0-9])([5-9][0-9]|[七八九]十[一二三四五六七八九]?|(?:なな|しち|はち|きゅう)じゅう[ぁ-ん]{0,4}?)(?![0-9]|歳|才|代|分|回|時|mg|円|月|日)/g;
const BREATHS = new RegExp(
  `(?:息|いき|呼吸|こきゅう)[^。！？]{0,8}?(?:1|一|いっ?)(?:分|ぷん|ふん)[^。！？]{0,5}?(${NUMBER}) ?(?:回|かい)`,
  'g',
);

/** How often a day something is said to happen; 「1時間おき」 and the like count as 20. */
export function timesIn(reading: Reading): Measured[] {
  const { text } = reading;
  const found: Measured[] = [];
  for (const match of text.matchAll(TIMES)) {
    const value = Math.max(numberOf(match[1] ?? '') ?? 0, numberOf(match[2] ?? '') ?? 0);
    if (/^目/.test(text.slice(match.index + match[0].length))) continue;
    if (DRUG_TIMES.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(MANY_TIMES))
    found.push({ value: 20, start: match.index, end: match.index + match[0].length });
  return found;
}

/** Oxygen saturations in per cent. */
export function saturationsIn(reading: Reading): Measured[] {
  return [...reading.text.matchAll(SATURATION)].flatMap((match) => {
    const value = numberOf(match[1] ?? '');
    return value === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}

/** Breaths a minute. */
export function breathsIn(reading: Reading): Measured[] {
  return [...reading.text.matchAll(BREATHS)].flatMap((match) => {
    const value = numberOf(match[1] ?? '');
    return value === null ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}
