/** Who did what and when: entries are only ever added, triggers in the database refuse all else. */
import type { Database } from './database.ts';
import { audit } from './schema.ts';

/** What can be done; the labels that admins read stand beside the audit page. */
export const AUDIT_ACTIONS = [
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'signed_out_everywhere',
  'invited',
  'invitation_used',
  'second_factor_set',
  'staff_changed',
  'case_seen',
  'case_claimed',
  'case_taken_over',
  'case_released',
  'case_returned',
  'case_transferred',
  'case_resolved',
  'cases_searched',
  'media_seen',
  'message_written',
  'message_undone',
  'message_retried',
  'note_added',
  'follow_up_set',
  'record_changed',
  'report_seen',
  'report_exported',
  'questions_seen',
  'question_tried',
  'passage_started',
  'audit_seen',
  'settings_changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditEntry = {
  readonly id: string;
  readonly atMs: number;
  /** Null for what the service did by itself. */
  readonly staffId: string | null;
  readonly action: AuditAction;
  readonly caseId?: string;
  /** Ids, counts, names of settings; never a patient's words. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Adds `entry`; a statement that can stand in a batch. */
export function addAudit(db: Database, entry: AuditEntry) {
  return db.insert(audit).values(entry);
}
