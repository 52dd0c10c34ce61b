/** A case with all that counselors and the patient leave around it. */
import type { DatabaseSync } from 'node:sqlite';
import type { AuditAction } from '../../../../src/store/audit.ts';
import { RECORD_QUESTIONS } from '../../../../src/store/record-questions.ts';
import {
  audit,
  caseRecords,
  cases,
  mentions,
  notes,
  surveyAnswers,
  surveyComments,
} from '../../../../src/store/schema.ts';
import { inserter } from './bulk.ts';
import { BENCH_NOW, DAY_MS, dayName } from './calendar.ts';
import { COUNSELOR_IDS } from './people.ts';
import type { Random } from './random.ts';
import type { SealedTexts } from './texts.ts';

/** crisis, emergency, asked, unanswered, negative */
const REASON_WEIGHTS = [2, 8, 40, 30, 20];
const SURVEY_QUESTIONS = ['purpose', 'understanding', 'satisfaction', 'counselor'];
const MINUTE_MS = 60_000;

export type CaseStart = {
  readonly id: string;
  readonly patientId: string;
  readonly openedAtMs: number;
  readonly open: boolean;
  readonly staffId?: string;
};

/** Gives what writes a case down. */
export function caseWriter(
  db: DatabaseSync,
  random: Random,
  texts: SealedTexts,
): { write: (start: CaseStart) => void; audited: () => number } {
  const add = {
    case: inserter(db, cases),
    record: inserter(db, caseRecords),
    note: inserter(db, notes),
    mention: inserter(db, mentions),
    survey: inserter(db, surveyAnswers),
    comment: inserter(db, surveyComments),
    audit: inserter(db, audit),
  };
  let audited = 0;
  const log = (action: AuditAction, staffId: string, caseId: string, atMs: number) =>
    add.audit({ id: `audit-${String(audited++).padStart(8, '0')}`, atMs, staffId, action, caseId });

  const writeRecord = (caseId: string, openedAtMs: number) => {
    for (const question of RECORD_QUESTIONS) {
      const answers = new Set([random.pick<{ id: string }>(question.answers).id]);
      if (question.several && random.chance(0.3)) {
        answers.add(random.pick<{ id: string }>(question.answers).id);
      }
      for (const answer of answers) add.record({ caseId, question: question.id, answer, openedAtMs });
    }
  };

  const writeNote = (caseId: string, staffId: string, atMs: number) => {
    const noteId = `note-${caseId}`;
    add.note({ id: noteId, caseId, staffId, sealedText: random.pick(texts.notes), atMs });
    if (!random.chance(0.15)) return;
    const seenAtMs = BENCH_NOW - atMs < 7 * DAY_MS && random.chance(0.5) ? null : atMs + MINUTE_MS;
    add.mention({ noteId, caseId, staffId: random.pick(COUNSELOR_IDS), atMs, seenAtMs });
  };

  const writeSurvey = (caseId: string, atMs: number) => {
    for (const question of SURVEY_QUESTIONS) {
      add.survey({ caseId, question, step: 4 - random.weighted([50, 30, 15, 5]), atMs });
    }
    if (random.chance(0.2)) add.comment({ caseId, sealedText: random.pick(texts.comments), atMs });
  };

  return {
    audited: () => audited,
    write({ id, patientId, openedAtMs, open, staffId = random.pick(COUNSELOR_IDS) }) {
      const urgency = random.weighted(REASON_WEIGHTS);
      const claimedAtMs = openedAtMs + (1 + random.below(60)) * MINUTE_MS;
      const firstAnsweredAtMs = claimedAtMs + (1 + random.below(10)) * MINUTE_MS;
      const resolvedAtMs = firstAnsweredAtMs + (20 + random.below(120)) * MINUTE_MS;
      const claimed = !open || random.chance(0.55);
      const answered = claimed && random.chance(0.97);
      const surveyed = !open && urgency !== 0 && random.chance(0.6);
      add.case({
        id,
        patientId,
        urgency,
        rule: urgency === 0 ? 'wish-to-die' : urgency === 1 ? 'fever-on-treatment' : null,
        status: open ? (claimed ? 'claimed' : 'waiting') : 'resolved',
        version: claimed ? 3 : 1,
        openedAtMs,
        calledAtMs: openedAtMs,
        claimedBy: claimed ? staffId : null,
        claimedAtMs: claimed ? claimedAtMs : null,
        resolvedAtMs: open ? null : resolvedAtMs,
        patientWroteAtMs: openedAtMs + 10 * MINUTE_MS,
        seenAtMs: claimed ? claimedAtMs : null,
        firstAnsweredAtMs: answered ? firstAnsweredAtMs : null,
        lastAnsweredAtMs: answered ? firstAnsweredAtMs + 10 * MINUTE_MS : null,
        answeredInTime: answered ? random.chance(0.85) : null,
        followUpOn: random.chance(open ? 0.2 : 0.01) ? dayName(openedAtMs + random.below(14) * DAY_MS) : null,
        surveySentAtMs: surveyed ? resolvedAtMs : null,
      });
      log('case_seen', staffId, id, openedAtMs + MINUTE_MS);
      if (claimed) log('case_claimed', staffId, id, claimedAtMs);
      if (answered) log('message_written', staffId, id, firstAnsweredAtMs);
      if (random.chance(0.3)) writeNote(id, staffId, claimedAtMs);
      if (open) return;
      log('case_resolved', staffId, id, resolvedAtMs);
      if (random.chance(0.8)) {
        writeRecord(id, openedAtMs);
        log('record_changed', staffId, id, resolvedAtMs);
      }
      if (surveyed && random.chance(0.4)) writeSurvey(id, resolvedAtMs + 30 * MINUTE_MS);
    },
  };
}
