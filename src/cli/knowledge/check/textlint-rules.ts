/** Which of textlint's Japanese rules a handbook for patients obeys, and why the others do not fit it. */
import type { Style } from '../../../knowledge/check/style.ts';

/**
 * Rules of textlint-rule-preset-ja-technical-writing with their options. Left out: sentence-length, max-ten, no-unmatched-pair
 * (done in src/knowledge/check at a fiftieth of the time, with a bound of its own for the easy part), no-doubled-joshi
 * (572 findings, nearly all natural sentences), ja-no-weak-phrase (「かもしれません」 is honest in medicine),
 * arabic-kanji-numbers (「一つ」 is right Japanese for people), no-exclamation-question-mark (spoken words in 「」),
 * ja-unnatural-alphabet (「頭にcがつく」 of TNM), no-doubled-conjunction, no-doubled-conjunctive-particle-ga,
 * no-double-negative-ja and ja-no-successive-word (no finding in 298,000 characters, at half of the time).
 */
export function textlintRules(style: Style): Readonly<Record<string, unknown>> {
  return {
    'max-kanji-continuous-len': { max: style.kanji_in_a_row, allow: style.long_words },
    'no-mix-dearu-desumasu': {
      preferInHeader: '',
      preferInBody: 'ですます',
      preferInList: '',
      strict: false,
    },
    'ja-no-mixed-period': { periodMark: '。', allowPeriodMarks: ['：', ':', '？', '！', '」', '）', '…'] },
    'no-dropping-the-ra': true,
    'no-nfd': true,
    'no-hankaku-kana': true,
    'no-invalid-control-character': true,
    'ja-no-abusage': true,
    'ja-no-redundant-expression': true,
    'no-zero-width-spaces': true,
  };
}
