/** The project's own centres and places, as the tests of this folder read them. */
import { join } from 'node:path';
import { readCentres, readPlaces } from '../../../src/cli/centres/knowledge-files.ts';
import { findPlace } from '../../../src/guidance/centres/find-place.ts';
import type { PlaceMatch } from '../../../src/guidance/centres/place.ts';
import { createPlaces } from '../../../src/guidance/centres/place-index/places.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const centres = readCentres(join(root, 'knowledge', 'centres.csv'));
export const placeData = readPlaces(root);
export const places = createPlaces(placeData, centres);

export const find = (text: string): PlaceMatch => findPlace(text, places);

/** The label found, the labels offered, the prefecture, or "none": short to compare. */
export function told(text: string): string | string[] {
  const match = find(text);
  switch (match.kind) {
    case 'found':
      return match.place.label;
    case 'ambiguous':
      return match.candidates.map((candidate) => candidate.label);
    case 'prefecture':
      return `${match.prefecture}全体`;
    case 'none':
      return 'none';
    default:
      return match satisfies never;
  }
}

export const prefectureOf = (code: string): string =>
  placeData.prefectures.find((prefecture) => prefecture.code === code.slice(0, 2))?.name ?? '';
