/** Stored questions opened, hidden where they tell who asked, and grouped by what they are about. */
import { z } from 'zod';
import type { Knowledge } from '../../conversation/knowledge.ts';
import type { Passage } from '../../knowledge/passage.ts';
import type { Analysis } from '../../language/analyse.ts';
import { commonTerms } from '../../retrieval/common-terms.ts';
import { groupQuestions } from '../../retrieval/group-questions.ts';
import type { StoredQuestion } from '../../store/questions.ts';
import type { Seal } from '../../store/seal.ts';
import { draftWords } from './draft-words.ts';
import { maskDetails } from './mask-details.ts';
import { groupWord } from './term-words.ts';

export type ShownQuestion = {
  /** The masked text. */
  readonly text: string;
  readonly atMs: number;
  /** The passage that did not help, where it still is in the handbook. */
  readonly passage: Passage | null;
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
  /** Words for a new passage's file. */
  readonly words: readonly string[];
};

export type AskedQuestions = {
  /** The largest first; among equals the one that was asked last. */
  readonly groups: readonly ShownGroup[];
  /** Pictures, sounds and stickers, and texts that were taken back or cannot be found. */
  readonly withoutText: number;
};

type Opened = Omit<ShownQuestion, 'text'> & { readonly analysis: Analysis };

/** A search takes some milliseconds; further down a button does it for one question. */
const SEARCHED_GROUPS = 10;

const textMessage = z.object({ type: z.literal('text'), text: z.string() });

/** Opens and groups `rows`. Throws UnsealError when a row cannot be opened. */
export async function groupStored(
  rows: readonly StoredQuestion[],
  seal: Seal,
  knowledge: Knowledge,
): Promise<AskedQuestions> {
  const { handbook, analyser } = knowledge;
  const byId = new Map<string, Passage>(handbook.passages.map((passage) => [passage.id, passage]));
  const opened = await Promise.all(
    rows.map(async ({ sealedContent, atMs, passageId }): Promise<Opened | null> => {
      const text = sealedContent === null ? null : textOf(await seal.open(sealedContent));
      if (text === null) return null;
      return { analysis: analyser.analyse(text), atMs, passage: byId.get(passageId ?? '') ?? null };
    }),
  );
  const questions = opened.filter((question) => question !== null);
  const common = commonTerms(handbook, analyser);
  const grouped = groupQuestions(
    questions.map(({ analysis }, i) => ({ id: String(i), analysis })),
    common,
  );
  const lastAsked = (members: readonly Opened[]) => Math.max(...members.map((member) => member.atMs));
  const groups = grouped
    .map(({ ids, shared }) => ({
      members: ids.map((id) => questions[Number(id)]).filter((question) => question !== undefined),
      shared,
    }))
    .sort((a, b) => b.members.length - a.members.length || lastAsked(b.members) - lastAsked(a.members))
    .map(({ members, shared }, i) => ({
      ...describe(members, shared, knowledge, common),
      nearest: i < SEARCHED_GROUPS ? nearestTo(members[0], knowledge) : ({ kind: 'not_searched' } as const),
    }));
  return { groups, withoutText: rows.length - questions.length };
}

function textOf(content: string): string | null {
  const message = textMessage.safeParse(JSON.parse(content));
  return message.success ? message.data.text : null;
}

function describe(
  members: readonly Opened[],
  shared: readonly string[],
  { handbook }: Knowledge,
  common: ReadonlySet<string>,
): Omit<ShownGroup, 'nearest'> {
  const analyses = members.map((member) => member.analysis);
  return {
    about:
      members.length > 1
        ? [...new Set(shared.map((term) => (term.startsWith('#') ? groupWord(term, handbook) : term)))]
        : [],
    questions: members.map(({ analysis, atMs, passage }) => ({
      text: maskDetails(analysis),
      atMs,
      passage,
    })),
    words: draftWords(analyses, handbook, common),
  };
}

function nearestTo(question: Opened | undefined, { retriever }: Knowledge): Nearest {
  const found = question ? retriever.find(question.analysis) : null;
  const passage = found?.passages[0]?.passage;
  return found && passage ? { kind: 'found', passage, confidence: found.confidence } : { kind: 'none' };
}
