/** What the handbook has no sure answer to: the newest such questions of the period, grouped by what they are about. */
import { z } from 'zod';
import type { Knowledge } from '../../conversation/knowledge.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import { commonTerms } from '../../retrieval/common-terms.ts';
import { groupQuestions } from '../../retrieval/group-questions.ts';
import type { ReportCounts } from '../../store/reports/read-counts.ts';
import type { Seal } from '../../store/seal.ts';

export type UnansweredGroup = {
  /** Words that all its questions share; no question as it was written. */
  readonly words: readonly string[];
  readonly n: number;
  /** Title of the passage that comes nearest to the most typical of them; null where none does. */
  readonly nearest: string | null;
};

export type Unanswered = {
  /** The largest groups of at least two. */
  readonly groups: readonly UnansweredGroup[];
  /** Questions that were read, and those of them that stand in none of `groups`. */
  readonly read: number;
  readonly alone: number;
};

const GROUPS_SHOWN = 12;
const WORDS_SHOWN = 4;

export async function groupUnanswered(
  rows: ReportCounts['unansweredMessages'],
  seal: Seal,
  { analyser, retriever, handbook }: Knowledge,
): Promise<Unanswered> {
  const texts = await Promise.all(rows.map((row) => textOf(row.sealedContent, seal)));
  const questions = rows.flatMap(({ id }, i) => {
    const text = texts[i];
    return text ? [{ id, analysis: analyser.analyse(text) }] : [];
  });
  const byId = new Map(questions.map(({ id, analysis }) => [id, analysis]));
  const groups = groupQuestions(questions, commonTerms(handbook, analyser))
    .filter(({ ids, shared }) => ids.length > 1 && shared.length > 0)
    .slice(0, GROUPS_SHOWN)
    .map(({ ids, shared }) => {
      const typical = byId.get(ids[0] ?? '');
      const found = typical ? retriever.find(typical).passages[0] : undefined;
      return { words: wordsOf(shared, handbook), n: ids.length, nearest: found?.passage.title ?? null };
    });
  const grouped = groups.reduce((sum, { n }) => sum + n, 0);
  return { groups, read: questions.length, alone: questions.length - grouped };
}

const said = z.object({ text: z.string() });

/** The words of a text message; null for a sticker, or one that was taken back. */
async function textOf(sealedContent: string | null, seal: Seal): Promise<string | null> {
  if (sealedContent === null) return null;
  const content = said.safeParse(JSON.parse(await seal.open(sealedContent)));
  return content.success ? content.data.text : null;
}

/** Shared terms in words: a group of terms.yaml by its first word, each once. */
function wordsOf(shared: readonly string[], handbook: Handbook): string[] {
  const plain = shared.filter((term) => !term.startsWith('#'));
  const subjects = shared.flatMap((term) => {
    const group = handbook.terms.find(({ id }) => `#${id}` === term);
    return group?.words[0] ? [group.words[0].surface] : [];
  });
  return [...new Set(plain.length > 0 ? plain : subjects)].slice(0, WORDS_SHOWN);
}
