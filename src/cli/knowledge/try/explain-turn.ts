/** Why a turn was answered so, as lines for a terminal. Pure. */
import type { Decision } from '../../../conversation/decision.ts';
import type { Knowledge } from '../../../conversation/knowledge.ts';
import type { PatientEvent } from '../../../conversation/patient-event.ts';
import { type ExplainedPassage, PARTS } from '../../../retrieval/explain.ts';

/** So many passages are compared side by side. */
const COMPARED = 5;

/** Route, rule, the reasons, and for a text its words and the passages that were compared, with their points. */
export function explainTurn(event: PatientEvent, decision: Decision, knowledge: Knowledge): string[] {
  const { route, rule, confidence, escalation, why } = decision;
  return [
    `route     ${route}${rule ? ` by rule ${rule}` : ''}`,
    ...(escalation ? [`case      ${escalation}`] : []),
    ...why.map((line) => `why       ${line}`),
    ...decision.passages.map(({ passage, score }) => `passage   ${passage.id} (${score})`),
    ...(event.kind === 'text' ? compared(event.text, knowledge) : []),
    ...(confidence > 0 ? [`sure      ${confidence.toFixed(2)}`] : []),
  ];
}

function compared(text: string, { analyser, retriever }: Knowledge): string[] {
  const analysis = analyser.analyse(text);
  return [
    `words     ${[...analysis.words, ...analysis.groups].join(' ')}`,
    ...retriever.explain(analysis, COMPARED).flatMap(onePassage),
  ];
}

function onePassage({ passage, score, shown, matched, parts, nearest }: ExplainedPassage): string[] {
  const points = PARTS.map((part) => `${part} ${parts[part].toFixed(2)}`).join(', ');
  return [
    `compared  ${score.toFixed(3)} ${passage.id} ${passage.title}${shown ? '' : ' (not offered)'}`,
    `            ${points}; ${matched} words match${nearest ? `; nearest 「${nearest.text}」` : ''}`,
  ];
}
