/** Writes down what was decided, and its answer, in one transaction before anything is sent. */
import { and, eq, exists, sql } from 'drizzle-orm';
import { notePatientWrote, openCase } from './cases.ts';
import type { Database } from './database.ts';
import type { StoredConversation } from './inbox.ts';
import {
  conversations,
  deliveries,
  events,
  messages,
  patients,
  ratings,
  type TALLY_KINDS,
} from './schema.ts';
import type { PatientId, Seal } from './seal.ts';
import { dropUnsentComment, keepSurveyAnswer, keepSurveyComment } from './survey.ts';
import { countOne } from './tallies.ts';

/** One more of this in the reports of the day. */
export type Count = { readonly kind: (typeof TALLY_KINDS)[number]; readonly key: string };

/** What the patient thought of a case: one answer, or the free line. */
export type SurveyReply =
  | { readonly kind: 'answer'; readonly caseId: string; readonly question: string; readonly step: number }
  | { readonly kind: 'comment'; readonly caseId: string; readonly text: string };

export type Answer = {
  /** LINE message objects as JSON. */
  readonly messages: string;
  readonly replyToken: string | null;
  readonly replyTokenExpiresAtMs: number;
  readonly retryKey: string;
};

export type Decided = {
  readonly eventId: string;
  readonly patientId: PatientId;
  readonly previous: StoredConversation | null;
  /** The conversation's state as JSON. */
  readonly state: string;
  readonly said: {
    readonly content: string;
    readonly lineMessageId: string | null;
    readonly route: string;
    readonly rule: string | null;
    readonly passageIds: string[];
    readonly confidence: number;
    readonly knowledgeVersion: string;
  };
  /** Topic that the patient was answered on; kept with their message. */
  readonly topic: string | null;
  /**
   * Not null where the patient sent something of their own: who has their case sees that they wait. `replyToken` is
   * null where the bot's own answer takes it; else it is left to the counselor.
   */
  readonly wrote: { readonly replyToken: string | null; readonly replyTokenExpiresAtMs: number } | null;
  /** Null where nothing is to be sent. */
  readonly answer: Answer | null;
  readonly rating: { readonly passageId: string; readonly helpful: boolean } | null;
  /** Urgency of the case that it opens (0 is the most urgent), or null. */
  readonly escalation: number | null;
  readonly survey: SurveyReply | null;
  /** Day in Asia/Tokyo, 2026-11-24. */
  readonly day: string;
  readonly counts: readonly Count[];
};

/** Thrown when another process decided on this conversation meanwhile: read it again and decide again. */
export class StaleConversationError extends Error {
  override readonly name = 'StaleConversationError';
  constructor(options?: ErrorOptions) {
    super('The conversation changed while this message was being decided.', options);
  }
}

/** Keeps the decision: one round trip, all or nothing. Throws StaleConversationError. */
export async function keepDecision(db: Database, seal: Seal, decided: Decided, nowMs: number): Promise<void> {
  const { eventId, patientId, said, answer, wrote, rating, escalation } = decided;
  const expected = decided.previous?.version ?? 0;
  const sealedState = await seal.seal(decided.state);
  const statements = [
    db
      .insert(conversations)
      .values({ patientId, version: 1, sealedState, updatedAtMs: nowMs })
      .onConflictDoUpdate({
        target: conversations.patientId,
        set: {
          // NULL breaks the NOT NULL rule, so the whole transaction fails when the version is not the expected one.
          version: sql`case when ${conversations.version} = ${expected} then ${conversations.version} + 1 end`,
          sealedState,
          updatedAtMs: nowMs,
        },
      }),
    db.insert(messages).values({
      ...said,
      id: `${eventId}-in`,
      patientId,
      eventId,
      direction: 'in' as const,
      topic: decided.topic,
      sealedContent: await seal.seal(said.content),
      atMs: nowMs,
    }),
    ...(answer ? await answerRows(db, seal, decided, answer, nowMs) : [closeEvent(db, eventId)]),
    ...(wrote ? [notePatientWrote(db, patientId, await sparedToken(seal, wrote), nowMs)] : []),
    ...(escalation === null ? [] : [openCase(db, eventId, patientId, escalation, said.rule, nowMs)]),
    ...(rating ? [db.insert(ratings).values({ id: eventId, patientId, ...rating, atMs: nowMs })] : []),
    ...(await surveyRows(db, seal, decided, nowMs)),
    ...(said.lineMessageId === null ? [] : eraseIfUnsent(db, decided, said.lineMessageId)),
    ...decided.counts.map(({ kind, key }) => countOne(db, decided.day, kind, key)),
    db.update(patients).set({ blockedAtMs: null }).where(eq(patients.id, patientId)),
  ] as const;
  try {
    await db.batch(statements);
  } catch (cause) {
    if (saysNotNull(cause)) throw new StaleConversationError({ cause });
    throw cause;
  }
}

async function answerRows(db: Database, seal: Seal, decided: Decided, answer: Answer, nowMs: number) {
  const { eventId, patientId, said } = decided;
  const sealedMessages = await seal.seal(answer.messages);
  return [
    db.insert(messages).values({
      ...said,
      lineMessageId: null,
      id: `${eventId}-out`,
      patientId,
      eventId,
      direction: 'out' as const,
      sealedContent: sealedMessages,
      atMs: nowMs,
    }),
    db.insert(deliveries).values({
      eventId,
      patientId,
      sealedMessages,
      sealedReplyToken: answer.replyToken === null ? null : await seal.seal(answer.replyToken),
      replyTokenExpiresAtMs: answer.replyTokenExpiresAtMs,
      retryKey: answer.retryKey,
      status: 'pending' as const,
    }),
  ];
}

async function sparedToken(seal: Seal, { replyToken, replyTokenExpiresAtMs }: NonNullable<Decided['wrote']>) {
  if (replyToken === null) return null;
  return { sealed: await seal.seal(replyToken), expiresAtMs: replyTokenExpiresAtMs };
}

async function surveyRows(db: Database, seal: Seal, { survey, patientId }: Decided, nowMs: number) {
  switch (survey?.kind) {
    case undefined:
      return [];
    case 'answer':
      return [keepSurveyAnswer(db, patientId, survey, nowMs)];
    case 'comment':
      return [keepSurveyComment(db, patientId, survey.caseId, await seal.seal(survey.text), nowMs)];
    default:
      return survey satisfies never;
  }
}

/** Erases the text just kept if the patient took it back before it was decided on, or LINE told of that first. */
function eraseIfUnsent(db: Database, { eventId, survey }: Decided, lineMessageId: string) {
  const unsend = db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.lineMessageId, lineMessageId), eq(events.type, 'unsend')));
  return [
    db
      .update(messages)
      .set({ sealedContent: null })
      .where(and(eq(messages.id, `${eventId}-in`), exists(unsend))),
    ...(survey?.kind === 'comment' ? [dropUnsentComment(db, lineMessageId, exists(unsend))] : []),
  ];
}

/** The event's work is done: its payload, which repeats the patient's text, is dropped. */
export function closeEvent(db: Database, eventId: string) {
  return db
    .update(events)
    .set({ status: 'done', sealedPayload: null, reason: null })
    .where(eq(events.id, eventId));
}

function saysNotNull(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (/NOT NULL constraint failed: conversations\.version/.test(e.message)) return true;
  }
  return false;
}
