/** What a name can stand for, and which of two such places lies inside the other. */
import type { Place } from '../place.ts';

/** `city` is a designated city with wards; `ward` one of its wards; `spot` a landmark, hospital or former name. */
export type Level = 'prefecture' | 'city' | 'ward' | 'municipality' | 'spot';

export type Target = {
  readonly level: Level;
  readonly prefectureCode: string;
  readonly municipalityCode: string | null;
  /** The designated city that the place lies in; null when there is none. */
  readonly cityCode: string | null;
  readonly place: Place;
};

/** Whether `inner` lies inside `outer` and is not the same. A spot lies inside its own municipality. */
export function contains(outer: Target, inner: Target): boolean {
  switch (outer.level) {
    case 'prefecture':
      return inner.level !== 'prefecture' && inner.prefectureCode === outer.prefectureCode;
    case 'city':
      return (
        inner.cityCode === outer.municipalityCode ||
        (inner.level === 'spot' && inner.municipalityCode === outer.municipalityCode)
      );
    case 'ward':
    case 'municipality':
      return inner.level === 'spot' && inner.municipalityCode === outer.municipalityCode;
    case 'spot':
      return false;
    default:
      return outer.level satisfies never;
  }
}
