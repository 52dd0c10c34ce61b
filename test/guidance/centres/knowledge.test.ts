import { describe, expect, it } from 'vitest';
import { formatCentres, parseCentres } from '../../../src/knowledge/centres.ts';
import { PLACE_FILES, PlaceFileError, parsePlaces } from '../../../src/knowledge/places.ts';
import { centres, placeData } from './real-data.ts';

describe('knowledge/centres.csv', () => {
  it('shows the prefectural hospital of each of the 47 prefectures, with its source', () => {
    for (const { name } of placeData.prefectures) {
      const shown = centres.filter((centre) => centre.prefecture === name && centre.status === 'shown');
      expect(
        shown.map((centre) => centre.kind),
        name,
      ).toContain('都道府県がん診療連携拠点病院');
      for (const centre of shown) expect(centre.source, centre.name).toMatch(/^https?:\/\/|^hospId in /);
    }
  });

  it('gives a source for each phone number, and says whose it is', () => {
    for (const centre of centres.filter((c) => c.phone !== '')) {
      expect(centre.phone_source, centre.name).toMatch(/^\S+ https?:\/\//);
    }
  });

  it('gives a reason for each hidden row', () => {
    for (const centre of centres.filter((c) => c.status === 'hidden'))
      expect(centre.why, centre.name).not.toBe('');
  });

  it('names a municipality of the same prefecture in each row, at most 60 km from its coordinates', () => {
    for (const centre of centres) {
      const m = placeData.municipalities.find((municipality) => municipality.code === centre.municipality);
      expect(m, centre.name).toBeDefined();
      const prefecture = placeData.prefectures.find((p) => p.code === centre.municipality.slice(0, 2));
      expect(prefecture?.name, centre.name).toBe(centre.prefecture);
      expect(Math.abs((m?.latitude ?? 0) - centre.latitude), centre.name).toBeLessThan(0.5);
      expect(Math.abs((m?.longitude ?? 0) - centre.longitude), centre.name).toBeLessThan(0.5);
    }
  });

  it('reads back what it writes', () => {
    expect(parseCentres(formatCentres(centres))).toEqual({ centres, problems: [] });
  });
});

describe('parseCentres', () => {
  const good = formatCentres(centres.slice(0, 2));
  const row = good.split('\n')[1] ?? '';

  it('names line and mend of each bad row and keeps the others', () => {
    const text = good.replace('shown', 'seen').replace(/\n$/, `\n${row.replace(/^[^,]*/, 'x')}\n`);
    const { centres: kept, problems } = parseCentres(text);
    expect(kept).toHaveLength(1);
    expect(problems.map((problem) => `${problem.line} ${problem.message}`)).toEqual([
      '2 status: write shown or hidden',
      '4 id: write an id as 13-8010024 (prefecture, then a number of its own)',
    ]);
  });

  it('refuses a shown row without a source and a phone number without one', () => {
    const [first] = centres;
    if (first === undefined) throw new Error('no centres');
    const text = formatCentres([{ ...first, source: '', phone: '03-1234-5678', phone_source: '' }]);
    expect(parseCentres(text).problems.map((problem) => problem.message)).toEqual([
      'source: a shown row needs a source; name one or write hidden',
      'phone_source: a phone number needs its source',
    ]);
  });

  it('names the line of the twin of an id that stands twice', () => {
    expect(parseCentres(`${good}${row}\n`).problems[0]?.message).toMatch(/stands already in line 2$/);
  });

  it('says which columns are missing', () => {
    expect(parseCentres('id,name\n1,x\n').problems[0]?.message).toMatch(
      /^the columns prefecture, kind, .* are missing$/,
    );
  });
});

describe('parsePlaces', () => {
  const texts = {
    prefectures: 'code\tname\tkana\tcapital\n13\t東京都\tとうきょうと\t13104\n',
    municipalities: 'code\tname\tkana\tlatitude\tlongitude\n13104\t新宿区\tしんじゅくく\t35.69\t139.70\n',
    formerNames: 'name\tkana\tmunicipality\tcity\n',
    landmarks: 'name\tkana\tmunicipality\n新宿駅\tしんじゅくえき\t13104\n',
    postal: '160 0000:13104\n',
  };

  it('reads the five files', () => {
    expect(parsePlaces(texts).municipalities).toEqual([
      { code: '13104', name: '新宿区', kana: 'しんじゅくく', latitude: 35.69, longitude: 139.7 },
    ]);
  });

  it.each([
    ['municipalities', '139.70', '39.70', /municipalities\.tsv:2: longitude/],
    ['landmarks', '13104', '13999', /landmarks\.tsv:2: no municipality has the code 13999/],
    ['postal', ':', '=', /postal\.txt:1: write/],
    ['prefectures', '13104', '', /prefectures\.tsv:2: capital/],
  ] as const)('names file and line when %s is off', (key, from, to, message) => {
    const off = { ...texts, [key]: texts[key].replace(from, to) };
    expect(() => parsePlaces(off)).toThrow(PlaceFileError);
    expect(() => parsePlaces(off)).toThrow(message);
  });

  it('has a file for each part', () => {
    expect(Object.keys(PLACE_FILES).sort()).toEqual(Object.keys(placeData).sort());
  });
});
