/** Figures with their units, read from a sentence: 「1万2,000円」 is 12000 円, 「37.5度」 is 37.5 ℃. */

export type Figure = { readonly value: number; readonly unit: string };

const SCALE: Record<string, number> = { '': 1, 千: 1e3, 万: 1e4, 億: 1e8 };
/** Spellings of one unit. */
const UNITS: Record<string, string> = {
  度: '℃',
  '°C': '℃',
  才: '歳',
  パーセント: '%',
  日間: '日',
  年間: '年',
  カ月: 'か月',
  ヶ月: 'か月',
  ケ月: 'か月',
};
const FIGURE =
  /(\d[\d,]*(?:\.\d+)?)(億|万|千)?(?:(\d[\d,]*)(千)?)?(円|℃|°C|度(?!目)|歳|才|%|パーセント|割|日間|日|週間|か月|カ月|ヶ月|ケ月|年間|年|時間|分|回|人|リットル|ミリリットル|キロ|グラム|センチ|ミリ)/g;

/** The figures of `sentence`; the years of a calendar (2026年) and days of one (4月1日) are none. */
export function figuresIn(sentence: string): Figure[] {
  const text = sentence
    .normalize('NFKC')
    .replace(/\d+月\d+日/g, '')
    .replace(/(19|20)\d\d年(度|\d+月)?/g, '');
  return [...text.matchAll(FIGURE)].map(
    ([, number = '', scale = '', rest = '', restScale = '', unit = '']) => ({
      value: numberOf(number) * (SCALE[scale] ?? 1) + (scale ? numberOf(rest) * (SCALE[restScale] ?? 1) : 0),
      unit: UNITS[unit] ?? unit,
    }),
  );
}

function numberOf(text: string): number {
  return text === '' ? 0 : Number(text.replaceAll(',', ''));
}

/** Clock times as 10:00; 「午後3時」 is 15:00. 「3時間」 is none. */
export function clockTimesIn(sentence: string): string[] {
  const text = sentence.normalize('NFKC');
  return [...text.matchAll(/(午前|午後)?(\d{1,2})(?::(\d\d)|時(?!間)(?:(半)|(\d{1,2})分)?)/g)].map(
    ([, half, hour = '', minutes, thirty, minutesOfHour]) => {
      const h = Number(hour) + (half === '午後' && Number(hour) < 12 ? 12 : 0);
      const m = minutes ?? (thirty ? '30' : (minutesOfHour ?? '00'));
      return `${String(h).padStart(2, '0')}:${m.padStart(2, '0')}`;
    },
  );
}
