/** What a LINE event asks of us: a decision for a patient, an erasure, or nothing at all. */
import type { PatientEvent } from '../conversation/patient-event.ts';
import { readTap } from './tap-data.ts';
import type { LineEvent } from './webhook-body.ts';

export type Errand =
  | { readonly kind: 'decide'; readonly event: PatientEvent }
  | { readonly kind: 'erase'; readonly lineMessageId: string }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'none' };

const NONE: Errand = { kind: 'none' };

/** The errand of `event`. Standby events belong to another module of the channel and are never answered, but a text taken back is erased. */
export function readEvent(event: LineEvent): Errand {
  if (event.type === 'unsend' && event.unsend)
    return { kind: 'erase', lineMessageId: event.unsend.messageId };
  if (event.mode !== 'active') return NONE;
  if (event.source?.type !== 'user')
    return event.type === 'join' ? { kind: 'decide', event: { kind: 'joined-group' } } : NONE;
  switch (event.type) {
    case 'message':
      return event.message ? { kind: 'decide', event: readMessage(event.message) } : NONE;
    case 'postback': {
      const tap = readTap(event.postback?.data ?? '');
      return tap ? { kind: 'decide', event: { kind: 'tap', tap } } : NONE;
    }
    case 'follow':
      return { kind: 'decide', event: { kind: 'follow' } };
    case 'unfollow':
      return { kind: 'blocked' };
    default:
      return NONE;
  }
}

function readMessage(message: NonNullable<LineEvent['message']>): PatientEvent {
  switch (message.type) {
    case 'text':
      return { kind: 'text', text: message.text ?? '' };
    case 'sticker':
      return { kind: 'sticker' };
    case 'location':
      return { kind: 'location', latitude: message.latitude ?? 0, longitude: message.longitude ?? 0 };
    default:
      return { kind: 'media' };
  }
}
