/** Why the bot answered as it did: its way, its rule, its passages and how sure it was. */
import { ROUTES, type Route } from '../../../conversation/routes.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';
import type { TriageRule } from '../../../knowledge/triage-rules.ts';
import type { SpokenRow } from '../../../store/case-view/spoken.ts';

export type Why = {
  readonly route: string;
  /** The rule, or null where none decided; one that editors removed has its id alone. */
  readonly rule: {
    readonly id: string;
    readonly title: string | null;
    readonly sources: TriageRule['sources'];
  } | null;
  readonly passages: readonly { readonly id: string; readonly title: string | null }[];
  /** In words, or null where nothing was looked for. */
  readonly confidence: string | null;
};

const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  emergency: '急いで受診する症状があると読みとり、することを伝えました。',
  crisis: '死にたい気持ちがあると読みとり、相談電話を伝えました。',
  support_line: '電話で相談したいと読みとり、電話の窓口を案内しました。',
  second_opinion: 'セカンドオピニオンの話と読みとり、手順を案内しました。',
  centre: '相談支援センターを探していると読みとりました。',
  counselor: '相談員と話したいと読みとりました。',
  answer: '質問に合う記事を選びました。',
  smalltalk: 'あいさつやお礼と読みとりました。',
  unclear: '合う記事を、自信をもって選べませんでした。',
  out_of_scope: 'がんについての質問ではないと読みとりました。',
};

export function whyOf(
  row: Pick<SpokenRow, 'route' | 'rule' | 'passageIds' | 'confidence'>,
  handbook: Handbook,
): Why | null {
  if (row.route === null) return null;
  const route = ROUTES.find((one) => one === row.route);
  const rule = handbook.triage.rules.find((one) => one.id === row.rule);
  const passages = (row.passageIds ?? []).map((id) => ({
    id,
    title: handbook.passages.find((passage) => passage.id === id)?.title ?? null,
  }));
  return {
    route: route === undefined ? '今は使っていない決め方で答えました。' : ROUTE_WORDS[route],
    rule:
      row.rule === null ? null : { id: row.rule, title: rule?.title ?? null, sources: rule?.sources ?? [] },
    passages,
    confidence: passages.length === 0 || row.confidence === null ? null : confidenceWords(row.confidence),
  };
}

/** 0 to 1 as a per cent with a word, so that nobody must know what 0.6 means. */
export function confidenceWords(confidence: number): string {
  const percent = Math.round(confidence * 100);
  const word = confidence >= 0.8 ? '高い' : confidence >= 0.5 ? 'ふつう' : '低い';
  return `約${percent}%（${word}）`;
}
