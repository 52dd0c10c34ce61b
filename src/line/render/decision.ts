/** A decision as LINE messages, written as its patient reads. */
import type { Decision } from '../../conversation/decision.ts';
import type { Knowledge } from '../../conversation/knowledge.ts';
import { type LineMessage, renderMessages } from './messages.ts';

/** The messages of `decision`; none where nothing is to be said. Throws TooManyMessagesError. */
export function renderDecision(
  { actions, offers, state }: Pick<Decision, 'actions' | 'offers' | 'state'>,
  { handbook, furigana }: Pick<Knowledge, 'handbook' | 'furigana'>,
): LineMessage[] {
  const messages = renderMessages(actions, offers, handbook.phrases, state.reading);
  if (state.reading === 'standard') return messages;
  return messages.map((message) => withFurigana(message, furigana));
}

/** Furigana on all that is read; buttons keep their short words. */
function withFurigana(message: LineMessage, furigana: Knowledge['furigana']): LineMessage {
  if (message.type === 'text') return { ...message, text: furigana(message.text) };
  return { ...message, contents: readTexts(message.contents, furigana) };
}

/** A copy of a Flex part in which each text component carries its readings. */
function readTexts<T>(part: T, furigana: Knowledge['furigana']): T {
  if (Array.isArray(part)) return part.map((each) => readTexts(each, furigana)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === 'action' ? value : readTexts(value, furigana)]),
  );
  if (copy.type === 'text' && typeof copy.text === 'string') copy.text = furigana(copy.text);
  return copy as T;
}
