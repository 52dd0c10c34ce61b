/** Cases by reason and month: reference 1 of the 2010 report, with the reason in the place of the department. */
import { CASE_REASONS } from '../../../conversation/decision.ts';
import { REASON_WORDS } from '../../kit/case-words.ts';
import { type CaseCounts, openedIn } from '../case-counts.ts';
import type { CaseLinks } from '../links.ts';
import { cellKey, marksFrom, matrixFigures, NOTHING_HIDDEN } from '../masking/shapes.ts';
import type { Mark } from '../masking/suppress.ts';
import type { Period } from '../period.ts';
import { figure, type ReportTable, text } from '../table.ts';

export function reasonTable(counts: CaseCounts, period: Period, links: CaseLinks): ReportTable {
  const { months, reasonTotals, monthTotals, reasonMarks, monthMarks } = counts;
  const cells = CASE_REASONS.map((_, urgency) =>
    months.map((month) => openedIn(counts.opened, month, urgency)),
  );
  const marks = counts.masked
    ? marksFrom(matrixFigures(cells, { rowTotals: reasonMarks, columnTotals: monthMarks }))
    : NOTHING_HIDDEN;
  const shown = (n: number, mark: Mark | null, href: string | null) =>
    figure(n, counts.tooFew ? { mark: 'withheld' } : { mark, href: mark ? null : href });
  return {
    id: 'reasons',
    title: '相談のきっかけと月',
    columns: [
      { name: 'きっかけ', kind: 'text' },
      ...months.map(({ label }) => ({ name: label, kind: 'count' as const })),
      { name: '計', kind: 'count' },
    ],
    rows: [
      ...CASE_REASONS.map((reason, i) => ({
        cells: [
          text(REASON_WORDS[reason].label),
          ...months.map((month, j) =>
            shown(cells[i]?.[j] ?? 0, marks.of(cellKey(i, j)), links(month, { reason })),
          ),
          shown(reasonTotals[i] ?? 0, reasonMarks[i] ?? null, links(period, { reason })),
        ],
      })),
      {
        sum: true,
        cells: [
          text('計'),
          ...months.map((month, j) => shown(monthTotals[j] ?? 0, monthMarks[j] ?? null, links(month))),
          counts.tooFew ? figure(counts.total, { mark: 'small' }) : shown(counts.total, null, links(period)),
        ],
      },
    ],
    notes: ['月は、相談が始まった月です。期間の途中で切れる月は、期間に入る日だけを数えています。'],
  };
}
