/** How long people waited for the first answer of a counselor, by reason. */
import { CASE_REASONS } from '../../../conversation/decision.ts';
import type { ReportCounts } from '../../../store/reports/read-counts.ts';
import { REASON_WORDS } from '../../kit/case-words.ts';
import { spanText } from '../../kit/parts.tsx';
import type { CaseCounts } from '../case-counts.ts';
import type { CaseLinks } from '../links.ts';
import { cellKey, columnKey, marksFrom, matrixFigures, NOTHING_HIDDEN } from '../masking/shapes.ts';
import { isSmall } from '../masking/suppress.ts';
import type { Period } from '../period.ts';
import { figure, type ReportCell, type ReportTable, text, WITHHELD_WORDS } from '../table.ts';

export function firstAnswerTable(
  firstAnswers: ReportCounts['firstAnswers'],
  counts: CaseCounts,
  period: Period,
  links: CaseLinks,
): ReportTable {
  const cells = CASE_REASONS.map((_, urgency) => {
    const { answered = 0, inTime = 0, late = 0 } = firstAnswers[urgency] ?? {};
    return [inTime, late, (counts.reasonTotals[urgency] ?? 0) - answered, answered - inTime - late];
  });
  const marks = counts.masked
    ? marksFrom(matrixFigures(cells, { rowTotals: counts.reasonMarks }))
    : NOTHING_HIDDEN;
  const shown = (i: number | null, j: number, n: number, href: string | null, of: number | null = null) => {
    const mark = counts.tooFew ? 'withheld' : marks.of(i === null ? columnKey(j) : cellKey(i, j));
    const rival = i === null ? columnKey(1) : cellKey(i, 1);
    return figure(n, { mark, href: mark ? null : href, of: marks.of(rival) ? null : of });
  };
  const sum = (j: number) => cells.reduce((total, row) => total + (row[j] ?? 0), 0);
  // Beyond the table of holidays no target can be told; as a rule there are none of these.
  const untimed = sum(3) > 0;
  return {
    id: 'first-answer',
    title: '最初の返事までの時間',
    columns: [
      { name: 'きっかけ', kind: 'text' },
      { name: '相談', kind: 'count' },
      { name: '半数がこの時間までに返事', kind: 'text' },
      { name: '9割がこの時間までに返事', kind: 'text' },
      { name: '目標以内 n（%）', kind: 'count', share: true },
      { name: '目標を過ぎた', kind: 'count' },
      { name: 'まだ返事がない', kind: 'count' },
      ...(untimed ? [{ name: '目標の時刻なし', kind: 'count' as const }] : []),
    ],
    rows: [
      ...CASE_REASONS.map((reason, i) => {
        const [inTime = 0, late = 0, open = 0, noTarget = 0] = cells[i] ?? [];
        const mark = counts.tooFew ? 'withheld' : (counts.reasonMarks[i] ?? null);
        return {
          cells: [
            text(REASON_WORDS[reason].label),
            figure(counts.reasonTotals[i] ?? 0, { mark, href: mark ? null : links(period, { reason }) }),
            ...timesOf(
              firstAnswers[i]?.minutes ?? [],
              counts.masked && (mark !== null || isSmall(inTime + late + noTarget)),
            ),
            shown(i, 0, inTime, links(period, { reason, within: 'yes' }), inTime + late),
            shown(i, 1, late, links(period, { reason, within: 'no' })),
            shown(i, 2, open, links(period, { reason, within: 'open' })),
            ...(untimed ? [shown(i, 3, noTarget, null)] : []),
          ],
        };
      }),
      {
        sum: true,
        cells: [
          text('計'),
          figure(counts.total, {
            mark: counts.tooFew ? 'small' : null,
            href: counts.tooFew ? null : links(period),
          }),
          text(''),
          text(''),
          shown(null, 0, sum(0), links(period, { within: 'yes' }), sum(0) + sum(1)),
          shown(null, 1, sum(1), links(period, { within: 'no' })),
          shown(null, 2, sum(2), links(period, { within: 'open' })),
          ...(untimed ? [shown(null, 3, sum(3), null)] : []),
        ],
      },
    ],
    notes: [
      '目標以内の割合は、返事をした相談（目標の時刻があるもの）を100%としています。',
      '時間は、相談が始まってから相談員の最初の返事が送られるまでです。',
    ],
  };
}

/** Half and nine in ten, by nearest rank. A percentile of very few is one of them: it is hidden with them. */
function timesOf(minutes: readonly number[], hidden: boolean): ReportCell[] {
  if (minutes.length === 0) return [text('なし'), text('なし')];
  if (hidden) return [text(WITHHELD_WORDS), text(WITHHELD_WORDS)];
  const sorted = Float64Array.from(minutes).sort();
  return [0.5, 0.9].map((share) =>
    text(spanText((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 60_000)),
  );
}
