/** The queue as the page shows it: read, put into words, and named by a version that changes when it does. */
import { CASE_REASONS, type CaseReason } from '../../conversation/decision.ts';
import { targetMs } from '../../desk/target.ts';
import { counselorHoursText } from '../../guidance/hours/service-text.ts';
import { isoDay, tokyoDayOf } from '../../guidance/hours/tokyo-time.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import { clipGraphemes } from '../../line/render/clip.ts';
import { type Counts, type OpenCase, type QueueQuestion, readQueue } from '../../store/queue.ts';
import { readDeskSettings } from '../../store/settings.ts';
import type { ConsoleParts, SignedIn } from '../env.ts';
import { isRed, reasonOf } from '../kit/case-words.ts';
import { type Clock, clockAgainst, unansweredSinceMs } from './clock.ts';
import { excerpt } from './excerpt.ts';

/** Clocks in words are never older than this, even where nothing else happened. */
const FRESH_MS = 30_000;
const NOTE_LIMIT = 60;

export type QueueRow = {
  readonly one: OpenCase;
  readonly reason: CaseReason;
  readonly red: boolean;
  /** The rule's title, for red ones. */
  readonly rule: string | null;
  /** Against the target; null once the first answer was given. */
  readonly clock: Clock | null;
  /** Since when the counselor who has it owes an answer. */
  readonly silentSinceMs: number | null;
  /** Silent for so long that others may take it over. */
  readonly silent: boolean;
  readonly mine: boolean;
  readonly unread: boolean;
  readonly followUp: 'due' | 'later' | null;
  readonly excerpt: string;
};

export type MentionRow = {
  readonly caseId: string;
  readonly noteId: string;
  readonly atMs: number;
  readonly author: string;
  readonly text: string;
};

export type QueueView = {
  readonly rows: readonly QueueRow[];
  readonly counts: Counts;
  readonly mentions: readonly MentionRow[];
  /** Whether counselors answer now, until when or from when, in the editors' words. */
  readonly service: string;
  readonly nowMs: number;
};

export type LoadedQueue = {
  readonly version: string;
  /** Opens what is sealed: only asked for where the version is a new one. */
  readonly view: () => Promise<QueueView>;
};

/** Reads the queue. Whether anything changed is known before anything is opened or drawn. */
export async function loadQueue(
  parts: ConsoleParts,
  staff: SignedIn,
  view: QueueQuestion['view'],
  reason: CaseReason | null,
): Promise<LoadedQueue> {
  const nowMs = parts.now();
  const today = isoDay(tokyoDayOf(nowMs));
  const urgency = reason === null ? null : CASE_REASONS.indexOf(reason);
  const [{ open, counts, mentions }, settings, knowledge] = await Promise.all([
    readQueue(parts.db, { staffId: staff.id, view, urgency, today }),
    readDeskSettings(parts.db),
    parts.knowledge(),
  ]);
  const { handbook } = knowledge;
  const { counselorHours, triage } = handbook;
  const all = [
    view,
    reason,
    open,
    counts,
    mentions,
    settings,
    knowledge.version,
    Math.floor(nowMs / FRESH_MS),
  ];
  return {
    version: await digest(JSON.stringify(all)),
    async view() {
      const titles = new Map(triage.rules.map((rule) => [rule.id, rule.title]));
      const rows = open.map(async (one): Promise<QueueRow> => {
        const reason = reasonOf(one.urgency);
        const silentSinceMs = unansweredSinceMs(one);
        const target = targetMs(reason, one.openedAtMs, settings, counselorHours);
        const mine = one.claimedBy === staff.id;
        return {
          one,
          reason,
          red: isRed(reason),
          rule: isRed(reason) && one.rule !== null ? (titles.get(one.rule) ?? one.rule) : null,
          clock: one.firstAnsweredAtMs === null ? clockAgainst(target, nowMs) : null,
          silentSinceMs,
          silent: silentSinceMs !== null && nowMs - silentSinceMs >= settings.silentMinutes * 60_000,
          mine,
          unread: mine && (one.patientWroteAtMs ?? 0) > (one.seenAtMs ?? 0),
          followUp: one.followUpOn === null ? null : one.followUpOn <= today ? 'due' : 'later',
          excerpt: await lastWords(parts, one, handbook),
        };
      });
      const notes = mentions.map(async ({ sealedText, author, ...mention }) => ({
        ...mention,
        author: author ?? 'もういないスタッフ',
        text: clipGraphemes((await parts.seal.open(sealedText)).replace(/\s+/gu, ' ').trim(), NOTE_LIMIT),
      }));
      return {
        rows: await Promise.all(rows),
        counts,
        mentions: await Promise.all(notes),
        service: counselorHoursText(counselorHours, nowMs).now,
        nowMs,
      };
    },
  };
}

async function lastWords(
  { seal }: ConsoleParts,
  { lastAtMs, sealedLast }: OpenCase,
  handbook: Handbook,
): Promise<string> {
  if (lastAtMs === null) return '（メッセージはありません）';
  return excerpt(sealedLast === null ? null : await seal.open(sealedLast), handbook);
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes, 0, 12), (b) => b.toString(16).padStart(2, '0')).join('');
}
