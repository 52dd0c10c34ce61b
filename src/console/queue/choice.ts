/** What of the queue is looked at: the address's parameters, none of which holds a patient's words. */
import { z } from 'zod';
import { CASE_REASONS, type CaseReason } from '../../conversation/decision.ts';
import type { Cursor } from '../../store/case-list.ts';

export const VIEWS = ['all', 'mine', 'waiting', 'follow-up', 'ended'] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_LABELS: Readonly<Record<View, string>> = {
  all: 'すべて',
  mine: '自分の担当',
  waiting: '待っている',
  'follow-up': '見直す日',
  ended: '終わった相談',
};

const choice = z.object({
  view: z.enum(VIEWS).catch('all'),
  reason: z.enum(CASE_REASONS).nullable().catch(null),
  after: z.string().max(200).nullable().catch(null),
});

export type Choice = {
  readonly view: View;
  readonly reason: CaseReason | null;
  /** Where the page before ended, as `cursorText` wrote it. */
  readonly after: string | null;
};

/** Anything unknown is the whole queue: an old bookmark still shows something. */
export function readChoice(query: Readonly<Record<string, string>>): Choice {
  return choice.parse({
    view: query.view,
    reason: query.reason ?? null,
    after: query.after ?? null,
  });
}

/** The address under /console that shows `choice`. */
export function choiceHref(path: string, { view, reason, after }: Choice): string {
  const parameters = new URLSearchParams();
  if (view !== 'all') parameters.set('view', view);
  if (reason !== null) parameters.set('reason', reason);
  if (after !== null) parameters.set('after', after);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A cursor as it stands in an address. */
export function cursorText(cursor: Cursor<string | number>): string {
  return `${cursor.place}_${cursor.id}`;
}

/** The cursor of an address whose place is a moment; null where it is none. */
export function momentCursor(text: string | null): Cursor<number> | null {
  const parts = /^(\d{1,16})_(.+)$/.exec(text ?? '');
  return parts?.[1] && parts[2] ? { place: Number(parts[1]), id: parts[2] } : null;
}

/** The cursor of an address whose place is a day. */
export function dayCursor(text: string | null): Cursor<string> | null {
  const parts = /^(\d{4}-\d\d-\d\d)_(.+)$/.exec(text ?? '');
  return parts?.[1] && parts[2] ? { place: parts[1], id: parts[2] } : null;
}
