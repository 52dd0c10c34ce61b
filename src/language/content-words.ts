/** Which words carry what a question is about: a filter by part of speech and a short list of empty words. */
import type { Token } from './token.ts';

const EMPTY_POS = new Set(['助詞', '助動詞', '記号', 'フィラー', '接続詞', '感動詞', '連体詞']);
/** 非自立 (「〜してみる」のみる), 代名詞 and 接尾動詞 (れる, られる) lean on other words. */
const EMPTY_DETAIL = new Set(['非自立', '代名詞']);
/** Words that stand in nearly every question and say nothing of its subject. */
const EMPTY_WORDS = new Set(
  (
    'する いる ある なる できる 下さる くださる ください よい いい ない こと もの の ん よう 方 ため 教える 知る れる られる ' +
    'いただく 頂く 思う どう 何 なに ところ とき 時 場合 言う いう 聞く みる くる いく 行く わかる 分かる しまう もらう さん 様 ' +
    'それ これ あれ ここ そこ ちょっと とても すごい 質問 さ 的 中 お ご'
  ).split(' '),
);

/** Whether `token` tells what the text is about. */
export function isContentWord(token: Token): boolean {
  if (EMPTY_POS.has(token.pos)) return false;
  if (token.pos === '名詞' && EMPTY_DETAIL.has(token.posDetail1)) return false;
  if (token.pos === '動詞' && (token.posDetail1 === '非自立' || token.posDetail1 === '接尾')) return false;
  if (!/[\p{L}\p{N}]/u.test(token.surface)) return false;
  return !EMPTY_WORDS.has(token.base);
}
