/** A counselor's message between writing and sending: one of sending and undoing wins, never both. */
import { and, eq, isNotNull, max, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { LEASE_MS } from './inbox.ts';
import { cases, deliveries, events, messages } from './schema.ts';

/** The hold is over: leases the message to this process for sending; false when it was undone or taken already. */
export async function endHold(db: Database, id: string, nowMs: number): Promise<boolean> {
  const ended = await db
    .update(events)
    .set({ status: 'received', leasedUntilMs: nowMs + LEASE_MS })
    .where(and(eq(events.id, id), eq(events.status, 'held')))
    .returning({ id: events.id });
  return ended.length > 0;
}

/** Takes a held message back before anything of it was sent; false when it is too late. */
export async function undoHeld(db: Database, id: string, staffId: string): Promise<boolean> {
  const own = db
    .select({ eventId: messages.eventId })
    .from(messages)
    .where(and(eq(messages.eventId, id), eq(messages.staffId, staffId)));
  const undone = await db
    .update(events)
    .set({ status: 'done', sealedPayload: null, reason: 'undone' })
    .where(and(eq(events.id, id), eq(events.status, 'held'), sql`${events.id} in ${own}`))
    .returning({ patientId: events.patientId });
  return undone.length > 0;
}

/** What an undone message had changed, put back: its text goes, its reply token and the case's clocks return. */
export function clearUndone(db: Database, id: string, caseId: string) {
  const written = db.select({ atMs: messages.atMs }).from(messages).where(eq(messages.eventId, id));
  const token = (column: 'sealedReplyToken' | 'replyTokenExpiresAtMs') =>
    db.select({ value: deliveries[column] }).from(deliveries).where(eq(deliveries.eventId, id));
  const before = db
    .select({ atMs: max(messages.atMs) })
    .from(messages)
    .where(
      and(
        eq(messages.patientId, cases.patientId),
        isNotNull(messages.staffId),
        isNotNull(messages.sealedContent),
        ne(messages.eventId, id),
      ),
    );
  const wasFirst = sql`${cases.firstAnsweredAtMs} = (${written})`;
  return [
    db
      .update(cases)
      .set({
        sealedReplyToken: sql`coalesce(${cases.sealedReplyToken}, (${token('sealedReplyToken')}))`,
        replyTokenExpiresAtMs: sql`coalesce(${cases.replyTokenExpiresAtMs}, (${token('replyTokenExpiresAtMs')}))`,
        answeredInTime: sql`case when ${wasFirst} then null else ${cases.answeredInTime} end`,
        lastAnsweredAtMs: sql`(${before})`,
        firstAnsweredAtMs: sql`case when ${wasFirst} then null else ${cases.firstAnsweredAtMs} end`,
      })
      .where(eq(cases.id, caseId)),
    db.delete(deliveries).where(eq(deliveries.eventId, id)),
    db.update(messages).set({ sealedContent: null }).where(eq(messages.eventId, id)),
  ] as const;
}

/** Opens a counselor's failed message for one more round of tries; false when it is not a failed one. */
export async function reviveFailed(db: Database, id: string, nowMs: number): Promise<boolean> {
  const byStaff = db
    .select({ eventId: messages.eventId })
    .from(messages)
    .where(and(eq(messages.eventId, id), isNotNull(messages.staffId)));
  const revived = await db
    .update(events)
    .set({ status: 'received', tries: 0, leasedUntilMs: nowMs + LEASE_MS })
    .where(and(eq(events.id, id), eq(events.status, 'failed'), sql`${events.id} in ${byStaff}`))
    .returning({ id: events.id });
  return revived.length > 0;
}
