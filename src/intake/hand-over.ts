/** A counselor takes a case or ends it; the patient is told in words, and the bot falls silent or comes back. */
import type { Phrases } from '../knowledge/phrases.ts';
import { claimCase, type QueuedCase, resolveCase } from '../store/cases.ts';
import { keepNotice } from '../store/notices.ts';
import type { PatientId } from '../store/seal.ts';
import { deliver } from './handle-event.ts';
import type { IntakeParts } from './parts.ts';

/** Gives the waiting case to `by` and tells the patient; false when it is not waiting. */
export async function takeCase(parts: IntakeParts, caseId: string, by: string): Promise<boolean> {
  const claimed = await claimCase(parts.db, caseId, by, parts.now());
  if (claimed) await tell(parts, claimed, 'claimed', 'counselor_joined');
  return claimed !== null;
}

/** Ends the case and tells the patient that the bot answers again; false when it is ended already. */
export async function endCase(parts: IntakeParts, caseId: string): Promise<boolean> {
  const resolved = await resolveCase(parts.db, caseId, parts.now());
  // A patient who never talked with a counselor has nothing to be told back from.
  if (resolved?.claimedAtMs) await tell(parts, resolved, 'resolved', 'counselor_left');
  return resolved !== null;
}

async function tell(parts: IntakeParts, one: QueuedCase, step: string, phrase: keyof Phrases): Promise<void> {
  const { handbook } = await parts.knowledge();
  const id = `${one.id}-${step}`;
  const retryKey = parts.uuid();
  const messages = JSON.stringify([{ type: 'text', text: handbook.phrases[phrase] }]);
  const notice = { id, patientId: one.patientId as PatientId, messages, retryKey };
  const lineUserId = await keepNotice(parts.db, parts.seal, notice, parts.now());
  if (lineUserId === null) return;
  try {
    await deliver(
      parts,
      id,
      lineUserId,
      { messages, replyToken: null, replyTokenExpiresAtMs: 0, retryKey },
      false,
    );
  } catch (error) {
    // It is written down: the sweeper sends it.
    parts.log({
      what: 'notice left for later',
      event: id,
      reason: error instanceof Error ? error.name : 'unknown',
    });
  }
}
