/** A report over a period: everything counted, as tables that know what they hide. */
import { ROUTES } from '../../conversation/routes.ts';
import { isoDay } from '../../guidance/hours/tokyo-time.ts';
import { readReportCounts } from '../../store/reports/read-counts.ts';
import type { ConsoleParts, SignedIn } from '../env.ts';
import { caseCounts } from './case-counts.ts';
import { type CaseLinks, linkToCases, NO_LINKS } from './links.ts';
import { boundsMs, type Period, stretchesOf } from './period.ts';
import type { ReportTable } from './table.ts';
import { backgroundTable } from './tables/background.ts';
import { reasonTable } from './tables/by-reason.ts';
import { dailyTable } from './tables/daily.ts';
import { firstAnswerTable } from './tables/first-answer.ts';
import { routeTable, topicTable } from './tables/ranking.ts';
import { surveyTable } from './tables/survey.ts';
import { unansweredTable } from './tables/unanswered-table.ts';
import { groupUnanswered } from './unanswered.ts';

export type Comment = { readonly caseId: string; readonly text: string; readonly atMs: number };

export const TABLES = [
  'daily',
  'background',
  'reasons',
  'first-answer',
  'survey',
  'topics',
  'routes',
  'unanswered',
] as const;
export type TableId = (typeof TABLES)[number];

export type Report = {
  readonly period: Period;
  readonly masked: boolean;
  readonly tables: Readonly<Record<TableId, ReportTable>>;
  /** What patients wrote in the survey; null for those who may not read it, and where small counts are hidden. */
  readonly comments: readonly Comment[] | null;
  /** Nothing at all was counted. */
  readonly empty: boolean;
};

/** Whether `staff` may go from a figure to its cases. */
export function mayOpenCases(staff: SignedIn): boolean {
  switch (staff.role) {
    case 'counselor':
    case 'admin':
      return true;
    case 'editor':
      return false;
    default:
      return staff.role satisfies never;
  }
}

/** The report that `staff` asked for; that they saw it, or took `exported` away, is written down. */
export async function makeReport(
  parts: ConsoleParts,
  staff: SignedIn,
  period: Period,
  masked: boolean,
  exported: TableId | null = null,
): Promise<Report> {
  const knowledge = await parts.knowledge();
  const { topics, survey } = knowledge.handbook;
  const { fromMs, toMs } = boundsMs(period);
  const [firstDay, lastDay] = [isoDay(period.from), isoDay(period.to)];
  const stretches = stretchesOf(period);
  const counts = await readReportCounts(
    parts.db,
    { fromMs, toMs, firstDay, lastDay },
    stretches.map(boundsMs),
    {
      topics: topics.map(({ id }) => id),
      routes: ROUTES,
      surveyQuestions: survey.questions.map(({ id }) => id),
    },
    {
      id: parts.uuid(),
      atMs: parts.now(),
      staffId: staff.id,
      action: exported === null ? 'report_seen' : 'report_exported',
      detail: { firstDay, lastDay, masked, ...(exported === null ? {} : { table: exported }) },
    },
  );
  const cases = caseCounts(
    stretches.map((stretch, i) => ({ ...stretch, byUrgency: counts.cases[i] ?? [] })),
    period,
    masked,
  );
  const links: CaseLinks = mayOpenCases(staff) ? linkToCases : NO_LINKS;
  const unanswered = await groupUnanswered(counts.unansweredMessages, parts.seal, knowledge);
  const showsComments = mayOpenCases(staff) && !masked && exported === null;
  return {
    period,
    masked,
    tables: {
      daily: dailyTable(counts.desks, cases, period, links),
      background: backgroundTable(counts, cases, period, links),
      reasons: reasonTable(cases, period, links),
      'first-answer': firstAnswerTable(counts.firstAnswers, cases, period, links),
      survey: surveyTable(survey, counts, masked, period, links),
      topics: topicTable(topics, counts.topics, masked),
      routes: routeTable(counts.routes, masked),
      unanswered: unansweredTable(unanswered, counts.unanswered, masked),
    },
    comments: showsComments
      ? await Promise.all(
          counts.comments.map(async ({ caseId, sealedText, atMs }) => ({
            caseId,
            text: await parts.seal.open(sealedText),
            atMs,
          })),
        )
      : null,
    empty:
      cases.total === 0 &&
      counts.desks.length === 0 &&
      counts.routes.every(({ n }) => n === 0) &&
      counts.surveySteps.length === 0 &&
      counts.unanswered === 0,
  };
}
