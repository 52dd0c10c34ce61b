/** How one written word may appear in a message: its stem and what may follow (conjugation, dialect, politeness). */

/** A stem, folded, and the pattern (sticky) that must match right after it. */
export type Spelling = {
  readonly stem: string;
  readonly follow: RegExp | null;
  /** The dictionary form in the same spelling, for stems so short that only the dictionary can tell. */
  readonly base?: string;
};

export type Form = 'plain' | 'not' | 'want' | 'wantNot';

const NOT = '(?:な[いくかけさきん]|無[いくか]|ね[えっ。]|ねえ|ん|[えい]?へ[んな]|い?ひん|ぬ|ず|のう|せん)';
const POLITE_NOT = '(?:ま(?:せ|へ)ん)';
/** 「止まっていない」「飲めてへん」「食べれとらん」: not, of a state. */
const STATE =
  '(?:(?:[てで](?:い(?:られ)?|お(?:れ|られ)?|は|も|はい|こ|き|くれ|もらえ)?|と(?:ら)?|ちょ?ら|よら|た(?:こと|試し|ため)(?:が|は)?))';
const WANT =
  '(?:[てで](?:しま|ちま)?|じゃ|ちゃ|しま)?い?(?:た[いくかけがす。]|てえ|て(?:っ|[、。！ ]|$)|とう(?!な))';

/** 「生きていたくない」. */
const WANT_NOT =
  '(?:[てで](?:しま|ちま)?|じゃ|ちゃ|しま)?い?たく(?:は|も)?(?:な[いくしか]|ありま(?:せ|へ)ん|ねえ)';

const ROWS: Record<string, string> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっん',
};

const sticky = (source: string) => new RegExp(source, 'y');
const cache = new Map<string, RegExp>();
function pattern(source: string): RegExp {
  const known = cache.get(source) ?? sticky(source);
  cache.set(source, known);
  return known;
}

/** A verb of five rows by its stem and dictionary ending (「止ま」, 「る」). */
export function godan(stem: string, ending: string, form: Form): Spelling {
  // 行く alone of its row has 「行って」.
  const row = (ROWS[ending] ?? '') + (ending === 'く' && /^(?:行|い|ゆ|逝)$/.test(stem) ? 'っ' : '');
  const [a = '', i = ''] = row;
  const onbin = row.slice(5) || row.charAt(1);
  switch (form) {
    case 'plain':
      return { stem, follow: pattern(`[${row}](?!気)`), base: stem + ending };
    case 'not':
      return {
        stem,
        follow: pattern(
          `(?:${a}(?:れ)?${NOT}|[${i}${row[3]}]${POLITE_NOT}|[${row[3]}](?:[てと]?い?な[いくか]|へん)|[${onbin}]${STATE}(?:${NOT}|${POLITE_NOT}|あり${POLITE_NOT}))`,
        ),
      };
    case 'want':
      return {
        stem,
        follow: pattern(
          `(?:${i}${WANT}|[${onbin}](?:で|て|じゃ|ちゃ)(?:しま|ちま)?い?(?:た[いくかけが]|てえ|て(?:っ|[、。！ ]|$)|とう(?!な)))`,
        ),
      };
    case 'wantNot':
      return { stem, follow: pattern(`(?:${i}|[${onbin}])${WANT_NOT}`) };
    default:
      return form satisfies never;
  }
}

/** A verb of one row by its stem (「食べ」). */
export function ichidan(stem: string, form: Form): Spelling {
  switch (form) {
    case 'plain':
      // A stem of one character is half a word: 「出る」, not 出血.
      return {
        stem,
        follow:
          [...stem].length === 1
            ? pattern('(?:[るてたなまよれらんとちそす]|にく|ずら|やす|$|[ 。、？！])')
            : null,
      };
    case 'not':
      return {
        stem,
        follow: pattern(
          `(?:(?:ら)?(?:れ)?(?:${NOT}|${POLITE_NOT})|${STATE}(?:${NOT}|${POLITE_NOT}|あり${POLITE_NOT}))`,
        ),
      };
    case 'want':
      return { stem, follow: pattern(WANT) };
    case 'wantNot':
      return { stem, follow: pattern(WANT_NOT) };
    default:
      return form satisfies never;
  }
}

const ROW_I = /[きしちにひみりぎじび]$/;
const TO_O: Record<string, string> = {
  か: 'こ',
  さ: 'そ',
  た: 'と',
  な: 'の',
  は: 'ほ',
  ま: 'も',
  や: 'よ',
  ら: 'ろ',
  わ: 'お',
  が: 'ご',
  だ: 'ど',
  ば: 'ぼ',
};

/** 「痛うて」「いとうて」「苦しゅうて」: the western form of an adjective, by its stem in kana. */
export function westernAdjective(stem: string): Spelling | null {
  const last = stem.at(-1) ?? '';
  if (ROW_I.test(last)) return { stem: `${stem}ゅう`, follow: null };
  const o = TO_O[last];
  return o && stem.length > 1 ? { stem: `${stem.slice(0, -1)}${o}う`, follow: pattern('[てなは]') } : null;
}

const TO_A: Record<string, string> = {
  え: 'わ',
  け: 'か',
  せ: 'さ',
  て: 'た',
  ね: 'な',
  べ: 'ば',
  め: 'ま',
  れ: 'ら',
  げ: 'が',
};

/** 「持たれへん」 for 「持てない」: the western negative of what one can do, by the stem 「持て」. */
export function westernCannot(stem: string): Spelling | null {
  const a = TO_A[stem.at(-1) ?? ''];
  return a && stem.length > 1 ? { stem: `${stem.slice(0, -1)}${a}れ`, follow: pattern(NOT) } : null;
}

/** An adjective by its stem (「苦し」). */
export function adjective(stem: string, form: Form): Spelling {
  if (form === 'not') return { stem, follow: pattern(`く(?:は|も)?(?:${NOT}|あり${POLITE_NOT})`) };
  return {
    stem,
    follow:
      [...stem].length <= 2 ? pattern('(?!み(?:止|ど)め)(?:[いくかけさそすみうっえ]|$|[ 。、？！])') : null,
  };
}

/** 「ない」 alone: 「意識がない」「反応なし」「返事がありません」. */
export const NOTHING: readonly Spelling[] = [
  { stem: 'な', follow: pattern('[いくしかけ]') },
  { stem: '無', follow: pattern('[いくしか]') },
  { stem: 'ね', follow: pattern('[え。]') },
  { stem: 'あり', follow: pattern('ま(?:せ|へ)ん') },
  { stem: 'あら', follow: pattern('へん') },
  { stem: 'ござい', follow: pattern('ません') },
];
