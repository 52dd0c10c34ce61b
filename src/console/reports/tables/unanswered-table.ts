/** Unanswered questions by what they are about, with the passage that came nearest. */
import { LIST_TOTAL, listFigures, listKey, marksFrom, NOTHING_HIDDEN } from '../masking/shapes.ts';
import { figure, type ReportTable, text } from '../table.ts';
import type { Unanswered } from '../unanswered.ts';

export function unansweredTable(
  { groups, read, alone }: Unanswered,
  all: number,
  masked: boolean,
): ReportTable {
  const ns = [...groups.map(({ n }) => n), alone];
  const marks = masked ? marksFrom(listFigures(ns, false)) : NOTHING_HIDDEN;
  return {
    id: 'unanswered',
    title: '答えが見つからなかった質問',
    columns: [
      { name: '共通する言葉', kind: 'text' },
      { name: 'いちばん近い記事', kind: 'text' },
      { name: '件数', kind: 'count' },
    ],
    rows: [
      ...groups.map(({ words, nearest, n }, i) => ({
        cells: [
          text(words.join('・')),
          text(nearest ?? '近い記事はありません'),
          figure(n, { mark: marks.of(listKey(i)) }),
        ],
      })),
      {
        cells: [text('ほかの質問'), text(''), figure(alone, { mark: marks.of(listKey(groups.length)) })],
      },
      { sum: true, cells: [text('計'), text(''), figure(read, { mark: marks.of(LIST_TOTAL) })] },
    ],
    notes: [
      ...(all > read && !marks.of(LIST_TOTAL)
        ? [
            `この期間には${all.toLocaleString('ja-JP')}件あり、新しいほうから文字で書かれた${read.toLocaleString('ja-JP')}件をまとめました。`,
          ]
        : []),
      '同じ言葉を含み、似ている質問を1つにまとめています。質問そのものは、ここには出しません。',
    ],
  };
}
