/** Stored questions opened, hidden where they tell who asked, and grouped by what they are about. */
import { z } from 'zod';
import type { Knowledge } from '../conversation/knowledge.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { Analysis } from '../language/analyse.ts';
import { commonTerms } from '../retrieval/common-terms.ts';
import { groupQuestions } from '../retrieval/group-questions.ts';
import type { StoredQuestion } from '../store/questions.ts';
import type { Seal } from '../store/seal.ts';
import { draftWords } from './draft-words.ts';
import { hiddenWords, maskDetails } from './mask-details.ts';
import { groupWord } from './term-words.ts';

export type ShownQuestion = {
  /** The masked text. */
  readonly text: string;
  readonly atMs: number;
  /** The passage that did not help, where it still is in the handbook. */
  readonly passage: Passage | null;
  /** Whether it got a passage that did not help; else it got none. */
  readonly notHelped: boolean;
};

/** The passage nearest to a group's first question; searched for the first groups alone. */
export type Nearest =
  | { readonly kind: 'found'; readonly passage: Passage; readonly confidence: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'not_searched' };

export type ShownGroup = {
  /** What all of the questions share, in words; empty for one alone. */
  readonly about: readonly string[];
  readonly questions: readonly ShownQuestion[];
  readonly nearest: Nearest;
  /** That of the first question to which an editor gave one; null for what patients asked. */
  readonly topic: string | null;
  /** Words for a new passage's file. */
  readonly words: readonly string[];
};

export type AskedQuestions = {
  /** The largest first; among equals the one that was asked last. */
  readonly groups: readonly ShownGroup[];
  /** Pictures, sounds and stickers, and texts that were taken back or cannot be found. */
  readonly withoutText: number;
};

/** A question that was opened; `topic` where an editor gave it one. */
export type OpenQuestion = Omit<ShownQuestion, 'text'> & {
  readonly analysis: Analysis;
  readonly topic?: string | null;
};

/** A search takes some milliseconds; further down a button does it for one question. */
const SEARCHED_GROUPS = 10;

const textMessage = z.object({ type: z.literal('text'), text: z.string() });

/** Opens and groups `rows`; the passage nearest to a group is searched for the first `searched` groups. Throws UnsealError. */
export async function groupStored(
  rows: readonly StoredQuestion[],
  seal: Seal,
  knowledge: Knowledge,
  searched = SEARCHED_GROUPS,
): Promise<AskedQuestions> {
  const { handbook, analyser } = knowledge;
  const byId = new Map<string, Passage>(handbook.passages.map((passage) => [passage.id, passage]));
  const opened = await Promise.all(
    rows.map(async ({ sealedContent, atMs, passageId }): Promise<OpenQuestion | null> => {
      const text = sealedContent === null ? null : textOf(await seal.open(sealedContent));
      if (text === null) return null;
      const passage = byId.get(passageId ?? '') ?? null;
      return { analysis: analyser.analyse(text), atMs, passage, notHelped: passageId !== null };
    }),
  );
  const questions = opened.filter((question) => question !== null);
  return {
    groups: groupAsked(questions, knowledge, searched),
    withoutText: rows.length - questions.length,
  };
}

/** Groups `questions` by what they are about, the largest group first; masked, with words for a new passage. */
export function groupAsked(
  questions: readonly OpenQuestion[],
  knowledge: Knowledge,
  searched: number,
): ShownGroup[] {
  const common = commonTerms(knowledge.handbook, knowledge.analyser);
  const grouped = groupQuestions(
    questions.map(({ analysis }, i) => ({ id: String(i), analysis })),
    common,
  );
  const lastAsked = (members: readonly OpenQuestion[]) => Math.max(...members.map((member) => member.atMs));
  return grouped
    .map(({ ids, shared }) => ({
      members: ids.map((id) => questions[Number(id)]).filter((question) => question !== undefined),
      shared,
    }))
    .sort((a, b) => b.members.length - a.members.length || lastAsked(b.members) - lastAsked(a.members))
    .map(({ members, shared }, i) => ({
      ...describe(members, shared, knowledge, common),
      nearest: i < searched ? nearestTo(members[0], knowledge) : ({ kind: 'not_searched' } as const),
    }));
}

function textOf(content: string): string | null {
  const message = textMessage.safeParse(JSON.parse(content));
  return message.success ? message.data.text : null;
}

function describe(
  members: readonly OpenQuestion[],
  shared: readonly string[],
  { handbook }: Knowledge,
  common: ReadonlySet<string>,
): Omit<ShownGroup, 'nearest'> {
  const analyses = members.map((member) => member.analysis);
  const hidden = new Set(analyses.flatMap(hiddenWords));
  return {
    about:
      members.length > 1
        ? [
            ...new Set(
              shared
                .filter((term) => !hidden.has(term))
                .map((term) => (term.startsWith('#') ? groupWord(term, handbook) : term)),
            ),
          ]
        : [],
    questions: members.map(({ analysis, atMs, passage, notHelped }) => ({
      text: maskDetails(analysis),
      atMs,
      passage,
      notHelped,
    })),
    topic: members.find((member) => member.topic)?.topic ?? null,
    words: draftWords(analyses, handbook, common),
  };
}

function nearestTo(question: OpenQuestion | undefined, { retriever }: Knowledge): Nearest {
  const found = question ? retriever.find(question.analysis) : null;
  const passage = found?.passages[0]?.passage;
  return found && passage ? { kind: 'found', passage, confidence: found.confidence } : { kind: 'none' };
}
