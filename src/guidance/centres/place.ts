/** Where somebody is, as far as a message tells. */

export type Point = { readonly latitude: number; readonly longitude: number };

export type Place = Point & {
  /** Tells this place from its namesakes, and is understood by findPlace again: 「広島県 府中市」. */
  readonly label: string;
  /** The 5-digit code; null for a whole prefecture. */
  readonly municipalityCode: string | null;
  readonly prefecture: string;
};

/** LINE takes 13 quick replies at most. */
export const MOST_CANDIDATES = 13;

export type PlaceMatch =
  | { readonly kind: 'found'; readonly place: Place }
  /** Two to MOST_CANDIDATES places bear the name: ask which. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Place[] }
  /** Only the prefecture is known: ask for the city, or take its capital as the point. */
  | { readonly kind: 'prefecture'; readonly prefecture: string; readonly capital: Place }
  | { readonly kind: 'none' };
