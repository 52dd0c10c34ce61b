/** What became of a message to the patient, in words for counselors. */
import { UNDO_MS } from '../../../desk/desk.ts';
import type { SpokenRow } from '../../../store/case-view/spoken.ts';

export type Delivery =
  | { readonly kind: 'held'; readonly secondsLeft: number; readonly untilMs: number }
  /** `again`: an earlier try failed; why stands there. */
  | { readonly kind: 'sending'; readonly again: string | null }
  | { readonly kind: 'sent'; readonly way: 'reply' | 'push' | null; readonly atMs: number | null }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'undone' };

type State = Pick<
  SpokenRow,
  'atMs' | 'eventStatus' | 'eventReason' | 'tries' | 'deliveryStatus' | 'way' | 'sentAtMs'
>;

/** The reason that is kept of an answer which its counselor took back. */
export const UNDONE = 'undone';

export function deliveryOf(row: State, nowMs: number): Delivery {
  if (row.deliveryStatus === 'sent') return { kind: 'sent', way: row.way, atMs: row.sentAtMs };
  switch (row.eventStatus) {
    case 'held': {
      const untilMs = row.atMs + UNDO_MS;
      return { kind: 'held', untilMs, secondsLeft: Math.max(0, Math.ceil((untilMs - nowMs) / 1000)) };
    }
    case 'received':
      return { kind: 'sending', again: row.eventReason === null ? null : whyNotSent(row.eventReason) };
    case 'failed':
      return { kind: 'failed', why: whyNotSent(row.eventReason ?? '') };
    case 'done':
      return row.eventReason === UNDONE
        ? { kind: 'undone' }
        : { kind: 'sent', way: row.way, atMs: row.sentAtMs };
    case null:
      return { kind: 'sent', way: row.way, atMs: row.sentAtMs };
    default:
      return row.eventStatus satisfies never;
  }
}

/** LINE's status in plain words; `reason` is as the intake wrote it: `LINE 403: …`, or an error's name. */
export function whyNotSent(reason: string): string {
  const status = /^LINE (\d{3}|no answer)/.exec(reason)?.[1];
  if (status === undefined)
    return 'この仕組みの中で問題が起きました。続くときは、管理者に時刻を伝えてください。';
  if (status === 'no answer') return 'LINEにつながりませんでした。';
  if (status === '401') return 'LINEとつなぐための鍵が正しくありません。管理者に伝えてください。';
  if (status === '403')
    return '患者さんに届けられません。ブロックされているか、友だちではなくなっています。電話など、ほかの方法を考えてください。';
  if (status === '429') {
    return /monthly|quota/i.test(reason)
      ? '今月送れる通数を使い切りました。患者さんから次のメッセージが届いた直後なら、無料の返信で送れます。管理者にも伝えてください。'
      : 'LINEが混み合っています。少し待つと送れます。';
  }
  if (status.startsWith('5')) return 'LINEの側で問題が起きています。少し待つと送れることがあります。';
  return 'LINEがこの文を受け取りませんでした。文を短くするか書き直して、新しく送ってください。';
}
