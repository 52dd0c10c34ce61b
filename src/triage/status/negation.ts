/** 「熱はありません」「痛くも痒くもない」「吐いてはいません」: negation of what has just been said, in its own clause. */

const ENDING = '(?:[いきしちにびみりぎえけせてねへめれげべんっかさたなはまらわがくぐ]{0,2}?)';
const LINK =
  '(?:[はもが、 ]|とか|など|なんか|って|という(?:の|こと|ほど(?:の(?:もの|こと))?|わけ)|ほど|の(?:症状|感じ|方|様子)|っぽさ|さ|み|気味|感|症状|こと|わけ|る|い(?=ん|の|わけ)|た(?=こと|わけ|ん)|の(?=では|じゃ)|ん(?=では|じゃ)|では|じゃ)';
const DEGREE =
  '(?:まだ|もう|今の?ところ|いまの?ところ|今|いま|全く|まったく|全然|ぜんぜん|特に|とくに|一度も|一回も|一切|ほとんど|それほど|そんなに|あまり|あんまり|別に|べつに)';
const VERB =
  '(?:あり|出|で|し|見られ|みられ|感じ|起き|おき|起こ[しらっ]|おこ[しらっ]|なっ|なり|なら|ござい|認め|続い|つづい|考え|思[いっ]|つもりは|気は|(?:[てで](?:は|も)?(?:い|お)?))';
const NO =
  '(?:ま(?:せ|へ)ん|な(?:い|く|し|かっ)|無(?:い|く|し|かっ)|ねえ|へん|あらへん|(?<![るたいなうくすつぬむぐぶだん])(?<![るすたいだんうや][けね])ん(?=[。 、！？]|$|で(?:す|も)|け)|ず(?=[、 に。]|$))';
/** Two negatives, or a negative that only asks: 「ないわけではない」「じゃないか」. */
const NOT_SO = '(?!わけ|とは|とも|こともな|ことはな|くはな|くもな)';

/** 「聞いてくれませんか」 asks for it. */
const REQUEST = /^.?[ぁ-ん]{0,4}(?:くれ|もらえ|頂け|いただけ)ませんか|^[れえけ]ませんか/;
const ASKING = /(?:じゃ|では)な(?:い|かろう)(?:か|？|です(?:か|よね)|の[か？]|だろう|でしょう|よね)/;
const NEGATED = new RegExp(`(?<=^.)${ENDING}(?:${LINK}|${DEGREE}){0,6}${VERB}{0,3}(?:は|も)?${NO}${NOT_SO}`);
/** 「熱や咳はありません」: one negative for several. */
const SEVERAL = new RegExp(
  `(?<=^.)${ENDING}(?:も|や|とか|と|・|、|または|、?それに)[^がはをてで。！？、 ]{1,8}(?:くも|も|は|とか(?:は|も)?|など(?:は|も)?)(?:${DEGREE}|は| )*${VERB}{0,3}${NO}${NOT_SO}`,
);

/** The negating words right after `last`, the last character of what was said, in `rest` of the clause, or null. */
export function negated(last: string, rest: string): string | null {
  const found = NEGATED.exec(last + rest) ?? SEVERAL.exec(last + rest);
  if (REQUEST.test(last + rest)) return null;
  if (!found || /しか/.test(found[0])) return null;
  return ASKING.test(rest.slice(0, found[0].length + 4)) ? null : found[0];
}
