/** What the golden questions ask in vain: no passage, or none of the topic they are about. Pure. */
import { decide } from '../../../conversation/decide.ts';
import type { Knowledge } from '../../../conversation/knowledge.ts';
import { groupAsked, type OpenQuestion } from '../../../editors/asked-questions.ts';
import type { GoldenQuestion } from '../../golden.ts';
import { type Gaps, gapOf } from './gap.ts';

/** Runs each of `golden` that has a topic as a patient's first message at `nowMs`. */
export function goldenGaps(golden: readonly GoldenQuestion[], knowledge: Knowledge, nowMs: number): Gaps {
  const ofTopics = golden.filter((question) => question.topic !== undefined);
  const missed = ofTopics.flatMap((question) => missedOf(question, knowledge, nowMs));
  return {
    source: `Of ${ofTopics.length} golden questions (no database given), asked in vain`,
    looked: missed.length,
    withoutText: 0,
    gaps: groupAsked(missed, knowledge, missed.length).map(gapOf),
  };
}

function missedOf(question: GoldenQuestion, knowledge: Knowledge, nowMs: number): OpenQuestion[] {
  const { text, topic = null, also = [] } = question;
  const { route, passages } = decide(null, { kind: 'text', text }, { knowledge, nowMs, person: 'none' });
  const nothing = route === 'unclear' || route === 'out_of_scope';
  // Other routes show no passage on purpose: danger, despair, a wish for a person.
  if (!nothing && route !== 'answer') return [];
  const right = passages.some(({ passage }) => passage.topic === topic || also.includes(passage.topic));
  if (right) return [];
  const passage = passages[0]?.passage ?? null;
  return [{ analysis: knowledge.analyser.analyse(text), atMs: nowMs, passage, notHelped: !nothing, topic }];
}
