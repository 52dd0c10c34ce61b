/** What a counselor can search: their own cases' messages and notes, sealed as they are kept. */
import { and, desc, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Database } from './database.ts';
import { cases, messages, notes } from './schema.ts';

/** So many of one's newest cases are searched, and so many of their newest messages and notes. */
export const SEARCHED_CASES = 80;
const SEARCHED_TEXTS = 10_000;

export type SearchableText = {
  readonly caseId: string;
  readonly by: 'patient' | 'counselor' | 'note';
  readonly atMs: number;
  readonly sealed: string;
};

export type Searchable = {
  readonly cases: readonly { readonly id: string; readonly urgency: number }[];
  /** What patients and counselors said between a case's opening and its end, and the notes; the bot is left out. */
  readonly texts: readonly SearchableText[];
  /** Whether there was more than could be read. */
  readonly cut: boolean;
};

/** The newest cases of `staffId` with their words, sealed: two round trips. */
export async function searchableCases(db: Database, staffId: string): Promise<Searchable> {
  const newest = (status: 'claimed' | 'resolved') =>
    db
      .select({
        id: cases.id,
        urgency: cases.urgency,
        openedAtMs: cases.openedAtMs,
      })
      .from(cases)
      .where(and(eq(cases.claimedBy, staffId), eq(cases.status, status)))
      .orderBy(desc(cases.openedAtMs))
      .limit(SEARCHED_CASES);
  const [open, ended] = await db.batch([newest('claimed'), newest('resolved')]);
  const own = [...open, ...ended].sort((a, b) => b.openedAtMs - a.openedAtMs).slice(0, SEARCHED_CASES);
  if (own.length === 0) return { cases: [], texts: [], cut: false };
  const ids = own.map(({ id }) => id);
  const [said, noted] = await db.batch([
    db
      .select({
        caseId: cases.id,
        atMs: messages.atMs,
        sealed: messages.sealedContent,
        direction: messages.direction,
      })
      .from(cases)
      .innerJoin(messages, eq(messages.patientId, cases.patientId))
      .where(
        and(
          inArray(cases.id, ids),
          gte(messages.atMs, cases.openedAtMs),
          or(isNull(cases.resolvedAtMs), lte(messages.atMs, cases.resolvedAtMs)),
          isNotNull(messages.sealedContent),
          or(eq(messages.direction, 'in'), isNotNull(messages.staffId)),
        ),
      )
      .orderBy(desc(messages.atMs))
      .limit(SEARCHED_TEXTS),
    db
      .select({ caseId: notes.caseId, atMs: notes.atMs, sealed: notes.sealedText })
      .from(notes)
      .where(inArray(notes.caseId, ids))
      .orderBy(desc(notes.atMs))
      .limit(SEARCHED_TEXTS),
  ]);
  return {
    cases: own,
    cut: said.length === SEARCHED_TEXTS || noted.length === SEARCHED_TEXTS,
    texts: [
      ...said.flatMap(({ sealed, direction, ...at }) =>
        sealed === null
          ? []
          : [{ ...at, sealed, by: direction === 'in' ? ('patient' as const) : ('counselor' as const) }],
      ),
      ...noted.map((note) => ({ ...note, by: 'note' as const })),
    ],
  };
}
