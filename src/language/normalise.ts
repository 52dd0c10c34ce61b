/** One spelling for one word before any analysis: width, case, kanji forms, invisible characters. */
import { modernKanji } from './old-kanji.ts';

/** Control, format and variation characters: they are typed by accident or by machines, and mean nothing here. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
/** U+FEFF is a byte order mark, invisible, though JavaScript counts it as white space. */
const SPACE = /(?:(?!\uFEFF)\s)+/gu;
/** ガン alone or in 抗ガン剤 is the disease; inside ガンマ線 or スローガン it is part of another word. */
const GAN_IN_KATAKANA = /(?<![ァ-ヺー])ガン(?![ァ-ヺー])/gu;

/**
 * `text` as the analyser sees it: well-formed (a lone surrogate becomes U+FFFD), NFKC (half width katakana and
 * full width letters and digits become ordinary ones), small letters, old kanji in their new form, がん for 癌
 * and ガン, no invisible characters, runs of white space as one space, 「ーー」as one 「ー」.
 */
export function normalise(text: string): string {
  const visible = text.toWellFormed().replace(SPACE, ' ').replace(INVISIBLE, '');
  // Small letters can compose where capitals did not (J̌ → ǰ), and ¨ and the like become a space and a mark.
  return modernKanji(visible.normalize('NFKC').toLowerCase().normalize('NFKC'))
    .replace(/癌/g, 'がん')
    .replace(GAN_IN_KATAKANA, 'がん')
    .replace(/[ーｰ―─]{2,}/g, 'ー')
    .replace(SPACE, ' ')
    .trim();
}
