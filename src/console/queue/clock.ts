/** The clocks of a case in words: against the target before the first answer, and how long the patient waits after it. */
import type { OpenCase } from '../../store/queue.ts';
import { spanText } from '../kit/parts.tsx';

export type ClockTone = 'late' | 'soon' | 'fine';

export type Clock = {
  readonly words: string;
  readonly tone: ClockTone;
  /** The target, so that the page goes on counting by itself; null where none is known. */
  readonly untilMs: number | null;
};

const MINUTE_MS = 60_000;
/** From here on there is no time to lose. */
const SOON_MS = 5 * MINUTE_MS;

/** The time that is left to `targetMs`, or by how much it has passed. */
export function clockAgainst(targetMs: number | null, nowMs: number): Clock {
  if (targetMs === null) return { words: '目安の時刻は出せません', tone: 'fine', untilMs: null };
  const leftMs = targetMs - nowMs;
  if (leftMs < 0) {
    const words = leftMs > -MINUTE_MS ? '時間になりました' : `${spanText(-leftMs)}すぎ`;
    return { words, tone: 'late', untilMs: targetMs };
  }
  return { words: `あと${leftText(leftMs)}`, tone: leftMs <= SOON_MS ? 'soon' : 'fine', untilMs: targetMs };
}

/** Minutes that are begun count as left: 「あと1分」 stands until the very end. */
function leftText(ms: number): string {
  return spanText(Math.max(1, Math.ceil(ms / MINUTE_MS)) * MINUTE_MS);
}

/** Since when the patient waits for a word of the counselor who has the case; null when nothing is owed. */
export function unansweredSinceMs(
  one: Pick<OpenCase, 'status' | 'claimedAtMs' | 'patientWroteAtMs' | 'lastAnsweredAtMs'>,
): number | null {
  if (one.status !== 'claimed') return null;
  const wroteAtMs = one.patientWroteAtMs ?? 0;
  if (wroteAtMs <= (one.lastAnsweredAtMs ?? 0)) return null;
  return Math.max(one.claimedAtMs ?? 0, wroteAtMs);
}
