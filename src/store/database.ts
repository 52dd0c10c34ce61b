/** The database as every query sees it, whichever client is behind it. */
import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import type * as schema from './schema.ts';

export type Database = LibSQLDatabase<typeof schema>;

/** Thrown when the database does not answer; the cause says why. */
export class DatabaseDownError extends Error {
  override readonly name = 'DatabaseDownError';
  constructor(options: ErrorOptions) {
    super('The database does not answer. Check DATABASE_URL and that its server is up.', options);
  }
}
