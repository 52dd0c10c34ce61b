/** What patients asked in vain, from the database: without an answer, or with one that did not help. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import { groupStored } from '../../../editors/asked-questions.ts';
import { isoDay, tokyoDayOf } from '../../../guidance/hours/tokyo-time.ts';
import type { Database } from '../../../store/database.ts';
import { seeQuestions } from '../../../store/questions.ts';
import type { Seal } from '../../../store/seal.ts';
import { type Gaps, gapOf } from './gap.ts';

export type StoredGapsParts = {
  readonly db: Database;
  readonly seal: Seal;
  readonly knowledge: Knowledge;
  readonly nowMs: number;
  readonly uuid: () => string;
};

const DAY_MS = 24 * 60 * 60_000;
const KINDS = ['unanswered', 'not_helpful'] as const;
/** Grouping takes time with the square of their number. */
const MOST_OF_A_KIND = 1_000;

/** The gaps of the last `days` days. That they were seen is written down, as on the editors' page. Throws UnsealError. */
export async function storedGaps(days: number, parts: StoredGapsParts): Promise<Gaps> {
  const { db, seal, knowledge, nowMs, uuid } = parts;
  const fromMs = nowMs - days * DAY_MS;
  const range = { fromMs, untilMs: nowMs, cursor: null, limit: MOST_OF_A_KIND };
  const [from, to] = [isoDay(tokyoDayOf(fromMs)), isoDay(tokyoDayOf(nowMs))];
  const read = await Promise.all(
    KINDS.map((kind) =>
      seeQuestions(db, kind, range, {
        id: uuid(),
        atMs: nowMs,
        staffId: null,
        action: 'questions_seen',
        detail: { kind, from, to, by: 'knowledge gaps' },
      }),
    ),
  );
  const rows = read.flat();
  const { groups, withoutText } = await groupStored(rows, seal, knowledge, rows.length);
  const newest = read.some((kind) => kind.length === MOST_OF_A_KIND)
    ? `, the newest ${MOST_OF_A_KIND} of a kind`
    : '';
  return {
    source: `Asked in vain from ${from} to ${to}${newest}`,
    looked: rows.length,
    withoutText,
    gaps: groups.map(gapOf),
  };
}
