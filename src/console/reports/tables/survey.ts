/** What people thought of it afterwards: reference 3 of the 2010 report, and how many answered. */
import type { Survey, SurveyQuestion } from '../../../knowledge/survey.ts';
import type { ReportCounts } from '../../../store/reports/read-counts.ts';
import type { CaseLinks } from '../links.ts';
import { LIST_TOTAL, listFigures, listKey, marksFrom, NOTHING_HIDDEN } from '../masking/shapes.ts';
import type { Period } from '../period.ts';
import { figure, type ReportTable, type Row, text } from '../table.ts';

export function surveyTable(
  survey: Survey,
  counts: Pick<ReportCounts, 'surveySteps' | 'surveysSent'>,
  masked: boolean,
  period: Period,
  links: CaseLinks,
): ReportTable {
  return {
    id: 'survey',
    title: '相談のあとのアンケート',
    columns: [
      { name: '質問', kind: 'text' },
      { name: 'n', kind: 'count' },
      ...['いちばん良い', '2番目', '3番目', 'いちばん悪い'].map((name) => ({
        name,
        kind: 'count' as const,
        share: true,
        labelled: true,
      })),
    ],
    rows: survey.questions.map((question) =>
      rowOf(question, counts.surveySteps, masked, (step) =>
        links(period, { survey_question: question.id, survey_step: String(step) }),
      ),
    ),
    notes: [
      'この期間にあった回答です。割合は、その質問に答えた人を100%としています。',
      ...(masked && counts.surveysSent > 0 && counts.surveysSent < 5
        ? ['この期間に送ったアンケートは5件未満です。']
        : [`この期間に送ったアンケートは${counts.surveysSent.toLocaleString('ja-JP')}件です。`]),
      '死にたい気持ちの相談のあとには、アンケートを送りません。',
    ],
    decimalBelow: 3,
  };
}

function rowOf(
  question: SurveyQuestion,
  given: ReportCounts['surveySteps'],
  masked: boolean,
  link: (step: number) => string | null,
): Row {
  const ns = question.steps.map(
    ({ step }) => given.find((row) => row.question === question.id && row.step === step)?.n ?? 0,
  );
  const n = ns.reduce((sum, one) => sum + one, 0);
  const marks = masked ? marksFrom(listFigures(ns, false)) : NOTHING_HIDDEN;
  return {
    cells: [
      text(question.report),
      figure(n, { mark: marks.of(LIST_TOTAL) }),
      ...question.steps.map(({ step, report }, i) => {
        const mark = marks.of(listKey(i));
        return figure(ns[i] ?? 0, {
          mark,
          of: marks.of(LIST_TOTAL) ? null : n,
          label: report,
          href: mark ? null : link(step),
        });
      }),
    ],
  };
}
