/** Background and content of the cases, n and %: reference 2 of the 2010 report. */
import { LEFT_OPEN } from '../../../store/case-list.ts';
import { RECORD_QUESTIONS, type RecordQuestion } from '../../../store/record-questions.ts';
import type { ReportCounts } from '../../../store/reports/read-counts.ts';
import type { CaseCounts } from '../case-counts.ts';
import type { CaseLinks } from '../links.ts';
import { type Figure, FREE, type Mark, suppress } from '../masking/suppress.ts';
import type { Period } from '../period.ts';
import { figure, type ReportTable, type Row, text } from '../table.ts';

export function backgroundTable(
  { answers, withAnswer }: Pick<ReportCounts, 'answers' | 'withAnswer'>,
  counts: CaseCounts,
  period: Period,
  links: CaseLinks,
): ReportTable {
  return {
    id: 'background',
    title: '相談の背景と内容',
    columns: [
      { name: '項目', kind: 'text' },
      { name: '内容', kind: 'text' },
      { name: 'n（%）', kind: 'count', share: true },
    ],
    rows: RECORD_QUESTIONS.flatMap((question) => {
      const asked = answersTo(question, { answers, withAnswer }, counts.total);
      return rowsOf(question, asked, counts, (answer) => links(period, { question: question.id, answer }));
    }),
    notes: [
      '割合は、その項目に記入がある相談を100%としています。',
      '「複数可」の項目は、割合を足すと100%を超えることがあります。',
    ],
  };
}

type Answers = {
  /** In the order of the question's answers. */
  readonly ns: readonly number[];
  /** Cases with an answer, and without one. */
  readonly base: number;
  readonly blank: number;
};

function answersTo(
  { id, several, answers }: RecordQuestion,
  counts: Pick<ReportCounts, 'answers' | 'withAnswer'>,
  total: number,
): Answers {
  const ns = answers.map(
    (answer) => counts.answers.find((row) => row.question === id && row.answer === answer.id)?.n ?? 0,
  );
  const base = several
    ? (counts.withAnswer.find((row) => row.question === id)?.n ?? 0)
    : ns.reduce((sum, n) => sum + n, 0);
  return { ns, base, blank: Math.max(0, total - base) };
}

function rowsOf(
  question: RecordQuestion,
  asked: Answers,
  counts: CaseCounts,
  link: (answer: string) => string | null,
): Row[] {
  const marks =
    counts.masked && !counts.tooFew ? suppress(figuresOf(question, asked)) : new Map<string, Mark>();
  const markOf = (key: string): Mark | null => (counts.tooFew ? 'withheld' : (marks.get(key) ?? null));
  const of = markOf('base') ? null : asked.base;
  const rows = question.answers.map((answer, i): Row => {
    const mark = markOf(`answer ${i}`);
    return {
      cells: [
        text(''),
        text(answer.label),
        figure(asked.ns[i] ?? 0, { mark, of, href: mark ? null : link(answer.id) }),
      ],
    };
  });
  const named = question.several ? `${question.label}（複数可）` : question.label;
  return [
    { cells: [text(named), text('記入のある相談'), figure(asked.base, { mark: markOf('base') })] },
    ...rows,
    {
      cells: [
        text(''),
        text('未記入'),
        figure(asked.blank, { mark: markOf('blank'), href: markOf('blank') ? null : link(LEFT_OPEN) }),
      ],
    },
  ];
}

/**
 * The answers add up to the cases that have one (and, where several may be given, to what was given twice); these
 * and the ones left open add up to all cases, which every reader knows.
 */
function figuresOf({ several }: RecordQuestion, { ns, base, blank }: Answers): Figure[] {
  const given = ns.reduce((sum, n) => sum + n, 0);
  return [
    ...ns.map((n, i) => ({ key: `answer ${i}`, n, from: 'answers', to: FREE })),
    { key: 'base', n: base, from: 'cases', to: 'answers' },
    { key: 'blank', n: blank, from: 'cases', to: FREE },
    ...(several ? [{ key: 'twice', n: given - base, from: FREE, to: 'answers', blotted: true }] : []),
  ];
}
