/** What was said between a patient and this service, a page at a time, with what became of each answer. */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { cases, deliveries, events, messages, staff } from '../schema.ts';

/** The place of a message in its conversation: two may have one time, so the id settles their order. */
export type SpokenKey = { readonly atMs: number; readonly id: string };

export type SpokenRange =
  | { readonly kind: 'newest'; readonly limit: number }
  | { readonly kind: 'before'; readonly key: SpokenKey; readonly limit: number }
  | { readonly kind: 'from'; readonly key: SpokenKey; readonly limit: number };

/** The messages of the patient of case `caseId`, newest first; a query that can stand in a batch. */
export function findSpoken(db: Database, caseId: string, range: SpokenRange) {
  return db
    .select({
      id: messages.id,
      eventId: messages.eventId,
      direction: messages.direction,
      sealedContent: messages.sealedContent,
      lineMessageId: messages.lineMessageId,
      route: messages.route,
      rule: messages.rule,
      passageIds: messages.passageIds,
      confidence: messages.confidence,
      staffId: messages.staffId,
      staffName: staff.name,
      atMs: messages.atMs,
      eventStatus: events.status,
      eventReason: events.reason,
      tries: events.tries,
      deliveryStatus: deliveries.status,
      way: deliveries.way,
      sentAtMs: deliveries.sentAtMs,
    })
    .from(messages)
    .leftJoin(staff, eq(staff.id, messages.staffId))
    .leftJoin(events, eq(events.id, messages.eventId))
    .leftJoin(deliveries, eq(deliveries.eventId, messages.eventId))
    .where(and(eq(messages.patientId, patientOf(db, caseId)), within(range)))
    .orderBy(desc(messages.atMs), desc(messages.id))
    .limit(range.limit);
}

export type SpokenRow = Awaited<ReturnType<typeof findSpoken>>[number];

/** What the patient wrote, newest first, for what they said of themselves. */
export function findWritten(db: Database, caseId: string, limit: number) {
  return db
    .select({ sealedContent: messages.sealedContent, route: messages.route, atMs: messages.atMs })
    .from(messages)
    .where(and(eq(messages.patientId, patientOf(db, caseId)), eq(messages.direction, 'in')))
    .orderBy(desc(messages.atMs))
    .limit(limit);
}

/** One message of the patient of case `caseId`; nothing for a message of somebody else. */
export function findPatientsMessage(db: Database, caseId: string, messageId: string) {
  return db
    .select({ sealedContent: messages.sealedContent, lineMessageId: messages.lineMessageId })
    .from(messages)
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.direction, 'in'),
        eq(messages.patientId, patientOf(db, caseId)),
      ),
    );
}

/** One message that a counselor wrote to the patient of case `caseId`. */
export function findCounselorsMessage(db: Database, caseId: string, eventId: string) {
  return db
    .select({ sealedContent: messages.sealedContent, staffId: messages.staffId })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, eventId),
        eq(messages.direction, 'out'),
        eq(messages.patientId, patientOf(db, caseId)),
        sql`${messages.staffId} is not null`,
      ),
    );
}

/** The patient of a case, inside the query: the conversation comes in the same round trip as the case. */
export function patientOf(db: Database, caseId: string): SQL {
  return sql`(${db.select({ id: cases.patientId }).from(cases).where(eq(cases.id, caseId))})`;
}

function within(range: SpokenRange): SQL | undefined {
  switch (range.kind) {
    case 'newest':
      return undefined;
    case 'before':
      return sql`(${messages.atMs}, ${messages.id}) < (${range.key.atMs}, ${range.key.id})`;
    case 'from':
      return sql`(${messages.atMs}, ${messages.id}) >= (${range.key.atMs}, ${range.key.id})`;
    default:
      return range satisfies never;
  }
}
