/** How a passage stands with its review on a day. Pure. */
import { dayFromIso } from '../../guidance/hours/tokyo-time.ts';
import type { Passage } from '../../knowledge/passage.ts';
import type { Tone } from '../kit/parts.tsx';

export const REVIEW_STATES = [
  { id: 'overdue', label: '見直しの日を過ぎた', tone: 'red' },
  { id: 'near', label: '見直しが近い（60日以内）', tone: 'amber' },
  { id: 'later', label: '見直しはまだ先', tone: 'green' },
] as const satisfies readonly { id: string; label: string; tone: Tone }[];
export type ReviewState = (typeof REVIEW_STATES)[number]['id'];

const NEAR_DAYS = 60;

/** Where the day of the next review lies from `today`; on the day itself it is near. */
export function reviewState({ nextReview }: Pick<Passage, 'nextReview'>, today: string): ReviewState {
  const days = dayFromIso(nextReview) - dayFromIso(today);
  return days < 0 ? 'overdue' : days <= NEAR_DAYS ? 'near' : 'later';
}

/** The oldest date of its sources, as exact as it is given: 2026, 2026-11 or 2026-11-23. */
export function oldestSource({ sources }: Pick<Passage, 'sources'>): string {
  return sources.map((source) => source.date).sort()[0] ?? '';
}
