/** What is said in a day: questions and answers with the bot, and talks with a counselor. */
import { ROUTES } from '../../../../src/conversation/routes.ts';
import type { deliveries, events, messages, ratings } from '../../../../src/store/schema.ts';
import type { Random } from './random.ts';
import type { SealedTexts } from './texts.ts';

export type MessageRow = typeof messages.$inferInsert;

/** The rows that a chat leaves beside its messages. */
export type ChatRows = {
  readonly message: (row: MessageRow) => void;
  readonly event: (row: typeof events.$inferInsert) => void;
  readonly delivery: (row: typeof deliveries.$inferInsert) => void;
  readonly rating: (row: typeof ratings.$inferInsert) => void;
};

/** How often each of ROUTES is taken; `answer` and `unclear` above all. */
const ROUTE_WEIGHTS = ROUTES.map((route) =>
  route === 'answer' ? 60 : route === 'unclear' ? 12 : route === 'smalltalk' ? 8 : 3,
);
/** A tenth of the bot's answers is kept as long as real ones are; all would make the file 5 GB. */
const WHOLE_ANSWERS = 0.1;
const RATED = 0.06;
const UNHELPFUL = 0.25;
const BLOCKED = 0.01;

export type Chats = {
  /** A question and the bot's answer; gives the question's event. */
  readonly withBot: (patientId: string, atMs: number, whole?: boolean) => string;
  /** The patient writes, the counselor answers. */
  readonly withCounselor: (patientId: string, staffId: string, atMs: number) => void;
};

export function createChats(random: Random, texts: SealedTexts, rows: ChatRows): Chats {
  let count = 0;
  // As sortable by time as LINE's ULIDs are.
  const ulid = (atMs: number) =>
    `01${atMs.toString(36).toUpperCase().padStart(10, '0')}${String(count++).padStart(14, '0')}`;
  const uuid = () => {
    const hex = () =>
      Math.floor(random.next() * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0');
    const all = hex() + hex() + hex() + hex();
    return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-8${all.slice(17, 20)}-${all.slice(20)}`;
  };
  return {
    withBot(patientId, atMs, whole = random.chance(WHOLE_ANSWERS)) {
      const eventId = ulid(atMs);
      const route = ROUTES[random.weighted(ROUTE_WEIGHTS)] ?? 'answer';
      // Some passages are asked far more often than others.
      const place = Math.floor(random.next() ** 2 * texts.passages.length);
      const passage = route === 'answer' ? texts.passages[place] : undefined;
      const said = {
        patientId,
        eventId,
        route,
        rule: route === 'emergency' ? 'fever-on-treatment' : route === 'crisis' ? 'wish-to-die' : null,
        passageIds: passage ? [passage.id] : [],
        confidence: passage ? 0.6 + random.next() * 0.4 : 0,
        knowledgeVersion: '43a51c19668b',
        topic: passage?.topic ?? null,
        atMs,
      };
      const answer = passage ?? texts.passages[place];
      rows.message({
        ...said,
        id: `${eventId}-in`,
        direction: 'in',
        lineMessageId: String(5_000_000_000 + count),
        sealedContent: random.pick(texts.patient),
      });
      rows.message({
        ...said,
        id: `${eventId}-out`,
        direction: 'out',
        sealedContent: (whole ? answer?.sealed : answer?.short) ?? null,
      });
      if (passage && random.chance(RATED)) {
        rows.rating({
          id: eventId,
          patientId,
          passageId: passage.id,
          helpful: !random.chance(UNHELPFUL),
          atMs,
        });
      }
      return eventId;
    },
    withCounselor(patientId, staffId, atMs) {
      const asked = ulid(atMs);
      rows.message({
        id: `${asked}-in`,
        patientId,
        eventId: asked,
        direction: 'in',
        route: 'counselor',
        lineMessageId: String(5_000_000_000 + count),
        sealedContent: random.pick(texts.patient),
        passageIds: [],
        confidence: 0,
        knowledgeVersion: '43a51c19668b',
        atMs,
      });
      const eventId = uuid();
      const sealed = random.pick(texts.counselor);
      const answeredAtMs = atMs + 60_000 + random.below(240_000);
      const refused = random.chance(BLOCKED);
      rows.message({
        id: `${eventId}-out`,
        patientId,
        eventId,
        direction: 'out',
        staffId,
        sealedContent: sealed,
        atMs: answeredAtMs,
      });
      rows.event({
        id: eventId,
        patientId,
        type: 'notice',
        occurredAtMs: answeredAtMs,
        receivedAtMs: answeredAtMs,
        status: refused ? 'failed' : 'done',
        leasedUntilMs: answeredAtMs + 30_000,
        reason: refused ? 'LINE refused the push: 403' : null,
      });
      rows.delivery({
        eventId,
        patientId,
        sealedMessages: sealed,
        replyTokenExpiresAtMs: 0,
        retryKey: eventId,
        status: refused ? 'pending' : 'sent',
        way: refused ? null : random.chance(0.4) ? 'reply' : 'push',
        sentAtMs: refused ? null : answeredAtMs + 6_000,
      });
    },
  };
}
