/** What patients wrote last, sealed; nothing that tells who. */
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { messages } from './schema.ts';

/** So many rows are asked for at once. */
const AT_ONCE = 500;

/** Sealed contents of patients' messages, newest first, as far as they are taken. */
export async function* recentTexts(db: Database): AsyncGenerator<string> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    // Rows are numbered as they come: that order needs no index of its own.
    const rows = await db
      .select({ sealedContent: messages.sealedContent, row: sql<number>`rowid` })
      .from(messages)
      .where(
        sql`rowid < ${before} and direction = 'in' and line_message_id is not null and sealed_content is not null`,
      )
      .orderBy(sql`rowid desc`)
      .limit(AT_ONCE);
    for (const { sealedContent, row } of rows) {
      before = row;
      if (sealedContent !== null) yield sealedContent;
    }
    if (rows.length < AT_ONCE) return;
  }
}
