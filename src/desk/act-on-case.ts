/** One act: the case as it is, the change with its audit entry and what the patient is told, all or nothing. */
import type { sql } from 'drizzle-orm';
import type { LineMessage } from '../line/render/messages.ts';
import { type AuditAction, addAudit } from '../store/audit.ts';
import {
  CaseChangedError,
  type CaseRow,
  type CaseToActOn,
  changeCase,
  findCase,
} from '../store/case-acts.ts';
import { type Outgoing, outgoingRows } from '../store/outgoing.ts';
import type { Act, Acted } from './desk.ts';
import type { DeskParts } from './parts.ts';
import { sendNow } from './send.ts';

export type CaseChange = {
  readonly action: AuditAction;
  /** Must hold in the database at the moment of the change. */
  readonly condition: ReturnType<typeof sql>;
  readonly set: Partial<Omit<CaseRow, 'id' | 'version' | 'patientId'>>;
  /** What the patient is told at once; none where nothing changes for them. */
  readonly tell: readonly LineMessage[];
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * Does what `plan` makes of the case; `by` null is the service itself. `changed` where the case is not there,
 * `plan` gives null, or somebody else was first.
 */
export async function actOnCase(
  parts: DeskParts,
  act: Omit<Act, 'by'> & { readonly by: string | null },
  plan: (one: CaseToActOn) => CaseChange | null,
): Promise<Acted> {
  const one = await findCase(parts.db, parts.seal, act.caseId);
  const change = one && plan(one);
  if (!one || !change) return { kind: 'changed' };
  const nowMs = parts.now();
  const notice: Outgoing | null =
    change.tell.length === 0
      ? null
      : {
          id: parts.uuid(),
          patientId: one.patientId,
          lineUserId: one.lineUserId,
          messages: JSON.stringify(change.tell),
          retryKey: parts.uuid(),
          staffId: null,
          heldUntilMs: null,
          replyToken: null,
        };
  const audit = addAudit(parts.db, {
    id: parts.uuid(),
    atMs: nowMs,
    staffId: act.by,
    action: change.action,
    caseId: act.caseId,
    ...(change.detail ? { detail: change.detail } : {}),
  });
  const rows = notice ? await outgoingRows(parts.db, parts.seal, notice, nowMs) : [];
  try {
    await changeCase(parts.db, { ...change, caseId: act.caseId, version: act.version }, [audit, ...rows]);
  } catch (error) {
    if (error instanceof CaseChangedError) return { kind: 'changed' };
    throw error;
  }
  if (notice) parts.afterwards(sendNow(parts, notice));
  return { kind: 'done' };
}
