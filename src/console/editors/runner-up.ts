/** Why the second passage lost, in one paragraph whose numbers add up. */

import { kindOf, PART_WORDS, termWords } from '../../editors/term-words.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import { type ExplainedPassage, PARTS, type Part, scoreDifference } from '../../retrieval/explain.ts';

/** So many words are named on either side. */
const NAMED_FOR = 3;
const NAMED_AGAINST = 2;
/** A word that makes less than this (in thousandths) is not worth telling. */
const LEAST = 5;

/** In thousandths of a point; below 0 the second passage is ahead. */
type PartLead = { readonly part: Part; readonly thousandths: number };
type WordLead = PartLead & { readonly words: string };

export type RunnerUp = {
  /** The difference of the two scores. */
  readonly thousandths: number;
  /** What each part makes of it, the most first: together they are the difference. */
  readonly parts: readonly PartLead[];
  /** The words that made most of it, and those that spoke for the second. */
  readonly ahead: readonly WordLead[];
  readonly behind: readonly WordLead[];
};

/** What made `first` win over `second`; pieces of words are counted together by the part where they stand. */
export function runnerUp(first: ExplainedPassage, second: ExplainedPassage, handbook: Handbook): RunnerUp {
  const thousandths = inThousandths(first.score) - inThousandths(second.score);
  const parts = PARTS.map((part) => ({
    part,
    thousandths: inThousandths(first.parts[part] - second.parts[part]),
  })).sort(byWeight);
  // What rounding leaves over goes to the greatest, so that the numbers told add up.
  const over = thousandths - parts.reduce((sum, part) => sum + part.thousandths, 0);
  const exact = parts.map((part, i) => (i === 0 ? { ...part, thousandths: part.thousandths + over } : part));
  const words = wordLeads(first, second, handbook);
  return {
    thousandths,
    parts: exact.filter((part) => part.thousandths !== 0),
    ahead: words.filter((word) => word.thousandths > 0).slice(0, NAMED_FOR),
    behind: words.filter((word) => word.thousandths < 0).slice(0, NAMED_AGAINST),
  };
}

/** The paragraph for `first` and `second`. */
export function runnerUpText(first: ExplainedPassage, second: ExplainedPassage, handbook: Handbook): string {
  const { thousandths, parts, ahead, behind } = runnerUp(first, second, handbook);
  const opening = `1位「${first.passage.title}」は${score(first)}点、2位「${second.passage.title}」は${score(second)}点です。`;
  if (thousandths === 0) return `${opening}点は同じで、どちらが先に出るかの決め手がありません。`;
  const each = parts.map(({ part, thousandths: t }) => `「${PART_WORDS[part]}」${signed(t)}`).join('、');
  const told = [opening, `1位との差${points(thousandths)}点の内訳は、${each}です。`];
  if (ahead.length > 0) told.push(`差を広げた言葉は、${ahead.map(word).join('、')}です。`);
  if (behind.length > 0) told.push(`2位のほうが高かった言葉は、${behind.map(word).join('、')}です。`);
  if (first.matched !== second.matched) {
    told.push(`質問と重なった言葉は、1位が${first.matched}個、2位が${second.matched}個です。`);
  }
  return told.join('');
}

function wordLeads(first: ExplainedPassage, second: ExplainedPassage, handbook: Handbook): WordLead[] {
  const sums = new Map<string, { part: Part; words: string; points: number }>();
  for (const { part, term, points: p } of scoreDifference(first, second)) {
    const words = wordsOf(term, handbook);
    const key = `${part} ${words}`;
    sums.set(key, { part, words, points: (sums.get(key)?.points ?? 0) + p });
  }
  return [...sums.values()]
    .map(({ part, words, points: p }) => ({ part, words, thousandths: inThousandths(p) }))
    .filter(({ thousandths }) => Math.abs(thousandths) >= LEAST)
    .sort(byWeight);
}

function wordsOf(term: string, handbook: Handbook): string {
  switch (kindOf(term)) {
    case 'pair':
      return '文字の並び';
    case 'sound':
      return '読みの音';
    default:
      return termWords(term, handbook);
  }
}

function byWeight(a: PartLead, b: PartLead): number {
  return Math.abs(b.thousandths) - Math.abs(a.thousandths);
}

function word({ part, words, thousandths }: WordLead): string {
  return `「${PART_WORDS[part]}」の${words}（${signed(thousandths)}）`;
}

function score(passage: ExplainedPassage): string {
  return points(inThousandths(passage.score));
}

function inThousandths(value: number): number {
  return Math.round(value * 1000);
}

/** 1234 as 1.234. */
export function points(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}

function signed(thousandths: number): string {
  return `${thousandths < 0 ? '−' : '＋'}${points(Math.abs(thousandths))}`;
}
