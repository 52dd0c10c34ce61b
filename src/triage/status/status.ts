/** Whether something said in a message is so now: not negated, not over, not a mere question or a fear of it. */
import type { Reading, Span } from '../reading/reading.ts';
import { hypothetical } from './hypothetical.ts';
import { negated } from './negation.ts';
import { over } from './over.ts';

export type Status = {
  /** `now`: it is so, or it is safer to think so. */
  readonly kind: 'now' | 'not' | 'over' | 'if';
  /** The words that decided, for the explanation. */
  readonly cue: string;
  /** Over for long (last month, as a child), not only stopped just now. */
  readonly longAgo?: boolean;
};

/** Judges what stands at `span` of the message. */
export function statusOf(reading: Reading, span: Span): Status {
  const [, sentenceEnd] = reading.bounds('sentence', span.start);
  const [, clauseEnd] = reading.bounds('clause', span.start);
  const rest = reading.text.slice(span.end, Math.min(sentenceEnd, span.end + 80));
  const clauseRest = reading.text.slice(span.end, Math.min(clauseEnd, span.end + 60));
  const not = negated(reading.text.charAt(span.end - 1) || ' ', clauseRest);
  if (not) return { kind: 'not', cue: not };
  const unreal = hypothetical(reading, span, clauseRest, rest);
  if (unreal) return { kind: 'if', cue: unreal };
  const past = over(reading, span);
  if (past) return { kind: 'over', cue: past.cue, longAgo: past.longAgo };
  return { kind: 'now', cue: '' };
}

/** What a status is called where people read it. */
export const STATUS_LABELS = {
  now: '今のこと',
  not: '打ち消し',
  over: '過ぎたこと',
  if: '仮定・一般の質問',
} as const;
