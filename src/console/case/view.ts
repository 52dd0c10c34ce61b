/** A case as its page shows it. */
import type { CaseReason } from '../../conversation/decision.ts';
import { targetMs } from '../../desk/target.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import type { SpokenKey, SpokenRange, SpokenRow } from '../../store/case-view/spoken.ts';
import type { CaseRow } from '../../store/case-view.ts';
import { type DeskSettings, readDeskSettings } from '../../store/settings.ts';
import type { ConsoleParts, SignedIn } from '../env.ts';
import { reasonOf } from '../kit/case-words.ts';
import { type Entry, readEntries } from './conversation/entry.ts';

/** So many messages stand on a page; older ones are asked for. */
export const PAGE = 50;

/** Who has the case, and what may be done with it. */
export type CaseState = {
  readonly case: CaseRow['case'];
  readonly reason: CaseReason;
  readonly holderName: string | null;
  readonly blockedAtMs: number | null;
  /** Whether the person at the screen has it. */
  readonly mine: boolean;
  /** Whether the counselor who has it has been silent for longer than the settings allow. */
  readonly silent: boolean;
  /** By when it is to be answered first; null once it was, or where that is not known. */
  readonly targetMs: number | null;
  readonly me: SignedIn;
  readonly nowMs: number;
};

/** The messages that are shown. */
export type Talk = {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** The oldest one shown, where there are older ones. */
  readonly earlier: SpokenKey | null;
  /** Where the live part begins. */
  readonly from: SpokenKey;
};

export async function readState(
  parts: ConsoleParts,
  row: CaseRow,
  me: SignedIn,
  handbook: Handbook,
  settings?: DeskSettings,
): Promise<CaseState> {
  const one = row.case;
  const nowMs = parts.now();
  const desk = settings ?? (await readDeskSettings(parts.db));
  const reason = reasonOf(one.urgency);
  const due = one.firstAnsweredAtMs === null && one.status !== 'resolved';
  return {
    case: one,
    reason,
    holderName: row.holderName,
    blockedAtMs: row.blockedAtMs,
    mine: one.status === 'claimed' && one.claimedBy === me.id,
    silent: isSilent(one, nowMs - desk.silentMinutes * 60_000),
    targetMs: due ? targetMs(reason, one.openedAtMs, desk, handbook.counselorHours) : null,
    me,
    nowMs,
  };
}

/** The same condition as the desk's own (store/case-acts.ts), so that a button is shown that will work. */
function isSilent(one: CaseRow['case'], sinceMs: number): boolean {
  const wroteAtMs = one.patientWroteAtMs ?? 0;
  return (
    one.status === 'claimed' &&
    wroteAtMs > (one.lastAnsweredAtMs ?? 0) &&
    Math.max(one.claimedAtMs ?? 0, wroteAtMs) <= sinceMs
  );
}

/** One more than a page is asked for, to know whether there are older ones. */
export function pageRange(before: SpokenKey | null): SpokenRange {
  const limit = PAGE + 1;
  return before === null ? { kind: 'newest', limit } : { kind: 'before', key: before, limit };
}

/** Opens `rows` (newest first, asked for by pageRange). */
export async function readTalk(
  parts: ConsoleParts,
  rows: readonly SpokenRow[],
  handbook: Handbook,
): Promise<Talk> {
  const entries = await readEntries(rows.slice(0, PAGE), parts.seal, handbook, parts.now());
  const [oldest] = entries;
  const from = oldest ? { atMs: oldest.atMs, id: oldest.id } : { atMs: 0, id: '-' };
  return { entries, from, earlier: rows.length > PAGE ? from : null };
}
