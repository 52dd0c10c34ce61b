/** Records as the intake makes them, for tests of the store. */
import { randomUUID } from 'node:crypto';
import type { Decided } from '../../src/store/decisions.ts';
import type { IncomingEvent, OpenEvent } from '../../src/store/inbox.ts';
import { createSeal } from '../../src/store/seal.ts';

export const NOW = Date.UTC(2026, 10, 24, 3);
export const seal = await createSeal(new Uint8Array(32).fill(7));

let sequence = 0;

export function incoming(more: Partial<IncomingEvent> = {}): IncomingEvent {
  const id = `01STORE${String(++sequence).padStart(19, '0')}`;
  return {
    id,
    lineUserId: 'Upatient',
    type: 'message',
    lineMessageId: `m-${sequence}`,
    occurredAtMs: NOW + sequence,
    needsWork: true,
    payload: JSON.stringify({ webhookEventId: id, message: { text: '痛みがあります' } }),
    ...more,
  };
}

/** A decision on `open` with an answer to be sent. */
export function decided(open: OpenEvent, more: Partial<Decided> = {}): Decided {
  return {
    eventId: open.id,
    patientId: open.patientId,
    previous: open.conversation,
    state: JSON.stringify({ turn: open.id }),
    said: {
      content: JSON.stringify({ text: '痛みがあります' }),
      lineMessageId: null,
      route: 'answer',
      rule: null,
      passageIds: ['symptoms/pain-endure'],
      confidence: 0.8,
      knowledgeVersion: 'v1',
    },
    answer: {
      messages: JSON.stringify([{ type: 'text', text: '我慢しないでください' }]),
      replyToken: `token-${open.id}`,
      replyTokenExpiresAtMs: NOW + 60_000,
      retryKey: randomUUID(),
    },
    topic: null,
    wrote: { replyToken: null, replyTokenExpiresAtMs: 0 },
    rating: null,
    escalation: null,
    survey: null,
    day: '2026-11-24',
    counts: [],
    ...more,
  };
}
