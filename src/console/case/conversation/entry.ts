/** A message as the case page shows it. */
import type { Handbook } from '../../../knowledge/handbook.ts';
import { messageText } from '../../../line/message-text.ts';
import type { LineMessage } from '../../../line/render/messages.ts';
import { readSaid, type Said } from '../../../line/said.ts';
import type { SpokenRow } from '../../../store/case-view/spoken.ts';
import type { Seal } from '../../../store/seal.ts';
import { type Delivery, deliveryOf } from './delivery.ts';
import { type Why, whyOf } from './why.ts';

export type Entry = { readonly id: string; readonly eventId: string; readonly atMs: number } & (
  | { readonly from: 'patient'; readonly said: Said | { readonly kind: 'unsent' } }
  | {
      readonly from: 'bot';
      readonly text: string | null;
      readonly why: Why | null;
      readonly delivery: Delivery;
    }
  | {
      readonly from: 'counselor';
      readonly name: string;
      readonly staffId: string;
      readonly text: string | null;
      readonly delivery: Delivery;
    }
);

/** Opens `rows` (newest first) and gives them oldest first, as one reads. */
export async function readEntries(
  rows: readonly SpokenRow[],
  seal: Seal,
  handbook: Handbook,
  nowMs: number,
): Promise<Entry[]> {
  return Promise.all([...rows].reverse().map((row) => readEntry(row, seal, handbook, nowMs)));
}

async function readEntry(row: SpokenRow, seal: Seal, handbook: Handbook, nowMs: number): Promise<Entry> {
  const { id, eventId, atMs } = row;
  const content = row.sealedContent === null ? null : await seal.open(row.sealedContent);
  if (row.direction === 'in') {
    const said = content === null ? ({ kind: 'unsent' } as const) : readSaid(content, handbook);
    return { id, eventId, atMs, from: 'patient', said };
  }
  const text = content === null ? null : answerText(content);
  const delivery = deliveryOf(row, nowMs);
  if (row.staffId === null)
    return { id, eventId, atMs, from: 'bot', text, why: whyOf(row, handbook), delivery };
  const name = row.staffName ?? '（今はいない相談員）';
  return { id, eventId, atMs, from: 'counselor', name, staffId: row.staffId, text, delivery };
}

/** What a patient read of an answer (LINE message objects as JSON), a blank line between its bubbles. */
export function answerText(content: string): string {
  const messages = JSON.parse(content) as LineMessage[];
  return messages.map(messageText).join('\n\n');
}
