/** Lays an official list over our rows: what is new, what changed, what may be shown now, what is no longer listed. */
import type { Centre } from '../../knowledge/centres.ts';
import type { PlaceData } from '../../knowledge/places.ts';
import { isSameHospital, plainName } from './hospital-name.ts';
import type { ListedHospital, RowProblem } from './official-list.ts';

export type ListSource = { readonly source: string; readonly date: string };

export type Change = { readonly field: keyof Centre; readonly from: string; readonly to: string };

export type Merge = {
  /** All rows as they would be written. */
  readonly centres: readonly Centre[];
  readonly added: readonly Centre[];
  readonly updated: readonly { readonly centre: Centre; readonly changes: readonly Change[] }[];
  readonly nowShown: readonly Centre[];
  /** Shown rows of the list's prefectures that it does not name. They stay as they are unless they are to be hidden. */
  readonly noLongerListed: readonly Centre[];
  readonly problems: readonly RowProblem[];
};

/** What patients see, and so what a report tells; source and reason change with every list. */
const REPORTED = [
  'name',
  'kind',
  'postal',
  'address',
  'municipality',
  'latitude',
  'longitude',
  'phone',
] as const;

/** A number of its own for each new row, after those of its prefecture: 13-n1, 13-n2. */
function nextId(prefectureCode: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const id = `${prefectureCode}-n${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Whether the hospital is in another municipality now; from a city to one of its wards is no move. */
function hasMoved(now: string, before: string, data: PlaceData): boolean {
  if (now === '' || now === before) return false;
  const name = (code: string) => data.municipalities.find((m) => m.code === code)?.name ?? '';
  return !name(now).startsWith(`${name(before)} `);
}

function place(listed: ListedHospital, old: Centre | undefined, data: PlaceData) {
  if (listed.point !== null) return { ...listed.point, coordinate_level: 'hospital' as const };
  if (old !== undefined && !hasMoved(listed.municipality, old.municipality, data)) {
    const { latitude, longitude, coordinate_level } = old;
    return { latitude, longitude, coordinate_level };
  }
  const municipality = data.municipalities.find((m) => m.code === listed.municipality);
  if (municipality === undefined) return null;
  const { latitude, longitude } = municipality;
  return { latitude, longitude, coordinate_level: 'municipality' as const };
}

function asCentre(
  listed: ListedHospital,
  old: Centre | undefined,
  id: string,
  from: ListSource,
  data: PlaceData,
): Centre | null {
  const at = place(listed, old, data);
  const municipality = listed.municipality || (old?.municipality ?? '');
  if (at === null || municipality === '') return null;
  return {
    id,
    prefecture: listed.prefecture,
    // ours is the short name that patients know; the list's names who runs it as well
    name: old?.name ?? listed.name,
    kind: listed.kind ?? old?.kind ?? 'がん診療連携拠点病院等',
    postal: listed.postal || (old?.postal ?? ''),
    address: listed.address || (old?.address ?? ''),
    municipality,
    ...at,
    phone: listed.phone || (old?.phone ?? ''),
    phone_source:
      listed.phone === '' ? (old?.phone_source ?? '') : `${listed.phoneOf} ${from.source} (${from.date})`,
    status: 'shown',
    why: '取り込んだ一覧に名前がある',
    source: from.source,
    source_date: from.date,
  };
}

/**
 * Compares and merges; writes nothing. With `hideMissing`, rows no longer listed become hidden.
 * A hospital that cannot be put on the map (no known municipality, no coordinates) becomes a problem of its line.
 */
export function mergeList(
  ours: readonly Centre[],
  listed: readonly ListedHospital[],
  from: ListSource,
  data: PlaceData,
  hideMissing = false,
): Merge {
  const rows = new Map(ours.map((centre) => [centre.id, centre]));
  const taken = new Set(rows.keys());
  const met = new Set<string>();
  const added: Centre[] = [];
  const updated: { centre: Centre; changes: Change[] }[] = [];
  const nowShown: Centre[] = [];
  const problems: RowProblem[] = [];
  for (const hospital of listed) {
    const near = ours.filter((centre) => centre.prefecture === hospital.prefecture && !met.has(centre.id));
    const old =
      near.find((centre) => plainName(centre.name) === plainName(hospital.name)) ??
      near.find((c) =>
        isSameHospital(c.name, hospital.name, c.postal !== '' && c.postal === hospital.postal),
      );
    const prefectureCode = data.prefectures.find((p) => p.name === hospital.prefecture)?.code ?? '00';
    const id = old?.id ?? nextId(prefectureCode, taken);
    const centre = asCentre(hospital, old, id, from, data);
    if (centre === null) {
      const message = `${hospital.name}: the address "${hospital.address}" names no known municipality; begin it with the city or town, or give 緯度 and 経度 with 市区町村`;
      problems.push({ line: hospital.line, message });
      if (old !== undefined) met.add(old.id);
      continue;
    }
    met.add(id);
    taken.add(id);
    rows.set(id, centre);
    if (old === undefined) {
      added.push(centre);
      continue;
    }
    const changes = REPORTED.filter((field) => String(old[field]) !== String(centre[field])).map((field) => ({
      field,
      from: String(old[field]),
      to: String(centre[field]),
    }));
    if (changes.length > 0) updated.push({ centre, changes });
    if (old.status === 'hidden') nowShown.push(centre);
  }
  const covered = new Set(listed.map((hospital) => hospital.prefecture));
  const noLongerListed = ours.filter(
    (c) => c.status === 'shown' && covered.has(c.prefecture) && !met.has(c.id),
  );
  if (hideMissing) {
    for (const centre of noLongerListed) {
      rows.set(centre.id, {
        ...centre,
        status: 'hidden',
        why: `取り込んだ一覧に名前がない: ${from.source} (${from.date})`,
      });
    }
  }
  return {
    centres: [...rows.values()].sort(byPrefecture),
    added,
    updated,
    nowShown,
    noLongerListed,
    problems,
  };
}

/** Prefectures in their order, each with its rows as they stood; Array.sort is stable. */
function byPrefecture(a: Centre, b: Centre): number {
  return a.id.slice(0, 2).localeCompare(b.id.slice(0, 2));
}
