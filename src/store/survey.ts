/** What patients thought of a case: kept only with a case of their own, whatever a button's data says. */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { cases, messages, surveyAnswers, surveyComments } from './schema.ts';
import type { PatientId } from './seal.ts';

/** Keeps one answer, or changes it; a statement that can stand in a batch. Does nothing for another's case. */
export function keepSurveyAnswer(
  db: Database,
  patientId: PatientId,
  { caseId, question, step }: { readonly caseId: string; readonly question: string; readonly step: number },
  nowMs: number,
) {
  const own = db
    .select({
      caseId: cases.id,
      question: sql<string>`${question}`.as('question'),
      step: sql<number>`${step}`.as('step'),
      atMs: sql<number>`${nowMs}`.as('at_ms'),
    })
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.patientId, patientId)));
  return db
    .insert(surveyAnswers)
    .select(own)
    .onConflictDoUpdate({
      target: [surveyAnswers.caseId, surveyAnswers.question],
      set: { step: sql`excluded.step`, atMs: sql`excluded.at_ms` },
    });
}

/** Keeps the free line, or the newer one in its place; as `keepSurveyAnswer`. */
export function keepSurveyComment(
  db: Database,
  patientId: PatientId,
  caseId: string,
  sealedText: string,
  nowMs: number,
) {
  const own = db
    .select({
      caseId: cases.id,
      sealedText: sql<string>`${sealedText}`.as('sealed_text'),
      atMs: sql<number>`${nowMs}`.as('at_ms'),
    })
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.patientId, patientId)));
  return db
    .insert(surveyComments)
    .select(own)
    .onConflictDoUpdate({
      target: surveyComments.caseId,
      set: { sealedText: sql`excluded.sealed_text`, atMs: sql`excluded.at_ms` },
    });
}

/**
 * Drops the free line that came as the message `lineMessageId`, which its writer took back: it was kept in the same
 * moment as the message, with a case of the same patient. A statement that can stand in a batch; `only` narrows it.
 */
export function dropUnsentComment(db: Database, lineMessageId: string, only?: SQL) {
  const taken = eq(messages.lineMessageId, lineMessageId);
  const writer = db.select({ id: messages.patientId }).from(messages).where(taken);
  return db
    .delete(surveyComments)
    .where(
      and(
        inArray(surveyComments.atMs, db.select({ atMs: messages.atMs }).from(messages).where(taken)),
        inArray(
          surveyComments.caseId,
          db.select({ id: cases.id }).from(cases).where(inArray(cases.patientId, writer)),
        ),
        only,
      ),
    );
}
