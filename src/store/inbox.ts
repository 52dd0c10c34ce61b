/** The inbox: every webhook event is kept once, before LINE gets its 200, and is open until its work succeeded. */
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { findOpenCases } from './cases.ts';
import type { Database } from './database.ts';
import { type CASE_STATUSES, conversations, events, patients } from './schema.ts';
import type { PatientId, Seal } from './seal.ts';

/** How long the process that took an event may work on it before another may try. */
export const LEASE_MS = 30_000;
/** After so many tries an event is set aside with its reason. */
export const MAX_TRIES = 8;

export type IncomingEvent = {
  readonly id: string;
  readonly lineUserId: string | null;
  readonly type: string;
  readonly lineMessageId: string | null;
  readonly occurredAtMs: number;
  /** Whether there is work to do; an event of a group or in standby is only kept. */
  readonly needsWork: boolean;
  /** LINE's event object as JSON. */
  readonly payload: string;
};

/** Cases up to this urgency were called for by the patient's own words: crisis, emergency, asked (CASE_REASONS). */
const LAST_CALLED_FOR = 2;

export type OpenCaseStatus = Exclude<(typeof CASE_STATUSES)[number], 'resolved'>;

export type StoredConversation = { readonly version: number; readonly sealedState: string };

/** An event that this process now has to handle. */
export type OpenEvent = {
  readonly id: string;
  readonly patientId: PatientId;
  readonly sealedPayload: string;
  readonly conversation: StoredConversation | null;
  /** Status of the patient's open case as far as they know of it, or null. */
  readonly openCase: OpenCaseStatus | null;
  readonly tries: number;
};

/**
 * Keeps `incoming` and leases those with work to this process: one round trip.
 * Gives only the events that were not known before, in their order.
 */
export async function takeIn(
  db: Database,
  seal: Seal,
  incoming: readonly IncomingEvent[],
  nowMs: number,
): Promise<OpenEvent[]> {
  if (incoming.length === 0) return [];
  const rows = await Promise.all(
    incoming.map(async (event) => ({
      id: event.id,
      patientId: event.lineUserId === null ? null : await seal.patientId(event.lineUserId),
      type: event.type,
      sealedPayload: await seal.seal(event.payload),
      lineMessageId: event.lineMessageId,
      occurredAtMs: event.occurredAtMs,
      receivedAtMs: nowMs,
      status: event.needsWork ? ('received' as const) : ('done' as const),
      leasedUntilMs: nowMs + LEASE_MS,
    })),
  );
  const people = await Promise.all(
    [...new Set(incoming.flatMap((event) => event.lineUserId ?? []))].map(async (lineUserId) => ({
      id: await seal.patientId(lineUserId),
      sealedUserId: await seal.seal(lineUserId),
      firstSeenAtMs: nowMs,
    })),
  );
  const [inserted, known, open] = await db.batch([
    db.insert(events).values(rows).onConflictDoNothing().returning({ id: events.id }),
    db
      .select()
      .from(conversations)
      .where(
        inArray(
          conversations.patientId,
          people.map((p) => p.id),
        ),
      ),
    findOpenCases(
      db,
      people.map((p) => p.id),
    ),
    ...people.map((person) => db.insert(patients).values(person).onConflictDoNothing()),
  ]);
  const fresh = new Set(inserted.map((row) => row.id));
  return rows.flatMap((row) => {
    // One body may hold an event twice: the first stands for both.
    if (!fresh.delete(row.id) || row.status === 'done' || row.patientId === null) return [];
    const conversation = known.find((c) => c.patientId === row.patientId) ?? null;
    const openCase = statusOf(open, row.patientId);
    const { id, patientId, sealedPayload } = row;
    return [{ id, patientId, sealedPayload, conversation, openCase, tries: 0 }];
  });
}

/**
 * Leases up to `limit` events whose work did not end (a crash, or a try that is due again).
 * One at which the process died every time is set aside, or it would be taken up for ever.
 */
export async function takeUpAgain(db: Database, nowMs: number, limit: number): Promise<OpenEvent[]> {
  const due = db
    .select({ id: events.id })
    .from(events)
    .where(and(inArray(events.status, ['held', 'received']), lte(events.leasedUntilMs, nowMs)))
    .orderBy(events.receivedAtMs, events.occurredAtMs)
    .limit(limit);
  const taken = await db
    .update(events)
    .set({
      leasedUntilMs: nowMs + LEASE_MS,
      tries: sql`${events.tries} + 1`,
      status: sql`case when ${events.tries} + 1 < ${MAX_TRIES} then 'received' else 'failed' end`,
      reason: sql`coalesce(${events.reason}, 'the process died')`,
    })
    .where(inArray(events.id, due))
    .returning();
  if (taken.length === 0) return [];
  const ids = taken.flatMap((row) => row.patientId ?? []);
  const [known, open] = await db.batch([
    db.select().from(conversations).where(inArray(conversations.patientId, ids)),
    findOpenCases(db, ids),
  ]);
  return taken
    .sort((a, b) => a.receivedAtMs - b.receivedAtMs || a.occurredAtMs - b.occurredAtMs)
    .flatMap((row) => {
      if (row.patientId === null || row.sealedPayload === null || row.status === 'failed') return [];
      const patientId = row.patientId as PatientId;
      const conversation = known.find((c) => c.patientId === patientId) ?? null;
      const openCase = statusOf(open, patientId);
      return [
        { id: row.id, patientId, sealedPayload: row.sealedPayload, conversation, openCase, tries: row.tries },
      ];
    });
}

function statusOf(open: Awaited<ReturnType<typeof findOpenCases>>, patientId: string): OpenCaseStatus | null {
  const one = open.find((each) => each.patientId === patientId);
  if (one === undefined || one.status === 'resolved') return null;
  // A case that nobody asked for and nobody has taken is not the patient's to know of.
  return one.status === 'waiting' && one.urgency > LAST_CALLED_FOR ? null : one.status;
}

/** A patient's conversation and open case as they are now. */
export async function findSituation(
  db: Database,
  patientId: PatientId,
): Promise<Pick<OpenEvent, 'conversation' | 'openCase'>> {
  const [known, open] = await db.batch([
    db.select().from(conversations).where(eq(conversations.patientId, patientId)),
    findOpenCases(db, [patientId]),
  ]);
  return { conversation: known[0] ?? null, openCase: statusOf(open, patientId) };
}

/**
 * Leaves an event for a try at `retryAtMs`; sets it aside for good when that is null, or after MAX_TRIES.
 * `reason` holds no patient text.
 */
export async function leaveForLater(
  db: Database,
  event: Pick<OpenEvent, 'id' | 'tries'>,
  retryAtMs: number | null,
  reason: string,
): Promise<void> {
  const status = retryAtMs === null || event.tries + 1 >= MAX_TRIES ? 'failed' : 'received';
  await db
    .update(events)
    .set({ status, ...(retryAtMs === null ? {} : { leasedUntilMs: retryAtMs }), reason })
    .where(and(eq(events.id, event.id), eq(events.status, 'received')));
}
