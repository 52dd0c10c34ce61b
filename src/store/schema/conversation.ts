/** The chat with patients: inbox, what was said, outbox. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * `held`: a counselor's message that can still be undone; `received`: to be handled; `done`: answered or needs no
 * answer; `failed`: set aside after too many tries or refused by LINE.
 */
export const EVENT_STATUSES = ['held', 'received', 'done', 'failed'] as const;
/** `pending`: to be sent or tried again; `sent`: accepted by LINE. A refused one ends with its event. */
export const DELIVERY_STATUSES = ['pending', 'sent'] as const;
/** How an answer reached LINE: the free reply, or the push that counts against the quota. */
export const DELIVERY_WAYS = ['reply', 'push'] as const;
export const MESSAGE_DIRECTIONS = ['in', 'out'] as const;

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
    /** Topic of the first passage, so that what people ask most can be counted. */
    topic: text(),
    /** The counselor who wrote it; null for the patient and the bot. */
    staffId: text('staff_id'),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [
    index('messages_of_patient').on(table.patientId, table.atMs),
    index('messages_by_line_id').on(table.lineMessageId),
    index('messages_of_event').on(table.eventId),
    index('messages_of_topic').on(table.topic, table.atMs).where(sql`direction = 'in' and topic is not null`),
    index('messages_unanswered').on(table.atMs).where(sql`direction = 'in' and route = 'unclear'`),
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
  (table) => [
    index('ratings_of_passage').on(table.passageId),
    index('ratings_negative').on(table.atMs).where(sql`helpful = 0`),
  ],
);

/** What is counted as it happens, so that a report need not read every message: one row a day, kind and key. */
export const TALLY_KINDS = ['desk', 'topic', 'route'] as const;

export const tallies = sqliteTable(
  'tallies',
  {
    /** Day in Asia/Tokyo, 2026-11-24. */
    day: text().notNull(),
    kind: text({ enum: TALLY_KINDS }).notNull(),
    key: text().notNull(),
    n: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.key, table.day] }),
    // The key without the count would look up a row for each day.
    index('tallies_counted').on(table.kind, table.key, table.day, table.n),
  ],
);
