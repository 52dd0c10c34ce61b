/** The nearest がん相談支援センター to a point, among the rows that may be shown. */
import type { Centre } from '../../knowledge/centres.ts';
import { distanceKm } from './distance.ts';
import type { Point } from './place.ts';

export type CentreDistance = {
  readonly centre: Centre;
  /** Great-circle kilometres; where coordinate_level is "municipality" it can be some kilometres off. */
  readonly distanceKm: number;
};

/** Beyond this a visit is a journey: the telephone line and the official search help more. */
export const REACH_KM = 100;

/** The official search for a centre, for whoever has none in reach. */
export const OFFICIAL_SEARCH_URL = 'https://ganjoho.jp/public/institution/consultation/cisc/cisc.html';

export type Reach =
  | { readonly kind: 'in_reach'; readonly nearest: readonly CentreDistance[] }
  /** `nearest` is what there is all the same, too far off; null when no row is shown at all. */
  | { readonly kind: 'none_in_reach'; readonly withinKm: number; readonly nearest: CentreDistance | null };

/** The `n` nearest shown centres, nearest first; equal distances in the order of their ids. */
export function nearestCentres(point: Point, centres: readonly Centre[], n = 3): CentreDistance[] {
  return centres
    .filter((centre) => centre.status === 'shown')
    .map((centre) => ({ centre, distanceKm: distanceKm(point, centre) }))
    .sort((a, b) => a.distanceKm - b.distanceKm || (a.centre.id < b.centre.id ? -1 : 1))
    .slice(0, Math.max(0, n));
}

/** `nearestCentres`, or that the nearest of all lies beyond `withinKm` kilometres. */
export function reach(point: Point, centres: readonly Centre[], n = 3, withinKm = REACH_KM): Reach {
  const nearest = nearestCentres(point, centres, n);
  const first = nearest[0];
  if (first === undefined || first.distanceKm > withinKm) {
    return { kind: 'none_in_reach', withinKm, nearest: first ?? null };
  }
  return { kind: 'in_reach', nearest };
}
