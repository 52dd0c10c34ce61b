/** The page's words for kinds of change, routes, origins and parts of a passage. */
import type { Alarm } from '../../../../knowledge/diff/answer.ts';
import type { Change } from '../../../../knowledge/diff/compare.ts';
import type { OriginKind } from '../../../../knowledge/diff/question.ts';
import type { SectionName, TextChange } from '../../../../knowledge/diff/text-changes.ts';
import type { Turn } from '../../../../knowledge/diff/verdict.ts';

export const CHANGE_WORDS: Readonly<Record<Change, { readonly title: string; readonly about: string }>> = {
  alarm_lost: {
    title: '危険の知らせが出なくなる・弱くなる',
    about:
      '前は「119へ」「病院へ連絡を」「死にたい気持ち」などの知らせが出ていた文です。まず、ここを確かめてください。',
  },
  alarm_raised: {
    title: '危険の知らせが新しく出る・強くなる',
    about: '必要のない知らせが増えていないか、確かめてください。',
  },
  lost: {
    title: '答えがなくなる',
    about: '前は答えていたのに、今は「お答えできません」または「がんのこと以外」になる質問です。',
  },
  changed: { title: '別の答えになる', about: '前とは別の記事、または別の規則が答える質問です。' },
  gained: { title: '新しく答えられる', about: '前は答えが見つからず、今は答えが出る質問です。' },
};

export const TEXTS_WORDS = {
  title: '文が変わる',
  about: '同じ記事や規則が答え、読む文だけが変わるものです。多く聞かれる順に並んでいます。',
};

const ROUTE_WORDS: Readonly<Record<string, string>> = {
  emergency: '緊急の症状',
  crisis: '死にたい気持ち',
  support_line: '電話の案内',
  second_opinion: 'セカンドオピニオンの案内',
  centre: '近くの相談支援センター',
  counselor: '相談員への引きつぎ',
  answer: '記事の答え',
  smalltalk: 'あいさつなど',
  unclear: '答えが見つからない',
  out_of_scope: 'がんのこと以外',
};

export function routeWord(route: string): string {
  return ROUTE_WORDS[route] ?? route;
}

export const ALARM_WORDS: Readonly<Record<Alarm, string>> = {
  now: '知らせ：すぐに119など',
  soon: '知らせ：急ぎ',
  warning: '知らせ：注意',
  none: '知らせなし',
};

export const ORIGIN_WORDS: Readonly<Record<OriginKind, string>> = {
  golden: 'チェック用の質問',
  passage: '記事の質問例',
  rule: '規則の例',
  patient: '患者さんの質問',
};

export const TURN_WORDS: Readonly<Record<Turn, string | null>> = {
  broken: '正しい答えでなくなる',
  mended: '正しい答えになる',
  right: null,
  wrong: '前も今も正しい答えでない',
  unknown: null,
};

export const SECTION_WORDS: Readonly<Record<SectionName, string>> = {
  title: '題',
  body: '本文',
  more: 'もっと読む',
  plain: 'やさしい日本語',
  ask: 'たずねる言葉',
  sources: '出典',
  dates: '日付と確認',
  words: '文',
};

export const TEXT_KIND_WORDS: Readonly<Record<TextChange['kind'], string>> = {
  passage: '記事',
  rule: '規則',
  words: '案内の文',
};
