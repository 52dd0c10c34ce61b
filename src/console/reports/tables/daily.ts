/** What came in, day by day, by desk: the daily table of the 2010 report, with the cases that were opened. */
import { dayFromIso } from '../../../guidance/hours/tokyo-time.ts';
import type { ReportCounts } from '../../../store/reports/read-counts.ts';
import { DESKS } from '../../../store/tallies.ts';
import { type CaseCounts, openedIn } from '../case-counts.ts';
import type { CaseLinks } from '../links.ts';
import {
  cellKey,
  columnKey,
  GRAND_TOTAL,
  type Marks,
  marksFrom,
  matrixFigures,
  NOTHING_HIDDEN,
  rowKey,
} from '../masking/shapes.ts';
import { type Figure, FREE } from '../masking/suppress.ts';
import { type Grain, grainOf, type Period, type Span, spansOf } from '../period.ts';
import { figure, type ReportTable, text } from '../table.ts';

const GRAIN_WORDS: Readonly<Record<Grain, string>> = { day: '日付', week: '週', month: '月' };

export function dailyTable(
  desks: ReportCounts['desks'],
  counts: CaseCounts,
  period: Period,
  links: CaseLinks,
): ReportTable {
  const grain = grainOf(period);
  const spans = spansOf(period, grain);
  const cells = deskCells(desks, spans);
  const deskMarks = counts.masked ? marksFrom(matrixFigures(cells, {})) : NOTHING_HIDDEN;
  const opened = spans.map((span) => openedIn(counts.opened, span));
  const openedMarks = counts.masked ? openedMarksOf(opened, spans, grain, counts) : NOTHING_HIDDEN;
  const sum = (ns: readonly number[]) => ns.reduce((a, b) => a + b, 0);
  return {
    id: 'daily',
    title: '窓口ごとの件数',
    columns: [
      { name: GRAIN_WORDS[grain], kind: 'text' },
      ...(grain === 'month' ? [] : [{ name: '曜日', kind: 'text' as const }]),
      ...DESKS.map(({ label }) => ({ name: label, kind: 'count' as const })),
      { name: '窓口の計', kind: 'count' },
      { name: '始まった相談', kind: 'count' },
    ],
    rows: [
      ...spans.map((span, i) => ({
        cells: [
          text(span.label),
          ...(grain === 'month' ? [] : [text(span.weekday)]),
          ...(cells[i] ?? []).map((n, j) => figure(n, { mark: deskMarks.of(cellKey(i, j)) })),
          figure(sum(cells[i] ?? []), { mark: deskMarks.of(rowKey(i)) }),
          figure(opened[i] ?? 0, {
            mark: openedMarks.of(spanKey(i)),
            href: openedMarks.of(spanKey(i)) ? null : links(span),
          }),
        ],
      })),
      {
        sum: true,
        cells: [
          text('計'),
          ...(grain === 'month' ? [] : [text('')]),
          ...DESKS.map((_, j) =>
            figure(sum(cells.map((row) => row[j] ?? 0)), { mark: deskMarks.of(columnKey(j)) }),
          ),
          figure(sum(cells.map(sum)), { mark: deskMarks.of(GRAND_TOTAL) }),
          figure(counts.total, {
            mark: counts.tooFew ? 'small' : null,
            href: counts.tooFew ? null : links(period),
          }),
        ],
      },
    ],
    notes: [
      'チャットは、その日に書いた人の数です。ほかの窓口は、案内した回数です。',
      ...(grain === 'day' ? [] : ['期間の初めと終わりの行は、期間に入る日だけを数えています。']),
    ],
  };
}

/** Counts by span and desk, in the order of both. */
function deskCells(desks: ReportCounts['desks'], spans: readonly Span[]): number[][] {
  const byDay = new Map<string, number>();
  for (const { day, key, n } of desks) byDay.set(`${dayFromIso(day)} ${key}`, n);
  return spans.map(({ from, to }) =>
    DESKS.map(({ id }) => {
      let n = 0;
      for (let day = from; day <= to; day++) n += byDay.get(`${day} ${id}`) ?? 0;
      return n;
    }),
  );
}

const spanKey = (i: number) => `span ${i}`;

/** Days add up to their months, which another table shows; months are that table's own totals. */
function openedMarksOf(
  opened: readonly number[],
  spans: readonly Span[],
  grain: Grain,
  { months, monthTotals, monthMarks, tooFew }: CaseCounts,
): Marks {
  if (tooFew) return { of: () => 'withheld' };
  switch (grain) {
    case 'month':
      return { of: (key) => monthMarks[spans.findIndex((_, i) => spanKey(i) === key)] ?? null };
    case 'week':
      return marksFrom(opened.map((n, i) => ({ key: spanKey(i), n, from: 'all', to: FREE })));
    case 'day': {
      const monthOf = (span: Span) => months.findIndex(({ from, to }) => from <= span.from && span.to <= to);
      const figures: Figure[] = opened.map((n, i) => {
        const month = monthOf(spans[i] as Span);
        return {
          key: spanKey(i),
          n,
          from: `month ${month}`,
          to: FREE,
          ...(monthMarks[month] ? { blotted: true } : {}),
        };
      });
      const totals: Figure[] = months.map((_, m) => ({
        key: `month ${m}`,
        n: monthTotals[m] ?? 0,
        from: 'all',
        to: `month ${m}`,
        decided: { mark: monthMarks[m] ?? null },
      }));
      return marksFrom([...figures, ...totals]);
    }
    default:
      return grain satisfies never;
  }
}
