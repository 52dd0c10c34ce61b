/** Hides in a patient's question what may tell who they are; a help, no warrant: the page says so. */
import type { Analysis } from '../language/analyse.ts';

type Span = { readonly start: number; readonly end: number; readonly label: string };

/** In the order in which they win where two overlap. The text is normalised: half width, small letters. */
const PATTERNS: readonly { readonly label: string; readonly pattern: RegExp }[] = [
  { label: '〔メール〕', pattern: /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*/g },
  { label: '〔アドレス〕', pattern: /https?:\/\/[^\s、。」）]+|www\.[^\s、。」）]+/g },
  { label: '〔アカウント〕', pattern: /@[a-z0-9._-]{3,}/g },
  { label: '〔番号〕', pattern: /\+?\d(?:[\s\-‐-―ー()]{0,2}\d){5,}/g },
  { label: '〔数字〕', pattern: /\d{4,}/g },
  {
    label: '〔病院の名前〕',
    pattern: /[\p{Script=Han}\p{Script=Katakana}ーa-z0-9々ヶ]{1,20}(?:病院|医院|クリニック|診療所)/gu,
  },
];

/** Words before 病院 that name a kind of hospital, not one of them. */
const KIND_OF_HOSPITAL =
  /^(?:総合|大学|専門|拠点|精神|市立|市民|県立|国立|公立|民間|地域|地元|近所|個人|救急|一般|私立|転院先|紹介先|入院先|最寄|別|他|同|前|今|大|小|元|次|各|両|先|当|某|新|旧|がん|癌|町|街|外科|内科|小児|婦人科|泌尿器科|耳鼻科|眼科|歯科|皮膚科|整形|美容|在宅|緩和|診療連携拠点|診療連携)+(?:病院|医院|クリニック|診療所)$/u;

/** The normalised text of `question`, with 〔…〕 where details stood. */
export function maskDetails({ normal, tokens }: Analysis): string {
  const spans: Span[] = [];
  for (const { label, pattern } of PATTERNS) {
    for (const match of normal.matchAll(pattern)) {
      if (KIND_OF_HOSPITAL.test(match[0])) continue;
      spans.push({ start: match.index, end: match.index + match[0].length, label });
    }
  }
  for (const { start, surface, posDetail1, posDetail2 } of tokens) {
    if (posDetail1 === '固有名詞' && posDetail2 === '人名')
      spans.push({ start, end: start + surface.length, label: '〔名前〕' });
  }
  return hide(normal, spans);
}

/** Words of `question` that maskDetails() hides: a name that several questions share is one still. */
export function hiddenWords(question: Analysis): string[] {
  const shown = maskDetails(question);
  return question.tokens
    .filter((token) => !shown.includes(token.surface))
    .flatMap(({ surface, base }) => [surface, base]);
}

function hide(text: string, spans: readonly Span[]): string {
  let shown = '';
  let at = 0;
  let last = '';
  // At one place the first of the patterns wins, and a longer one over what it holds.
  for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const between = text.slice(at, Math.max(at, start));
    // Family and given name side by side are one name; the rest of an overlap is hidden with what it overlaps.
    if (start > at || label !== last) shown += between + (start < at ? '' : label);
    at = end;
    last = label;
  }
  return shown + text.slice(at);
}
