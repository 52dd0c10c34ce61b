/** Opens the notes of a case. */
import type { NoteRow } from '../../../store/case-view.ts';
import type { Seal } from '../../../store/seal.ts';

export type NoteText = {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly atMs: number;
};

export function readNotes(rows: readonly NoteRow[], seal: Seal): Promise<NoteText[]> {
  return Promise.all(
    rows.map(async ({ id, staffName, sealedText, atMs }) => ({
      id,
      by: staffName ?? '（今はいない相談員）',
      text: await seal.open(sealedText),
      atMs,
    })),
  );
}
