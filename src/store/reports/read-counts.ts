/** All that a report shows, read in one round trip, together with its entry in the audit. */
import { type AuditEntry, addAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import { DESKS } from '../tallies.ts';
import {
  casesByAnswer,
  casesByStretch,
  casesWithAnswer,
  countUnanswered,
  firstAnswers,
  type ReportRange,
  type Stretch,
  surveyBySteps,
  surveyCommentsOf,
  surveysSent,
  tallyByDay,
  tallyByKey,
  unansweredMessages,
} from './counts.ts';

/** What is counted besides what the tables themselves say: the keys of tallies and the survey's questions. */
export type ReportKeys = {
  readonly topics: readonly string[];
  readonly routes: readonly string[];
  readonly surveyQuestions: readonly string[];
};

export type ReportCounts = {
  readonly desks: readonly { readonly day: string; readonly key: string; readonly n: number }[];
  /** By stretch, in the order asked; a number for each urgency. */
  readonly cases: readonly (readonly number[])[];
  /** By urgency. */
  readonly firstAnswers: readonly FirstAnswers[];
  readonly answers: readonly { readonly question: string; readonly answer: string; readonly n: number }[];
  /** Of the questions that take several answers: the cases with any. */
  readonly withAnswer: readonly { readonly question: string; readonly n: number }[];
  readonly surveySteps: readonly { readonly question: string; readonly step: number; readonly n: number }[];
  readonly surveysSent: number;
  readonly comments: readonly {
    readonly caseId: string;
    readonly sealedText: string;
    readonly atMs: number;
  }[];
  readonly topics: readonly { readonly key: string; readonly n: number }[];
  readonly routes: readonly { readonly key: string; readonly n: number }[];
  readonly unanswered: number;
  readonly unansweredMessages: readonly { readonly id: string; readonly sealedContent: string | null }[];
};

/** `answered` have a first answer; `inTime` and `late` a target too. `minutes` is how long each of them waited. */
export type FirstAnswers = {
  readonly answered: number;
  readonly inTime: number;
  readonly late: number;
  readonly minutes: readonly number[];
};

/** So many unanswered questions are read and grouped. */
export const MOST_UNANSWERED = 120;
export const MOST_COMMENTS = 50;

export async function readReportCounts(
  db: Database,
  range: ReportRange,
  stretches: readonly Stretch[],
  keys: ReportKeys,
  seen: AuditEntry,
): Promise<ReportCounts> {
  const deskIds = DESKS.map(({ id }) => id);
  const [desks, byStretch, first, answers, withAnswer, steps, sent, comments, topics, routes, all, newest] =
    await db.batch([
      tallyByDay(db, range, 'desk', deskIds),
      casesByStretch(db, stretches),
      firstAnswers(db, range),
      casesByAnswer(db, range),
      casesWithAnswer(db, range),
      surveyBySteps(db, range, keys.surveyQuestions),
      surveysSent(db, range),
      surveyCommentsOf(db, range, MOST_COMMENTS),
      tallyByKey(db, range, 'topic', keys.topics),
      tallyByKey(db, range, 'route', keys.routes),
      countUnanswered(db, range),
      unansweredMessages(db, range, MOST_UNANSWERED),
      addAudit(db, seen),
    ]);
  return {
    desks,
    cases: byStretch.map(({ counts }) => counts),
    firstAnswers: firstAnswersOf(first[0]),
    answers,
    withAnswer,
    surveySteps: steps,
    surveysSent: sent[0]?.n ?? 0,
    comments,
    topics,
    routes,
    unanswered: all[0]?.n ?? 0,
    unansweredMessages: newest,
  };
}

/** The row of a single pass, taken apart by urgency. */
function firstAnswersOf(row: Awaited<ReturnType<typeof firstAnswers>>[number] | undefined): FirstAnswers[] {
  if (!row) return [];
  const { counts, minutes0, minutes1, minutes2, minutes3, minutes4 } = row;
  return [minutes0, minutes1, minutes2, minutes3, minutes4].map((minutes, urgency) => {
    const [answered = 0, inTime = 0, late = 0] = counts.slice(urgency * 3);
    return { answered, inTime, late, minutes };
  });
}
