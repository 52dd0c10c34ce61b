/** Puts what patients asked and tapped into the database, as the intake keeps it. */
import { messages, ratings } from '../../../src/store/schema.ts';
import type { TestConsole } from '../console-app.ts';

let sequence = 0;

type Asked = {
  readonly atMs: number;
  readonly patientId?: string;
  readonly route?: string;
  readonly passageIds?: string[];
  readonly topic?: string;
  /** Null for one that was taken back. */
  readonly content?: object | null;
};

/** A text that a patient sent; unanswered unless told otherwise. */
export async function keepQuestion(
  { db, seal }: Pick<TestConsole, 'db' | 'seal'>,
  text: string,
  asked: Asked,
): Promise<void> {
  const id = `event-${++sequence}`;
  const { atMs, patientId = 'p_someone', route = 'unclear', passageIds = [], topic = null } = asked;
  const content = asked.content === undefined ? { id, type: 'text', text } : asked.content;
  await db.insert(messages).values({
    id: `${id}-in`,
    patientId,
    eventId: id,
    direction: 'in',
    lineMessageId: id,
    sealedContent: content === null ? null : await seal.seal(JSON.stringify(content)),
    route,
    passageIds,
    topic,
    confidence: 0.2,
    atMs,
  });
}

/** A tap on 「役に立った／立たなかった」, kept as the intake keeps it: a message of its own and a rating. */
export async function keepRating(
  { db, seal }: Pick<TestConsole, 'db' | 'seal'>,
  rating: { passageId: string; helpful: boolean; atMs: number; patientId?: string },
): Promise<void> {
  const id = `tap-${++sequence}`;
  const { passageId, helpful, atMs, patientId = 'p_someone' } = rating;
  await db.insert(messages).values({
    id: `${id}-in`,
    patientId,
    eventId: id,
    direction: 'in',
    sealedContent: await seal.seal(JSON.stringify({ data: `rate=${passageId}` })),
    route: 'smalltalk',
    passageIds: [passageId],
    atMs,
  });
  await db.insert(ratings).values({ id, patientId, passageId, helpful, atMs });
}
