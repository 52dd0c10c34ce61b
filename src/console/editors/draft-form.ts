/** The form that starts a passage, read and checked: what is wrong stands beside its field. */
import { z } from 'zod';
import type { Knowledge } from '../../conversation/knowledge.ts';
import { freeName, type NewPassage } from '../../editors/new-passage.ts';
import { passageId } from '../../knowledge/passage.ts';
import { normalise } from '../../language/normalise.ts';

/** What stands in the fields, as it was typed. */
export type DraftFields = {
  readonly topic: string;
  readonly name: string;
  readonly title: string;
  readonly words: string;
};
export type DraftErrors = Partial<Record<keyof DraftFields, string>>;

const MOST_WORDS = 8;
const LONGEST_WORD = 30;
const LONGEST_TITLE = 30;

const field = z.string().max(1000).catch('');
const fields = z.object({ topic: field, name: field, title: field, words: field });

/** The fields of a posted form; what is missing or far too long is empty. */
export function readDraftFields(form: Record<string, unknown>): DraftFields {
  return fields.parse(form);
}

/** The words in their field, each once. */
export function wordsIn(text: string): string[] {
  return [...new Set(normalise(text.replaceAll('、', ' ')).split(' '))].filter(Boolean);
}

/** The topic of the passage that is nearest to `words`, or null. */
export function nearestTopic(words: readonly string[], { analyser, retriever }: Knowledge): string | null {
  return retriever.find(analyser.analyse(words.join(' '))).passages[0]?.passage.topic ?? null;
}

/** A title to begin with, short enough. */
export function firstTitle(words: readonly string[]): string {
  for (let n = words.length; n > 0; n--) {
    const title = `${words.slice(0, n).join('と')}について`;
    if (title.length <= LONGEST_TITLE) return title;
  }
  return '';
}

/** What the form says, or what is wrong with each field. */
export function checkDraft(
  typed: DraftFields,
  knowledge: Knowledge,
): { readonly form: NewPassage } | { readonly errors: DraftErrors } {
  const topic = knowledge.handbook.topics.find((t) => t.id === typed.topic);
  const words = wordsIn(typed.words);
  const title = normalise(typed.title);
  const name = typed.name.trim() === '' && topic ? freeName(topic, idsOf(knowledge)) : typed.name.trim();
  const errors: DraftErrors = {
    ...(topic ? {} : { topic: '話題を選んでください。' }),
    ...wordsError(words),
    ...(title === '' || title.length > LONGEST_TITLE
      ? { title: `題名を${LONGEST_TITLE}字までで書いてください。` }
      : {}),
    ...(topic ? nameError(`${topic.chapter}/${name}`, knowledge) : {}),
  };
  if (!topic || Object.keys(errors).length > 0) return { errors };
  return { form: { topic, name, title, words } };
}

function idsOf({ handbook }: Knowledge): ReadonlySet<string> {
  return new Set(handbook.passages.map((passage) => passage.id));
}

function wordsError(words: readonly string[]): DraftErrors {
  if (words.length === 0) return { words: '言葉を1つ以上書いてください。' };
  if (words.length <= MOST_WORDS && words.every((word) => word.length <= LONGEST_WORD)) return {};
  return { words: `言葉は${MOST_WORDS}個まで、1つ${LONGEST_WORD}字までにしてください。文は書けません。` };
}

function nameError(id: string, { handbook }: Knowledge): DraftErrors {
  if (!passageId.safeParse(id).success)
    return { name: '英小文字・数字・ハイフンで書いてください（例：hair-loss-when）。' };
  if (handbook.passages.some((passage) => passage.id === id))
    return { name: 'この名前の記事がもうあります。ほかの名前にしてください。' };
  return {};
}
