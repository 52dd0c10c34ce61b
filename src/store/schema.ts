/** The tables. What patients write, and who they are at LINE, is sealed (store/seal.ts); times are epoch ms. */
import { sql } from 'drizzle-orm';
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** `received`: to be handled; `done`: answered or needs no answer; `failed`: set aside after too many tries. */
export const EVENT_STATUSES = ['received', 'done', 'failed'] as const;
/** `pending`: to be sent or tried again; `sent`: accepted by LINE. A refused one ends with its event. */
export const DELIVERY_STATUSES = ['pending', 'sent'] as const;
/** How an answer reached LINE: the free reply, or the push that counts against the quota. */
export const DELIVERY_WAYS = ['reply', 'push'] as const;
export const MESSAGE_DIRECTIONS = ['in', 'out'] as const;
/** `waiting`: the bot still answers; `claimed`: a counselor talks and the bot is silent. */
export const CASE_STATUSES = ['waiting', 'claimed', 'resolved'] as const;

export const patients = sqliteTable('patients', {
  /** Pseudonym: keyed hash of the LINE user id. */
  id: text().primaryKey(),
  sealedUserId: text('sealed_user_id').notNull(),
  firstSeenAtMs: integer('first_seen_at_ms').notNull(),
  blockedAtMs: integer('blocked_at_ms'),
});

/** The inbox: every webhook event once, by LINE's webhookEventId. */
export const events = sqliteTable(
  'events',
  {
    id: text().primaryKey(),
    patientId: text('patient_id'),
    type: text().notNull(),
    /** LINE's event object as JSON; null once it is done (the text then stands in `messages` alone). */
    sealedPayload: text('sealed_payload'),
    /** LINE's id of the message, so that one that the patient takes back is found. */
    lineMessageId: text('line_message_id'),
    occurredAtMs: integer('occurred_at_ms').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
    status: text({ enum: EVENT_STATUSES }).notNull(),
    tries: integer().notNull().default(0),
    /** Until then the process that took the event is at work on it; others leave it alone. */
    leasedUntilMs: integer('leased_until_ms').notNull(),
    /** Why it failed: an error's name and status, never text of the patient. */
    reason: text(),
  },
  (table) => [
    index('events_open').on(table.status, table.leasedUntilMs),
    index('events_by_line_message').on(table.lineMessageId),
  ],
);

export const conversations = sqliteTable('conversations', {
  patientId: text('patient_id').primaryKey(),
  /** Counts the decisions; a decision made on an older version is made again. */
  version: integer().notNull(),
  sealedState: text('sealed_state').notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
});

/** What was said, both ways, and why. */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    patientId: text('patient_id').notNull(),
    eventId: text('event_id').notNull(),
    direction: text({ enum: MESSAGE_DIRECTIONS }).notNull(),
    /** LINE's id of a patient's message, so that an unsent one can be found. */
    lineMessageId: text('line_message_id'),
    /** Null once the patient took the message back. */
    sealedContent: text('sealed_content'),
    route: text(),
    rule: text(),
    passageIds: text('passage_ids', { mode: 'json' }).$type<string[]>(),
    confidence: real(),
    knowledgeVersion: text('knowledge_version'),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [
    index('messages_of_patient').on(table.patientId, table.atMs),
    index('messages_by_line_id').on(table.lineMessageId),
    index('messages_of_event').on(table.eventId),
  ],
);

/** The outbox: an answer is written here before it is sent, so that a crash cannot lose it. */
export const deliveries = sqliteTable('deliveries', {
  /** The event that it answers: an event has one answer, whoever handles it. */
  eventId: text('event_id').primaryKey(),
  patientId: text('patient_id').notNull(),
  /** LINE message objects as JSON, and the reply token. */
  sealedMessages: text('sealed_messages').notNull(),
  sealedReplyToken: text('sealed_reply_token'),
  replyTokenExpiresAtMs: integer('reply_token_expires_at_ms').notNull(),
  /** UUID by which LINE takes a repeated push only once. */
  retryKey: text('retry_key').notNull(),
  status: text({ enum: DELIVERY_STATUSES }).notNull(),
  way: text({ enum: DELIVERY_WAYS }),
  sentAtMs: integer('sent_at_ms'),
});

/** Cases for a counselor: at most one open case a patient. */
export const cases = sqliteTable(
  'cases',
  {
    /** The event that opened it. */
    id: text().primaryKey(),
    patientId: text('patient_id').notNull(),
    /** Place of the reason in CASE_REASONS: 0 is the most urgent. It only ever becomes more urgent. */
    urgency: integer().notNull(),
    rule: text(),
    status: text({ enum: CASE_STATUSES }).notNull(),
    openedAtMs: integer('opened_at_ms').notNull(),
    /** The last time that the patient's words called for a person. */
    calledAtMs: integer('called_at_ms').notNull(),
    claimedBy: text('claimed_by'),
    claimedAtMs: integer('claimed_at_ms'),
    resolvedAtMs: integer('resolved_at_ms'),
  },
  (table) => [
    uniqueIndex('cases_open_of_patient').on(table.patientId).where(sql`status <> 'resolved'`),
    index('cases_queue').on(table.status, table.urgency, table.openedAtMs),
  ],
);

/** 「役に立った／立たなかった」 */
export const ratings = sqliteTable(
  'ratings',
  {
    /** The webhook event of the tap: one tap counts once. */
    id: text().primaryKey(),
    patientId: text('patient_id').notNull(),
    passageId: text('passage_id').notNull(),
    helpful: integer({ mode: 'boolean' }).notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [index('ratings_of_passage').on(table.passageId)],
);
