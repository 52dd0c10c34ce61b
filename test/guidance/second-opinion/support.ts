import { readFileSync } from 'node:fs';
import {
  type SecondOpinionTurn,
  startSecondOpinion,
  stepSecondOpinion,
} from '../../../src/guidance/second-opinion/second-opinion.ts';
import { parseYaml } from '../../../src/knowledge/compile/yaml-file.ts';
import { secondOpinionFile } from '../../../src/knowledge/second-opinion.ts';

export const GUIDE_TEXT = readFileSync(
  new URL('../../../knowledge/second-opinion.yaml', import.meta.url),
  'utf8',
);
const parsed = parseYaml(secondOpinionFile, GUIDE_TEXT, 'knowledge/second-opinion.yaml');
if (parsed.value === null) throw new Error(JSON.stringify(parsed.problems));

/** The editors' guide as it is. */
export const GUIDE = parsed.value;

export const NOW = Date.parse('2026-11-24T10:00:00+09:00');
export const DAY_MS = 24 * 60 * 60 * 1000;

/** The last turn of a patient who begins and gives `inputs`, a minute apart. */
export function walk(...inputs: readonly string[]): SecondOpinionTurn {
  return inputs.reduce(
    (turn, input, i) => stepSecondOpinion(turn.state, input, GUIDE, NOW + (i + 1) * 60_000),
    startSecondOpinion(GUIDE, NOW),
  );
}

/** The choices of a patient who goes alone, has told the doctor, and has all that is needed. */
export const STRAIGHT_ON = [
  'purpose.want',
  'who.patient',
  'doctor.told',
  'documents.ready',
  'cost.known',
  'booking.booked',
  'visit.written',
  'afterwards.reported',
] as const;
