/** The desk, put together. */
import { answer, retry, undo } from './answering.ts';
import { resolve } from './closing.ts';
import type { Desk } from './desk.ts';
import { claim, release, returnSilentCases, takeOver, transfer } from './hand-over.ts';
import type { DeskParts } from './parts.ts';

export function createDesk(parts: DeskParts): Desk {
  return {
    claim: (act) => claim(parts, act),
    takeOver: (act) => takeOver(parts, act),
    release: (act) => release(parts, act),
    transfer: (act, to) => transfer(parts, act, to),
    answer: (act, messageId, messages) => answer(parts, act, messageId, messages),
    undo: (messageId, by) => undo(parts, messageId, by),
    retry: (messageId, by) => retry(parts, messageId, by),
    resolve: (act) => resolve(parts, act),
    returnSilentCases: () => returnSilentCases(parts),
  };
}
