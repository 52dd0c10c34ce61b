/** Body temperatures: 38.2℃, ３８度５分, 三十八度, 八度五分, 「38.5ある」, 「39度超え」. Not the bath's, not the room's. */
import { foldPattern } from '../reading/fold.ts';
import type { Reading } from '../reading/reading.ts';
import { numberOf, SPOKEN_ONE } from './japanese-number.ts';

export type Measured = { readonly value: number; readonly start: number; readonly end: number };

const DEGREE = '(?:℃|度c?|ど(?!う|こ(?!え|す)|れ|なた|ちら|んな|お)|°c?|c(?![a-z]))';
const TENTH = `(?:と)?(?:([0-9一二三四五六七八九半](?:分|ぶ|ふん)?|(?:${SPOKEN_ONE})(?:分|ぶ|ふん)))?`;
const WITH_UNIT = [
  new RegExp(`(?<![0-9.])((?:3[4-9]|4[0-3])(?:(?:[.・]|点|てん)[0-9]+)?) ?${DEGREE}(?:${TENTH})`, 'g'),
  new RegExp(`((?:三十|四十)[一二三四五六七八九]?)(?:[.・]?([一二三四五六七八九]))?度${TENTH}`, 'g'),
  new RegExp(
    `((?:さん|よん)じゅう(?:${SPOKEN_ONE})?)(?:てん(${SPOKEN_ONE}))?ど(?![うこなれんちき])${TENTH}`,
    'g',
  ),
  // 「八度五分」「はちどごぶ」: the thirty is left out.
  new RegExp(`(?<![0-9.十一二三四五六七八九])([六七八九6-9]) ?度(?:${TENTH})(?!目|数|も(?:行|通|言))`, 'g'),
  new RegExp(`(?<![ぁ-ん])(ろく|しち|なな|はち|きゅう|く)ど(?:(?:と)?(${SPOKEN_ONE})(?:ぶ|ふん))`, 'g'),
];
const DECIMAL = foldPattern(
  /(?<![0-9.:/])((?:3[5-9]|4[0-2])[.・、][0-9]{1,2})(?![0-9]|[ ]?(?:kg|き?ろ|cm|せんち|mm|ミリ|%|％|円|万|点|歳|才|年|回|倍|mg|ng|u\/))/g,
);
const WHOLE = foldPattern(
  /(?<![0-9.:/])((?:3[7-9]|4[0-1]))(?:台|を?(?:超|こ)え|以上|近[いくか]|ちか[いくか]|ぐらい|くらい|前後|後半)?(?=(?:が|も)?(?:あ(?:る|り|っ)|出|で(?:た|て|る)|[。 、！？]|$|に(?:上|な)|まで(?:上|あ)|から下))/g,
);

const FEVER_WORDS =
  /(?:(?<![温加情])熱(?![心湯帯]|中症)|ねつ|体温|検温|測[っりる定]|はか(?:った|る|り)|平熱|悪寒|寒気)/;
const NOT_BODY =
  /(?:風呂|ふろ|お?湯|しゃわあ|しゃわ|浴|温泉|さうな|気温|室温|部屋|えあこん|冷房|暖房|設定|温熱|焼灼|凍|冷蔵|保管|保存|料理|ぬるま|角度|傾|番|号|水温|外は|真夏|猛暑|日(?:中|差し)|お茶|飲み物|味噌汁|加熱|殺菌|布団|毛布|車内|歳|才)/;

/** 「39.2出とる」「38.5あります」: said of a body without its unit. */
const REPORTED = /^ ?(?:も|が|まで|くらい|ぐらい)?(?:出[てとたま]|あ(?:る|り(?!ませ)|っ)|上が)/;

/** Temperatures in the message. `feverKnown`: fever or drug treatment is the subject already, so a bare number is one. */
export function temperaturesIn(reading: Reading, feverKnown: boolean): Measured[] {
  const { text } = reading;
  const found: Measured[] = [];
  const add = (match: RegExpMatchArray, value: number | null, sure: 'unit' | 'decimal' | 'bare') => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (value === null || value < 34 || value > 43.5) return;
    if (found.some((f) => f.start < end && start < f.end)) return;
    const around = text.slice(Math.max(0, start - 12), end + 12);
    const feverish = FEVER_WORDS.test(text.slice(Math.max(0, start - 30), end + 30));
    if (NOT_BODY.test(around) && !feverish) return;
    if (/^[ ]?(?:くらい|ぐらい|前後)?の(?:お?湯|お?風呂|ふろ|温泉|部屋|気温|しゃわ)/.test(text.slice(end)))
      return;
    const subject = feverish || feverKnown || REPORTED.test(text.slice(end));
    if (sure !== 'unit' && !subject && !(sure === 'decimal' && alone(reading, start, end))) return;
    found.push({ value: halfOf(value, text.slice(end)), start, end });
  };
  for (const [kind, pattern] of WITH_UNIT.entries()) {
    for (const match of text.matchAll(pattern))
      add(match, degreesOf(match, kind), kind !== 3 || FEVER_WORDS.test(text) || match[2] ? 'unit' : 'bare');
  }
  for (const match of text.matchAll(DECIMAL))
    add(match, Number((match[1] ?? '').replace(/[・、]/, '.')), 'decimal');
  for (const match of text.matchAll(WHOLE)) add(match, Number(match[1]), 'bare');
  return found;
}

/** Whether the sentence says nothing but the number. */
function alone(reading: Reading, start: number, end: number): boolean {
  const [from, to] = reading.bounds('sentence', start);
  return reading.text.slice(from, to).replace(/[ 。、！？]/g, '').length <= end - start + 6;
}

function degreesOf(match: RegExpMatchArray, kind: number): number | null {
  const [, whole = '', second, third] = match;
  if (kind === 0) return Number(whole.replace(/・|点|てん/, '.')) + tenth(second);
  const number = numberOf(whole);
  if (number === null) return null;
  if (kind === 1 || kind === 2) return number + (tenth(second) || tenth(third));
  return 30 + number + tenth(second);
}

/** The digit after the point: 「5分」「ごぶ」「半」. */
function tenth(digit: string | undefined): number {
  if (digit?.startsWith('半')) return 0.5;
  const number = digit ? numberOf(digit.replace(/分|ぶ$|ふん$/, '')) : null;
  return number !== null && number < 10 ? number / 10 : 0;
}

/** 「37度後半」「38度台」. */
function halfOf(value: number, after: string): number {
  return Number.isInteger(value) && /^(?:台)?の?後半/.test(after)
    ? value + 0.6
    : Math.round(value * 100) / 100;
}
