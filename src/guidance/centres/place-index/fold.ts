/** One spelling for a place name, whether it is typed in kanji, kana, old kanji or full width. */
import { toHiragana } from '../../../language/kana.ts';
import { normalise } from '../../../language/normalise.ts';

/** 茅ヶ崎, 茅ケ崎, 茅が崎: the small ヶ between two kanji is written in many ways. */
const SMALL_KE = /(?<=\p{Script=Han})[ゖけが](?=\p{Script=Han})/gu;

/** Other forms of a letter in names that the old kanji of `normalise` leave alone: 龍ケ崎, 塩竈, 檜原, 諫早. */
const LETTER_FORMS: Readonly<Record<string, string>> = {
  龍: '竜',
  竈: '釜',
  桧: '檜',
  諌: '諫',
  鯵: '鰺',
  條: '条',
  梼: '檮',
  髙: '高',
  﨑: '崎',
};
const OTHER_LETTER = new RegExp(`[${Object.keys(LETTER_FORMS).join('')}]`, 'g');
const HIRAGANA_ONLY = /^[ぁ-ゔー]+$/;

/** `text` as the place index sees it: normalised, katakana as hiragana, one form of each letter, no spaces. */
export function fold(text: string): string {
  if (HIRAGANA_ONLY.test(text)) return text;
  return toHiragana(normalise(text))
    .replaceAll(' ', '')
    .replace(OTHER_LETTER, (letter) => LETTER_FORMS[letter] ?? letter)
    .replace(SMALL_KE, 'ゖ');
}

/** Whether a folded text has no kanji, so that only its sound is known. */
export function isKana(folded: string): boolean {
  return /^[ぁ-ゖー]+$/.test(folded);
}

const LEAD =
  /^(?:私|わたし|僕|ぼく|俺|うち|家|自宅|住まい|住所|場所|地域|今|いま|現在|母|父)+(?:は|が|も)?、?/;
const TAILS = [
  /[。、！？!?.,…〜~」』)）]+$/,
  /(?:に|で)?(?:住んで|すんで|暮らして|くらして)(?:い|お)?(?:ます|る|り|ります)?$/,
  /(?:(?:に|へ)(?:います|いる|居ます|おります|なります)|です|だ|でした|在住|住み|住まい)$/,
  /(?:から)(?:近い|ちかい|行ける|いける|通える)?(?:ところ|所|病院)?$/,
  /(?:あたり|辺り|へん|辺|らへん|周辺|付近|近辺|近く|ちかく|近郊|のほう|の方|方面|市内|県内|都内|府内|道内|区内|町内|村内|内)$/,
  /(?:です|ます)?(?:けど|けれど|が|ね|よ|かな)$/,
  /(?:お願いします|おねがいします|お願い|で)$/,
  /(?:の|に|へ|を|は|も)$/,
] as const;

/**
 * `folded` and what is left of it when the words around a bare answer are taken off, step by step:
 * 「世田谷あたりに住んでいます」 gives 「世田谷あたりに住んでいます」, 「世田谷あたり」, 「世田谷」.
 */
export function withoutTails(folded: string): string[] {
  const steps = [folded];
  let rest = folded.replace(LEAD, '');
  if (rest !== folded && rest !== '') steps.push(rest);
  for (;;) {
    const tail = TAILS.find((pattern) => pattern.test(rest));
    if (tail === undefined) return steps;
    rest = rest.replace(tail, '');
    if (rest === '') return steps;
    steps.push(rest);
  }
}
