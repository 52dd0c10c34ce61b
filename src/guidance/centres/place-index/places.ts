/** The index that findPlace looks names up in: every written form with the places that bear it. */
import type { Municipality, PlaceData } from '../../../knowledge/places.ts';
import type { Place, Point } from '../place.ts';
import { fold } from './fold.ts';
import { type Form, hospitalNames, writtenNames } from './names.ts';
import { type PostalTable, postalTable } from './postal.ts';
import type { Target } from './target.ts';

export type Bearer = { readonly target: Target; readonly form: Form };

export type Places = {
  readonly bearers: ReadonlyMap<string, readonly Bearer[]>;
  /** Letters of the longest name. */
  readonly longest: number;
  /** By 5-digit code. */
  readonly municipalities: ReadonlyMap<string, Target>;
  /** By 2-digit code. */
  readonly prefectures: ReadonlyMap<string, Target>;
  readonly postal: PostalTable;
};

/** What of a hospital is needed to find somebody who names it. */
export type NamedHospital = Point & { readonly name: string; readonly municipality: string };

type Add = (text: string, form: Form, target: Target) => void;

/** Builds the index; about 30 ms and 4 MB for all of Japan. `hospitals` are found by name, shown or not. */
export function createPlaces(data: PlaceData, hospitals: readonly NamedHospital[] = []): Places {
  const bearers = new Map<string, Bearer[]>();
  let longest = 0;
  const add: Add = (text, form, target) => {
    const key = fold(text);
    const list = bearers.get(key);
    if (list === undefined) bearers.set(key, [{ target, form }]);
    else if (!list.some((bearer) => bearer.target === target)) list.push({ target, form });
    longest = Math.max(longest, key.length);
  };
  const municipalities = addMunicipalities(data, add);
  const prefectures = addPrefectures(data, municipalities, add);
  addFormerNames(data, municipalities, add);
  addLandmarks(data, municipalities, add);
  addHospitals(hospitals, municipalities, add);
  return { bearers, longest, municipalities, prefectures, postal: postalTable(data.postal) };
}

/** The designated city of a ward, by name: 「札幌市 中央区」 lies in 「札幌市」. */
function cityCodes(municipalities: readonly Municipality[]): (m: Municipality) => string | null {
  const byName = new Map(municipalities.map((m) => [m.code.slice(0, 2) + m.name, m.code]));
  return (m) => {
    const space = m.name.indexOf(' ');
    return space < 0 ? null : (byName.get(m.code.slice(0, 2) + m.name.slice(0, space)) ?? null);
  };
}

const lastWord = (text: string) => text.slice(text.lastIndexOf(' ') + 1);

function addMunicipalities(data: PlaceData, add: Add): Map<string, Target> {
  const prefectureNames = new Map(data.prefectures.map((p) => [p.code, p.name]));
  const cityOf = cityCodes(data.municipalities);
  const withWards = new Set(data.municipalities.map(cityOf));
  const targets = new Map<string, Target>();
  for (const m of data.municipalities) {
    const prefectureCode = m.code.slice(0, 2);
    const prefecture = prefectureNames.get(prefectureCode) ?? '';
    const cityCode = cityOf(m);
    const { latitude, longitude, code: municipalityCode } = m;
    const target: Target = {
      level: cityCode !== null ? 'ward' : withWards.has(m.code) ? 'city' : 'municipality',
      prefectureCode,
      municipalityCode,
      cityCode,
      place: { label: `${prefecture} ${m.name}`, latitude, longitude, municipalityCode, prefecture },
    };
    targets.set(m.code, target);
    for (const { text, form } of writtenNames(lastWord(m.name), lastWord(m.kana))) add(text, form, target);
  }
  return targets;
}

function addPrefectures(data: PlaceData, municipalities: ReadonlyMap<string, Target>, add: Add) {
  const targets = new Map<string, Target>();
  for (const p of data.prefectures) {
    const capital = municipalities.get(p.capital)?.place;
    if (capital === undefined) continue;
    const place: Place = { ...capital, label: p.name, municipalityCode: null };
    const target: Target = {
      level: 'prefecture',
      prefectureCode: p.code,
      municipalityCode: null,
      cityCode: null,
      place,
    };
    targets.set(p.code, target);
    for (const { text, form } of writtenNames(p.name, p.kana)) add(text, form, target);
  }
  return targets;
}

function spot(at: Target, label: string, { latitude, longitude }: Point = at.place): Target {
  return { ...at, level: 'spot', place: { ...at.place, label, latitude, longitude } };
}

function addFormerNames(data: PlaceData, municipalities: ReadonlyMap<string, Target>, add: Add): void {
  for (const former of data.formerNames) {
    const city = municipalities.get(former.city)?.place.label;
    for (const now of former.municipality.flatMap((code) => municipalities.get(code) ?? [])) {
      const { label } = now.place;
      // 「静岡県 浜松市 南区（現 中央区）」: a former ward says its city once
      const target = spot(
        now,
        city === undefined
          ? `${former.name}（現 ${label}）`
          : `${city} ${former.name}（現 ${lastWord(label)}）`,
      );
      for (const { text, form } of writtenNames(former.name, former.kana)) add(text, form, target);
    }
  }
}

function addLandmarks(data: PlaceData, municipalities: ReadonlyMap<string, Target>, add: Add): void {
  for (const landmark of data.landmarks) {
    const isStation = landmark.name.endsWith('駅');
    for (const at of landmark.municipality.flatMap((code) => municipalities.get(code) ?? [])) {
      const target = spot(at, `${landmark.name}（${at.place.label}）`);
      add(landmark.name, isStation ? 'full' : 'short', target);
      add(landmark.kana, isStation ? 'kana' : 'short-kana', target);
      if (!isStation) add(`${landmark.name}駅`, 'full', target);
    }
  }
}

function addHospitals(
  hospitals: readonly NamedHospital[],
  municipalities: ReadonlyMap<string, Target>,
  add: Add,
): void {
  for (const hospital of hospitals) {
    const at = municipalities.get(hospital.municipality);
    if (at === undefined) continue;
    const target = spot(at, hospital.name, hospital);
    for (const name of hospitalNames(hospital.name)) add(name, 'full', target);
  }
}
