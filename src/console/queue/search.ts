/** Searches one's own cases: opens what is sealed and looks for the words; nothing of it is kept. */
import { messageText } from '../../line/message-text.ts';
import type { LineMessage } from '../../line/render/messages.ts';
import { SEARCHED_CASES, type SearchableText, searchableCases } from '../../store/case-search.ts';
import type { ConsoleParts } from '../env.ts';
import { type Found, findWords } from './find-words.ts';

export const SHOWN_HITS = 100;

export type Hit = {
  readonly caseId: string;
  readonly urgency: number;
  readonly by: SearchableText['by'];
  readonly atMs: number;
  readonly found: Found;
};

export type SearchResult = {
  /** The newest first, at most SHOWN_HITS. */
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly cases: number;
  /** Whether there may be older cases that were not looked at. */
  readonly more: boolean;
};

/** What stands in the cases of `staffId` that holds `words`. */
export async function searchOwnCases(
  parts: ConsoleParts,
  staffId: string,
  words: string,
): Promise<SearchResult> {
  const searched = await searchableCases(parts.db, staffId);
  const urgencyOf = new Map(searched.cases.map(({ id, urgency }) => [id, urgency]));
  const read = searched.texts.map(async ({ caseId, by, atMs, sealed }): Promise<Hit | null> => {
    const opened = await parts.seal.open(sealed);
    const found = findWords(by === 'note' ? opened : textOf(opened), words);
    return found && { caseId, urgency: urgencyOf.get(caseId) ?? 0, by, atMs, found };
  });
  const hits = (await Promise.all(read)).filter((hit) => hit !== null).sort((a, b) => b.atMs - a.atMs);
  return {
    hits: hits.slice(0, SHOWN_HITS),
    total: hits.length,
    cases: searched.cases.length,
    more: searched.cut || searched.cases.length === SEARCHED_CASES,
  };
}

/** What a person reads of a kept message: a patient's event, or the messages that went out. */
function textOf(content: string): string {
  const value: unknown = JSON.parse(content);
  if (Array.isArray(value)) return (value as LineMessage[]).map(messageText).join('\n');
  const said = value as { text?: unknown; title?: unknown; address?: unknown };
  return [said.text, said.title, said.address].filter((part) => typeof part === 'string').join('\n');
}
