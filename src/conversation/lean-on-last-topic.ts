/** A question that leans on what was shown last: 「それはいつまで？」 after a passage on hair loss. */
import type { Analysis } from '../language/analyse.ts';
import type { Found } from '../retrieval/retriever.ts';
import type { Knowledge } from './knowledge.ts';

const POINTS_BACK = /^(それ|これ|その|この|あれ|そう|では|じゃあ|で、|ほかに|他に|もっと|あと)/;
/** A question with more words than this says itself what it is about. */
const SHORT_WORDS = 3;
/** A question most of whose words the handbook does not know is about something else (「それより天気は？」). */
const MOSTLY_UNKNOWN = 0.35;

/** What is found for `question`, or, when it leans on `lastTopic`, for both together. */
export function leanOnLastTopic(
  question: Analysis,
  lastTopic: string | null,
  found: Found,
  knowledge: Knowledge,
): Found {
  const topic = knowledge.handbook.topics.find((t) => t.id === lastTopic);
  if (!topic || question.words.length > SHORT_WORDS) return found;
  const pointsBack = POINTS_BACK.test(question.normal);
  if (question.words.length > 0 && found.evidence.unknown > MOSTLY_UNKNOWN) return found;
  if (!pointsBack && question.groups.length > 0) return found;
  const together = knowledge.retriever.find(knowledge.analyser.analyse(`${topic.title} ${question.normal}`));
  const stays = together.passages[0]?.passage.topic === topic.id;
  return stays && (pointsBack || together.confidence > found.confidence) ? together : found;
}
