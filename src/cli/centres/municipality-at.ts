/** The municipality of an address, by its name at the beginning, else by the postal code. */
import { municipalitiesOf, postalTable } from '../../guidance/centres/place-index/postal.ts';
import type { PlaceData } from '../../knowledge/places.ts';

/** 「青森県上北郡横浜町」: the district before a town or village. */
const DISTRICT = /^\p{Script=Han}{1,6}?郡/u;
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[ヶケが](?=\p{Script=Han})/gu, 'ケ');

/** The 5-digit code, or null when neither address (without its prefecture) nor postal code tells. */
export function municipalityAt(
  prefectureCode: string,
  address: string,
  postal: string,
  data: PlaceData,
): string | null {
  const written = plain(address);
  let best: { readonly code: string; readonly length: number } | null = null;
  for (const { code, name } of data.municipalities) {
    const full = plain(name);
    if (!code.startsWith(prefectureCode) || full.length <= (best?.length ?? 0)) continue;
    if (written.startsWith(full) || written.replace(DISTRICT, '').startsWith(full))
      best = { code, length: full.length };
  }
  if (best !== null) return best.code;
  const byPostal = postal === '' ? [] : municipalitiesOf(postalTable(data.postal), postal.replace('-', ''));
  const [only] = byPostal.filter((code) => code.startsWith(prefectureCode));
  return byPostal.length === 1 && only !== undefined ? only : null;
}
