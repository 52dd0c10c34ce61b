/** What counselors write to each other about a case, and the day on which somebody looks at it again. */
import { eq } from 'drizzle-orm';
import { addAudit } from './audit.ts';
import type { Database } from './database.ts';
import { cases, mentions, notes } from './schema.ts';
import type { Seal } from './seal.ts';

export type Note = {
  readonly id: string;
  readonly caseId: string;
  readonly by: string;
  readonly text: string;
  /** Staff ids of those who are asked to look. */
  readonly mentioned: readonly string[];
};

/** Keeps the note, sealed, and tells those whom it names; one round trip. */
export async function addNote(
  db: Database,
  seal: Seal,
  note: Note,
  auditId: string,
  nowMs: number,
): Promise<void> {
  const { id, caseId, by } = note;
  const asked = [...new Set(note.mentioned)].filter((staffId) => staffId !== by);
  const row = { id, caseId, staffId: by, sealedText: await seal.seal(note.text), atMs: nowMs };
  await db.batch([
    db.insert(notes).values(row),
    ...asked.map((staffId) => db.insert(mentions).values({ noteId: id, caseId, staffId, atMs: nowMs })),
    addAudit(db, {
      id: auditId,
      atMs: nowMs,
      staffId: by,
      action: 'note_added',
      caseId,
      detail: { mentioned: asked.length },
    }),
  ]);
}

/** Sets the day (2026-11-24) on which somebody looks at the case again; null for none. */
export async function setFollowUp(
  db: Database,
  caseId: string,
  on: string | null,
  by: string,
  auditId: string,
  nowMs: number,
): Promise<void> {
  await db.batch([
    db.update(cases).set({ followUpOn: on }).where(eq(cases.id, caseId)),
    addAudit(db, { id: auditId, atMs: nowMs, staffId: by, action: 'follow_up_set', caseId, detail: { on } }),
  ]);
}
