/** How counselors read a case: its reason and its status in Japanese words, each with its colour. */
import { CASE_REASONS, type CaseReason } from '../../conversation/decision.ts';
import type { CASE_STATUSES } from '../../store/schema.ts';
import type { Tone } from './parts.tsx';

export type CaseStatus = (typeof CASE_STATUSES)[number];
export type Words = { readonly label: string; readonly tone: Tone };

export const REASON_WORDS: Readonly<Record<CaseReason, Words>> = {
  crisis: { label: '死にたい気持ち', tone: 'red' },
  emergency: { label: '緊急の症状', tone: 'red' },
  asked: { label: '相談の希望', tone: 'blue' },
  unanswered: { label: '答えが見つからない', tone: 'amber' },
  negative: { label: '役に立たなかった', tone: 'grey' },
};

export const STATUS_WORDS: Readonly<Record<CaseStatus, Words>> = {
  waiting: { label: '待っています', tone: 'amber' },
  claimed: { label: '対応中', tone: 'blue' },
  resolved: { label: '終了', tone: 'grey' },
};

/** The reason that stands in `cases.urgency`; one that is not known is shown as the mildest. */
export function reasonOf(urgency: number): CaseReason {
  return CASE_REASONS[urgency] ?? 'negative';
}

/** Whether a case of this reason is a matter of minutes whatever the hour: shown in red, and told by sound. */
export function isRed(reason: CaseReason): boolean {
  return reason === 'crisis' || reason === 'emergency';
}
