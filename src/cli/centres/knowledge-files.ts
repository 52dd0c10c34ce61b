/** Reads and writes the files of knowledge/ that the centres live in. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Centre, formatCentres, parseCentres } from '../../knowledge/centres.ts';
import { PLACE_FILES, type PlaceData, parsePlaces } from '../../knowledge/places.ts';
import { KnowledgeError } from '../../knowledge/problem.ts';

/** Reads knowledge/places under `root` (the project's folder). Throws PlaceFileError. */
export function readPlaces(root: string): PlaceData {
  const text = (file: string) => readFileSync(join(root, 'knowledge', 'places', file), 'utf8');
  return parsePlaces({
    prefectures: text(PLACE_FILES.prefectures),
    municipalities: text(PLACE_FILES.municipalities),
    formerNames: text(PLACE_FILES.formerNames),
    landmarks: text(PLACE_FILES.landmarks),
    postal: text(PLACE_FILES.postal),
  });
}

/** Reads a centres.csv. Throws KnowledgeError that names each bad line. */
export function readCentres(file: string): readonly Centre[] {
  const { centres, problems } = parseCentres(readFileSync(file, 'utf8'), file);
  if (problems.length > 0) throw new KnowledgeError(problems);
  return centres;
}

/** Replaces a centres.csv at once or not at all. */
export function writeCentres(file: string, centres: readonly Centre[]): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, formatCentres(centres));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
