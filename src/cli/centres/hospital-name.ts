/** One spelling for a hospital's name, so that an official list and ours meet. */

/** Who runs it stands before the name: 「独立行政法人国立病院機構 大阪医療センター」. */
const RUN_BY =
  /(?:立|社|法人|機構|連合会|組合|会|財団|社団|学園|学院|事業団|企業団|支部|健康保険|厚生連|都立病院機構|恩賜財団|附属|総合病院|国保直営|国保|株式会社日立製作所|JA.{0,6}厚生連)$/;

/** Width, spaces, 附属 or 付属, and old letters as one. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s・･.,、。]+/g, '')
    .replace(/[（(].*?[)）]/g, '')
    .replaceAll('付属', '附属')
    .replace(/[ヶケが](?=\p{Script=Han})/gu, 'ケ')
    .replaceAll('齋', '斎')
    .replaceAll('澤', '沢')
    .replaceAll('醫', '医');
}

/**
 * Whether both names are of the same hospital: equal, or one is the other after who runs it; where both have one
 * postal code, it is enough that one name holds the other.
 * 「市立東大阪医療センター」 is not 「大阪医療センター」: 「市立東」 runs nothing.
 */
export function isSameHospital(a: string, b: string, onePostalCode = false): boolean {
  const [x, y] = [plainName(a), plainName(b)];
  if (x === y) return true;
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  if (onePostalCode && long.includes(short)) return true;
  return short.length >= 4 && long.endsWith(short) && RUN_BY.test(long.slice(0, -short.length));
}
