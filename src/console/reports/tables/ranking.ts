/** Things counted and shown by size: the topics asked most, and what messages led to. */
import { ROUTES, type Route } from '../../../conversation/routes.ts';
import type { Topic } from '../../../knowledge/topics.ts';
import type { ReportCounts } from '../../../store/reports/read-counts.ts';
import { LIST_TOTAL, listFigures, listKey, marksFrom, NOTHING_HIDDEN } from '../masking/shapes.ts';
import { figure, type ReportTable, text } from '../table.ts';

const TOPICS_SHOWN = 20;

export function topicTable(
  topics: readonly Topic[],
  asked: ReportCounts['topics'],
  masked: boolean,
): ReportTable {
  const ranked = asked
    .map(({ key, n }) => ({ label: topics.find(({ id }) => id === key)?.title ?? key, n }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
  const rest = ranked.slice(TOPICS_SHOWN);
  const shown = ranked.slice(0, TOPICS_SHOWN);
  const others = { label: `そのほか（${rest.length}の話題）`, n: rest.reduce((sum, { n }) => sum + n, 0) };
  return rankingTable(
    'topics',
    'よく聞かれた話題',
    '話題',
    rest.length > 0 ? [...shown, others] : shown,
    masked,
    ['患者必携の記事でお答えしたメッセージを、記事の話題ごとに数えています。'],
  );
}

/** What patients were told first, in words. */
const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  emergency: '緊急の症状への案内',
  crisis: '死にたい気持ちへの案内',
  support_line: '電話相談の案内',
  second_opinion: 'セカンドオピニオンの案内',
  centre: '相談支援センターの案内',
  counselor: '相談員への引き継ぎ',
  answer: '患者必携の記事で回答',
  smalltalk: 'あいさつ・お礼など',
  unclear: '答えが見つからない',
  out_of_scope: 'がんの相談ではない',
};

export function routeTable(counted: ReportCounts['routes'], masked: boolean): ReportTable {
  const items = ROUTES.map((route) => ({
    label: ROUTE_WORDS[route],
    n: counted.find(({ key }) => key === route)?.n ?? 0,
  })).sort((a, b) => b.n - a.n);
  return rankingTable('routes', 'メッセージへの応じ方', '応じ方', items, masked, [
    '患者さんのメッセージ1通ごとに、最初に何をお伝えしたかを数えています。',
  ]);
}

function rankingTable(
  id: string,
  title: string,
  name: string,
  items: readonly { readonly label: string; readonly n: number }[],
  masked: boolean,
  notes: readonly string[],
): ReportTable {
  const ns = items.map(({ n }) => n);
  const total = ns.reduce((sum, n) => sum + n, 0);
  const marks = masked ? marksFrom(listFigures(ns, false)) : NOTHING_HIDDEN;
  const of = marks.of(LIST_TOTAL) ? null : total;
  return {
    id,
    title,
    columns: [
      { name, kind: 'text' },
      { name: 'n（%）', kind: 'count', share: true },
    ],
    rows: [
      ...items.map(({ label, n }, i) => ({
        cells: [text(label), figure(n, { mark: marks.of(listKey(i)), of })],
      })),
      { sum: true, cells: [text('計'), figure(total, { mark: marks.of(LIST_TOTAL) })] },
    ],
    notes,
  };
}
