/** A counselor's answer: held for a moment in which it can be undone, then sent like every other message. */
import { CASE_REASONS } from '../conversation/decision.ts';
import type { LineMessage } from '../line/render/messages.ts';
import { addAudit } from '../store/audit.ts';
import { CaseChangedError, changeCase, findCase, isWritten } from '../store/case-acts.ts';
import { clearUndone, reviveFailed, undoHeld } from '../store/held.ts';
import { type Outgoing, outgoingRows } from '../store/outgoing.ts';
import { readDeskSettings } from '../store/settings.ts';
import { findWritten } from '../store/written.ts';
import { type Act, type Acted, UNDO_MS } from './desk.ts';
import { isHeldBy } from './hand-over.ts';
import type { DeskParts } from './parts.ts';
import { sendAfterHold, sendNow } from './send.ts';
import { targetMs } from './target.ts';

export async function answer(
  parts: DeskParts,
  act: Act,
  messageId: string,
  messages: readonly LineMessage[],
): Promise<Acted> {
  const { db, seal } = parts;
  const [one, settings, { handbook }] = await Promise.all([
    findCase(db, seal, act.caseId),
    readDeskSettings(db),
    parts.knowledge(),
  ]);
  if (!one) return { kind: 'changed' };
  const nowMs = parts.now();
  const reason = CASE_REASONS[one.urgency] ?? 'asked';
  const target = targetMs(reason, one.openedAtMs, settings, handbook.counselorHours);
  const replyToken =
    one.sealedReplyToken === null
      ? null
      : { sealed: one.sealedReplyToken, expiresAtMs: one.replyTokenExpiresAtMs ?? 0 };
  const outgoing: Outgoing = {
    id: messageId,
    patientId: one.patientId,
    lineUserId: one.lineUserId,
    messages: JSON.stringify(messages),
    retryKey: parts.uuid(),
    staffId: act.by,
    heldUntilMs: nowMs + UNDO_MS,
    replyToken,
  };
  const isFirst = one.firstAnsweredAtMs === null;
  try {
    await changeCase(
      db,
      {
        caseId: act.caseId,
        version: act.version,
        condition: isHeldBy(act.by),
        set: {
          lastAnsweredAtMs: nowMs,
          seenAtMs: nowMs,
          ...(isFirst
            ? { firstAnsweredAtMs: nowMs, answeredInTime: target === null ? null : nowMs <= target }
            : {}),
          sealedReplyToken: null,
          replyTokenExpiresAtMs: null,
        },
      },
      [
        addAudit(db, {
          id: parts.uuid(),
          atMs: nowMs,
          staffId: act.by,
          action: 'message_written',
          caseId: act.caseId,
          detail: { message: messageId, parts: messages.length },
        }),
        ...(await outgoingRows(db, seal, outgoing, nowMs)),
      ],
    );
  } catch (error) {
    if (!(error instanceof CaseChangedError)) throw error;
    // The same form sent twice: the first one counts, and the second is no fault.
    return (await isWritten(db, messageId)) ? { kind: 'done' } : { kind: 'changed' };
  }
  parts.afterwards(sendAfterHold(parts, outgoing, UNDO_MS));
  return { kind: 'done' };
}

export async function undo(parts: DeskParts, messageId: string, by: string): Promise<boolean> {
  const written = await findWritten(parts.db, messageId);
  if (written === null || !(await undoHeld(parts.db, messageId, by))) return false;
  await parts.db.batch([
    addAudit(parts.db, {
      id: parts.uuid(),
      atMs: parts.now(),
      staffId: by,
      action: 'message_undone',
      caseId: written.caseId,
      detail: { message: messageId },
    }),
    ...clearUndone(parts.db, messageId, written.caseId),
  ]);
  return true;
}

export async function retry(parts: DeskParts, messageId: string, by: string): Promise<boolean> {
  const { db, seal } = parts;
  const written = await findWritten(db, messageId);
  if (written === null || !(await reviveFailed(db, messageId, parts.now()))) return false;
  await addAudit(db, {
    id: parts.uuid(),
    atMs: parts.now(),
    staffId: by,
    action: 'message_retried',
    caseId: written.caseId,
    detail: { message: messageId },
  });
  const outgoing: Outgoing = {
    id: messageId,
    patientId: written.patientId,
    lineUserId: await seal.open(written.sealedUserId),
    messages: await seal.open(written.sealedMessages),
    retryKey: written.retryKey,
    staffId: by,
    heldUntilMs: null,
    replyToken: null,
  };
  parts.afterwards(sendNow(parts, outgoing));
  return true;
}
