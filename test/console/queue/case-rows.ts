/** Cases as rows of a real database, made by hand: a patient of their own, and messages sealed as they are kept. */
import type { Database } from '../../../src/store/database.ts';
import { caseRecords, cases, mentions, messages, notes, patients } from '../../../src/store/schema.ts';
import type { Seal } from '../../../src/store/seal.ts';

export const MINUTE = 60_000;
/** 2026-11-24 (Tuesday) 10:30 in Tokyo: counselors answer. */
export const NOW = Date.UTC(2026, 10, 24, 1, 30);

type CaseValues = typeof cases.$inferInsert;
export type World = { readonly db: Database; readonly seal: Seal };

let sequence = 0;

/** A case that waits since `NOW`; `more` says what is different. Gives its id. */
export async function addCase(world: World, more: Partial<CaseValues> = {}): Promise<string> {
  const id = more.id ?? `case-${String(++sequence).padStart(6, '0')}`;
  const patientId = more.patientId ?? `p_${id}`;
  const openedAtMs = more.openedAtMs ?? NOW;
  await world.db.batch([
    world.db
      .insert(patients)
      .values({ id: patientId, sealedUserId: await world.seal.seal(id), firstSeenAtMs: openedAtMs })
      .onConflictDoNothing(),
    world.db.insert(cases).values({
      urgency: 2,
      status: 'waiting',
      calledAtMs: openedAtMs,
      ...more,
      id,
      patientId,
      openedAtMs,
    }),
  ]);
  return id;
}

type Said = {
  readonly atMs?: number;
  readonly direction?: 'in' | 'out';
  readonly staffId?: string;
  readonly takenBack?: boolean;
};

/** A message of the case's patient (or to them): LINE's object as it is kept. */
export async function addMessage(
  world: World,
  caseId: string,
  content: unknown,
  said: Said = {},
): Promise<string> {
  const id = `message-${++sequence}`;
  await world.db.insert(messages).values({
    id,
    patientId: `p_${caseId}`,
    eventId: id,
    direction: said.direction ?? 'in',
    sealedContent: said.takenBack ? null : await world.seal.seal(JSON.stringify(content)),
    staffId: said.staffId ?? null,
    atMs: said.atMs ?? NOW,
  });
  return id;
}

export async function addNote(
  world: World,
  note: { caseId: string; by: string; to?: string; text: string; atMs?: number },
): Promise<string> {
  const id = `note-${++sequence}`;
  const { caseId, by, to, atMs = NOW } = note;
  await world.db
    .insert(notes)
    .values({ id, caseId, staffId: by, sealedText: await world.seal.seal(note.text), atMs });
  if (to) await world.db.insert(mentions).values({ noteId: id, caseId, staffId: to, atMs });
  return id;
}

export async function addRecord(
  world: World,
  caseId: string,
  question: string,
  answer: string,
  openedAtMs = NOW,
): Promise<void> {
  await world.db.insert(caseRecords).values({ caseId, question, answer, openedAtMs });
}

/** The case ids that stand in a page, in their order. */
export function idsIn(html: string): string[] {
  return [...html.matchAll(/data-case="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** The case ids that a page links to, in their order, each once. */
export function linkedIds(html: string): string[] {
  return [...new Set([...html.matchAll(/\/console\/cases\/([^"#]+)"/g)].map((match) => match[1] ?? ''))];
}
