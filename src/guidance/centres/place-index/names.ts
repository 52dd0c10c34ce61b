/** All the ways to write the name of a municipality or prefecture. */

/** How sure a written form is: the full name, or without its 市区町村; in kanji, or by its sound alone. */
export type Form = 'full' | 'short' | 'kana' | 'short-kana';

export type WrittenName = { readonly text: string; readonly form: Form };

const SUFFIX_READINGS: Readonly<Record<string, readonly string[]>> = {
  都: ['と'],
  道: ['どう'],
  府: ['ふ'],
  県: ['けん'],
  市: ['し'],
  区: ['く'],
  町: ['ちょう', 'まち'],
  村: ['むら', 'そん'],
};

/** 北海 is nobody's name for 北海道. */
const NEVER_SHORT = new Set(['北海道']);

/** 「世田谷区」 with 「せたがやく」 gives 世田谷区, 世田谷, せたがやく, せたがや, せたがや区; 町 and 村 in both their readings. */
export function writtenNames(name: string, kana: string): WrittenName[] {
  const suffix = name.at(-1) ?? '';
  const readings = SUFFIX_READINGS[suffix];
  const names: WrittenName[] = [
    { text: name, form: 'full' },
    { text: kana, form: 'kana' },
  ];
  if (readings === undefined) return names;
  const stem = name.slice(0, -1);
  const own = readings.find((reading) => kana.endsWith(reading));
  const kanaStem = own === undefined ? '' : kana.slice(0, -own.length);
  if (kanaStem !== '') {
    names.push(...readings.map((reading): WrittenName => ({ text: kanaStem + reading, form: 'kana' })));
    names.push({ text: kanaStem + suffix, form: 'full' });
  }
  if (!NEVER_SHORT.has(name)) {
    names.push({ text: stem, form: 'short' });
    if (kanaStem !== '') names.push({ text: kanaStem, form: 'short-kana' });
  }
  return names;
}

/** 「東北大学病院」 is also 東北大病院, 「前橋赤十字病院」 前橋日赤, 「がん研究会有明病院」 がん研有明病院. */
export function hospitalNames(name: string): string[] {
  const plain = name.replace(/大学(?:医学部)?[附付]属病院/, '大学病院');
  return [
    ...new Set([
      name,
      name.replace('附属', '付属'),
      plain,
      plain.replace('大学病院', '大病院'),
      name.replace('赤十字病院', '日赤'),
      name.replace('がん研究会', 'がん研'),
      // both hospitals of the National Cancer Center are meant until one is named
      ...(name.startsWith('国立がん研究センター') ? ['国立がん研究センター', '国立がんセンター'] : []),
    ]),
  ];
}
