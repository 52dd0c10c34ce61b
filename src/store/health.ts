/** Whether the database answers. */
import { sql } from 'drizzle-orm';
import { type Database, DatabaseDownError } from './database.ts';

/** Resolves when the database answers a query on the inbox. Throws DatabaseDownError. */
export async function checkDatabase(db: Database): Promise<void> {
  try {
    await db.run(sql`select id from events limit 1`);
  } catch (cause) {
    throw new DatabaseDownError({ cause });
  }
}
