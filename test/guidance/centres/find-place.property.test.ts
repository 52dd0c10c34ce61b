/** Every municipality of Japan, written in the ways people write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CANDIDATES } from '../../../src/guidance/centres/place.ts';
import type { Municipality } from '../../../src/knowledge/places.ts';
import { find, placeData, prefectureOf } from './real-data.ts';

const all = placeData.municipalities;
const label = (m: Municipality) => `${prefectureOf(m.code)} ${m.name}`;
const kanaOf = (m: Municipality) => {
  const prefecture = placeData.prefectures.find((p) => p.code === m.code.slice(0, 2));
  return (prefecture?.kana ?? '') + m.kana.replace(' ', '');
};
const toKatakana = (text: string) =>
  text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));

/** ガ is two letters in half width; NFKC, turned round, knows which. */
const halfWidth = new Map<string, string>();
for (let code = 0xff66; code <= 0xff9d; code++) {
  const half = String.fromCharCode(code);
  for (const mark of ['', 'ﾞ', 'ﾟ']) {
    const full = (half + mark).normalize('NFKC');
    if (full.length === 1) halfWidth.set(full, half + mark);
  }
}
const toHalfWidth = (text: string) => [...toKatakana(text)].map((c) => halfWidth.get(c) ?? c).join('');
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** The codes found or offered, the prefecture's name for a whole prefecture. */
function codes(text: string): (string | null)[] {
  const match = find(text);
  if (match.kind === 'found') return [match.place.municipalityCode];
  return match.kind === 'ambiguous' ? match.candidates.map((place) => place.municipalityCode) : [];
}

describe('each municipality', () => {
  it('is found by prefecture and name, alone and inside a sentence', () => {
    for (const m of all) {
      for (const text of [
        label(m),
        label(m).replaceAll(' ', ''),
        `${label(m).replaceAll(' ', '')}に住んでいます`,
        `今は${label(m)}のあたりです。`,
        `近くの相談支援センターを教えてください。${label(m)}`,
      ]) {
        expect(codes(text), text).toEqual([m.code]);
      }
    }
  });

  it('is found by its reading, or offered with those that sound the same', () => {
    for (const m of all) {
      const kana = kanaOf(m);
      for (const text of [kana, toKatakana(kana), toHalfWidth(kana), `${kana}です`]) {
        expect(codes(text), text).toContain(m.code);
      }
    }
  });

  it('is found by its name alone, or offered with its namesakes', () => {
    for (const m of all) {
      const name = m.name.replace(' ', '');
      expect(codes(name), name).toContain(m.code);
      expect(codes(`${name}に住んでいます`), name).toContain(m.code);
    }
  });

  it('is found without its suffix, with the prefecture before it', () => {
    for (const m of all.filter((municipality) => !municipality.name.includes(' '))) {
      const text = `${prefectureOf(m.code)}の${m.name.slice(0, -1)}`;
      expect(codes(text), text).toContain(m.code);
    }
  });

  it('is found by a postal code of its own, in all widths, or offered with those that share the code', () => {
    const firstRun = new Map<string, string>();
    for (const line of placeData.postal.split('\n')) {
      const [prefix = '', ...runs] = line.split(' ');
      for (const run of runs) {
        for (const code of run.slice(5).split('+')) {
          if (!firstRun.has(code)) firstRun.set(code, `${prefix}-${run.slice(0, 4)}`);
        }
      }
    }
    const withPostal = all.filter((m) => firstRun.has(m.code));
    expect(withPostal.length).toBeGreaterThan(1880);
    for (const m of withPostal) {
      const postal = firstRun.get(m.code) ?? '';
      for (const text of [
        `〒${postal}`,
        `〒${toFullWidth(postal)}`,
        postal,
        `${postal}です`,
        postal.replace('-', ''),
      ]) {
        expect(codes(text), text).toContain(m.code);
      }
    }
  });

  it('is found, or offered, with any one letter of a name of three or more wrong, after its prefecture', () => {
    const long = all.filter((m) => !m.name.includes(' ') && m.name.length >= 4);
    expect(long.length).toBeGreaterThan(400);
    for (const m of long) {
      for (let i = 0; i < m.name.length - 1; i++) {
        const text = `${prefectureOf(m.code)}${m.name.slice(0, i)}鬱${m.name.slice(i + 1)}`;
        expect(codes(text), text).toContain(m.code);
      }
    }
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...[
      '北区',
      '東京',
      '横浜',
      'の',
      'に住んで',
      'します',
      '〒',
      '160-0022',
      'ふちゅう',
      '病院',
      '駅',
      '（',
      '）',
      '町',
      '鬱',
    ],
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
  );

  it('is answered without an error, and never with fewer than two or more than thirteen places to choose from', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const match = find(text);
        if (match.kind !== 'ambiguous') return;
        expect(match.candidates.length).toBeGreaterThanOrEqual(2);
        expect(match.candidates.length).toBeLessThanOrEqual(MOST_CANDIDATES);
        expect(new Set(match.candidates.map((place) => place.label)).size).toBe(match.candidates.length);
      }),
      { numRuns: 500 },
    );
  });

  it('of 5,000 letters is answered within half a second', () => {
    for (const text of ['北区', 'き', '東京都', 'ア', '1', '鬱', 'です', '(現']) {
      const start = performance.now();
      find(text.repeat(5000 / text.length));
      expect(performance.now() - start, text).toBeLessThan(500);
    }
  });
});
