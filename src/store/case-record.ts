/** The categories and outcomes that a counselor writes down about a case. */
import { eq } from 'drizzle-orm';
import { addAudit } from './audit.ts';
import type { Database } from './database.ts';
import {
  type CaseRecord,
  RECORD_QUESTIONS,
  type RecordQuestion,
  type RecordQuestionId,
} from './record-questions.ts';
import { caseRecords } from './schema.ts';

export type RecordOf = { readonly caseId: string; readonly openedAtMs: number; readonly by: string };

/** Replaces all that was written down about the case; one round trip. The audit names the questions, not the answers. */
export async function writeRecord(
  db: Database,
  { caseId, openedAtMs, by }: RecordOf,
  record: CaseRecord,
  auditId: string,
  nowMs: number,
): Promise<void> {
  const answered = Object.entries(record).filter(([, answers]) => answers.length > 0);
  const rows = answered.flatMap(([question, answers]) =>
    answers.map((answer) => ({ caseId, question, answer, openedAtMs })),
  );
  await db.batch([
    db.delete(caseRecords).where(eq(caseRecords.caseId, caseId)),
    ...(rows.length > 0 ? [db.insert(caseRecords).values(rows)] : []),
    addAudit(db, {
      id: auditId,
      atMs: nowMs,
      staffId: by,
      action: 'record_changed',
      caseId,
      detail: { questions: answered.map(([question]) => question).join(' ') },
    }),
  ]);
}

/** The record from its rows; answers that no question has any more are left out. */
export function recordOf(
  rows: readonly { readonly question: string; readonly answer: string }[],
): CaseRecord {
  const record: Partial<Record<RecordQuestionId, string[]>> = {};
  for (const question of RECORD_QUESTIONS) {
    const given = rows.filter((row) => row.question === question.id).map((row) => row.answer);
    const known = keepKnown(question, given);
    if (known.length > 0) record[question.id] = known;
  }
  return record;
}

/** Of `given`, what `question` knows, in its order; one answer where only one may be given. */
export function keepKnown(question: RecordQuestion, given: readonly string[]): string[] {
  const known = question.answers.map((answer) => answer.id).filter((id) => given.includes(id));
  return question.several ? known : known.slice(0, 1);
}
