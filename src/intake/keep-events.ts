/** Keeps a webhook's events in the inbox; what is to be done with them comes after the 200. */
import { readEvent } from '../line/read-event.ts';
import type { LineEvent } from '../line/webhook-body.ts';
import { type IncomingEvent, type OpenEvent, takeIn } from '../store/inbox.ts';
import type { IntakeParts } from './parts.ts';

/** Stores `lineEvents` once each and gives those that are new and have work to do. */
export function keepEvents(parts: IntakeParts, lineEvents: readonly LineEvent[]): Promise<OpenEvent[]> {
  return takeIn(parts.db, parts.seal, lineEvents.map(toIncoming), parts.now());
}

function toIncoming(event: LineEvent): IncomingEvent {
  return {
    id: event.webhookEventId,
    lineUserId: chatOf(event),
    type: event.type,
    lineMessageId: event.message?.id ?? event.unsend?.messageId ?? null,
    occurredAtMs: event.timestamp,
    needsWork: readEvent(event).kind !== 'none' && chatOf(event) !== null,
    payload: JSON.stringify(event),
  };
}

/** Whom an answer goes to: the user of a one-to-one chat, or the group that the bot was put into. */
function chatOf(event: LineEvent): string | null {
  const { source } = event;
  const group = source?.groupId ?? source?.roomId;
  if (source?.type !== 'user') return typeof group === 'string' ? group : null;
  return source.userId ?? null;
}
