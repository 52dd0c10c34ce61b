/** What is counted as it happens, a row a day: reports read these instead of every message. */
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type TALLY_KINDS, tallies } from './schema.ts';

/** The desks of the daily table, as in the 2010 report; the keys of tallies of kind `desk`. */
export const DESKS = [
  /** People who wrote that day, each once. */
  { id: 'chat', label: 'チャット（人数）' },
  /** Times that somebody asked for the telephone line and was shown it: LINE does not tell of the call itself. */
  { id: 'support_line', label: '電話の案内' },
  /** Second-opinion guides that were begun. */
  { id: 'second_opinion', label: 'セカンドオピニオンの手順を開始' },
  /** Times that centres near a place were looked up. */
  { id: 'centre', label: '相談支援センターの検索' },
] as const;
export type DeskId = (typeof DESKS)[number]['id'];

/** Adds one to a day's count; a statement that can stand in a batch. `day` is in Asia/Tokyo, 2026-11-24. */
export function countOne(db: Database, day: string, kind: (typeof TALLY_KINDS)[number], key: string) {
  return db
    .insert(tallies)
    .values({ day, kind, key, n: 1 })
    .onConflictDoUpdate({
      target: [tallies.kind, tallies.key, tallies.day],
      set: { n: sql`${tallies.n} + 1` },
    });
}
