/** Reads knowledge/places: municipalities, postal codes, former names and landmarks. */
import { PLACE_FILES, type PlaceData, PlaceFileError, parsePlaces } from '../places.ts';
import type { Problem } from '../problem.ts';
import type { SourceFile } from './source-file.ts';

const DIR = 'knowledge/places/';

/** The tables, or the first thing that is wrong in them. */
export function readPlaces(files: readonly SourceFile[]): { data: PlaceData | null; problems: Problem[] } {
  const textOf = (name: string) => files.find((f) => f.path === DIR + name)?.text;
  const missing = Object.values(PLACE_FILES).filter((name) => textOf(name) === undefined);
  if (missing.length > 0) {
    return {
      data: null,
      problems: missing.map((name) => ({
        file: DIR + name,
        line: 1,
        message: 'this file is missing; restore it',
      })),
    };
  }
  try {
    const data = parsePlaces({
      prefectures: textOf(PLACE_FILES.prefectures) ?? '',
      municipalities: textOf(PLACE_FILES.municipalities) ?? '',
      formerNames: textOf(PLACE_FILES.formerNames) ?? '',
      landmarks: textOf(PLACE_FILES.landmarks) ?? '',
      postal: textOf(PLACE_FILES.postal) ?? '',
    });
    return { data, problems: [] };
  } catch (error) {
    if (!(error instanceof PlaceFileError)) throw error;
    const [, file = DIR, line = '1', message = error.message] =
      /^(.+?):(\d+): (.*)$/s.exec(error.message) ?? [];
    return { data: null, problems: [{ file, line: Number(line), message }] };
  }
}
