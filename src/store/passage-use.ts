/** How often a passage was shown, and what patients thought of it. */
import { count, eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { messages, ratings } from './schema.ts';

export type PassageUse = {
  /** Times since `sinceMs` that it was the first passage of an answer. */
  readonly shown: number;
  readonly helpful: number;
  readonly notHelpful: number;
};

/** One round trip; `topic` is the passage's own, by which messages are indexed. */
export async function passageUse(
  db: Database,
  passage: { readonly id: string; readonly topic: string },
  sinceMs: number,
): Promise<PassageUse> {
  const [shown, rated] = await db.batch([
    db
      .select({ n: count() })
      .from(messages)
      .where(
        sql`direction = 'in' and ${messages.topic} = ${passage.topic} and ${messages.atMs} >= ${sinceMs}
          and json_extract(${messages.passageIds}, '$[0]') = ${passage.id}`,
      ),
    db
      .select({ helpful: ratings.helpful, n: count() })
      .from(ratings)
      .where(eq(ratings.passageId, passage.id))
      .groupBy(ratings.helpful),
  ]);
  const of = (helpful: boolean) => rated.find((row) => row.helpful === helpful)?.n ?? 0;
  return { shown: shown[0]?.n ?? 0, helpful: of(true), notHelpful: of(false) };
}
