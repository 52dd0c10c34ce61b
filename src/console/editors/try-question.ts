/** What a patient would get for a question as their first message, and all that led to it. Pure. */
import { decide } from '../../conversation/decide.ts';
import type { Decision } from '../../conversation/decision.ts';
import type { Knowledge } from '../../conversation/knowledge.ts';
import type { Analysis } from '../../language/analyse.ts';
import { renderDecision } from '../../line/render/decision.ts';
import type { LineMessage } from '../../line/render/messages.ts';
import type { ExplainedPassage } from '../../retrieval/explain.ts';
import type { Found } from '../../retrieval/retriever.ts';

/** So many passages are compared side by side. */
const COMPARED = 8;

export type Trial = {
  readonly decision: Decision;
  readonly messages: readonly LineMessage[];
  readonly analysis: Analysis;
  /** What the search alone finds; a rule may have decided before it. */
  readonly found: Found;
  readonly passages: readonly ExplainedPassage[];
};

/** Tries `text` at `nowMs`, as from a patient of whom nothing is remembered. */
export function tryQuestion(text: string, knowledge: Knowledge, nowMs: number): Trial {
  const decision = decide(null, { kind: 'text', text }, { knowledge, nowMs, person: 'none' });
  const analysis = knowledge.analyser.analyse(text);
  return {
    decision,
    messages: renderDecision(decision, knowledge),
    analysis,
    found: knowledge.retriever.find(analysis),
    passages: knowledge.retriever.explain(analysis, COMPARED),
  };
}
