/** The consultation support centres near a place that a counselor names. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import { findPlace } from '../../../guidance/centres/find-place.ts';
import { type CentreDistance, reach } from '../../../guidance/centres/nearest-centres.ts';
import type { Place } from '../../../guidance/centres/place.ts';

export type CentresNear =
  /** `capital`: only the prefecture was named, its capital was taken as the point. */
  | {
      readonly kind: 'near';
      readonly place: string;
      readonly capital: string | null;
      readonly centres: readonly CentreDistance[];
    }
  | { readonly kind: 'ambiguous'; readonly labels: readonly string[] }
  | { readonly kind: 'none_in_reach'; readonly place: string; readonly withinKm: number }
  | { readonly kind: 'unknown' };

export function searchCentres(text: string, knowledge: Pick<Knowledge, 'handbook' | 'places'>): CentresNear {
  const match = findPlace(text, knowledge.places());
  switch (match.kind) {
    case 'found':
      return nearPlace(match.place, match.place.label, null, knowledge);
    case 'prefecture':
      return nearPlace(match.capital, match.prefecture, match.capital.label, knowledge);
    case 'ambiguous':
      return { kind: 'ambiguous', labels: match.candidates.map((place) => place.label) };
    case 'none':
      return { kind: 'unknown' };
    default:
      return match satisfies never;
  }
}

function nearPlace(
  point: Place,
  place: string,
  capital: string | null,
  { handbook }: Pick<Knowledge, 'handbook'>,
): CentresNear {
  const found = reach(point, handbook.centres);
  if (found.kind === 'none_in_reach') return { kind: 'none_in_reach', place, withinKm: found.withinKm };
  return { kind: 'near', place, capital, centres: found.nearest };
}
