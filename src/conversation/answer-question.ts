/** A question in words: answer it, offer choices, or say that no answer is sure enough. */
import type { Analysis } from '../language/analyse.ts';
import { EVIDENCE_NAMES } from '../retrieval/confidence.ts';
import type { Found } from '../retrieval/retriever.ts';
import { type Decision, plainDecision, say } from './decision.ts';
import { supportLineAction } from './flows/support-line.ts';
import type { Setting } from './knowledge.ts';
import { leanOnLastTopic } from './lean-on-last-topic.ts';
import { otherIllnessIn } from './other-illness.ts';
import type { ConversationState } from './state.ts';

/** From this confidence on the best passage is shown; chosen on knowledge/golden (`npm run -s eval`). */
export const ANSWER_FROM = 0.6;
/** From this confidence on the nearest passages are offered by title: 3% of out-of-scope messages get so far. */
export const CHOICES_FROM = 0.47;
/** Below this share of known words a message is about something else than cancer. */
const IN_SCOPE_COVERAGE = 0.45;
/** After so many unanswered messages in a row, people are offered first. */
const UNCLEAR_BEFORE_PEOPLE = 2;

export function answerQuestion(question: Analysis, state: ConversationState, setting: Setting): Decision {
  const { retriever, handbook } = setting.knowledge;
  const illness = otherIllnessIn(question, handbook);
  if (illness !== null) {
    const reason = `about another illness alone: ${illness}`;
    const left = { ...state, flow: 'none' as const, unclearInARow: state.unclearInARow + 1 };
    return plainDecision('out_of_scope', left, [say(handbook.phrases.out_of_scope)], reason);
  }
  const found = leanOnLastTopic(question, state.lastTopic, retriever.find(question), setting.knowledge);
  const why = explain(found);
  const [best, ...rest] = found.passages;
  const calm: ConversationState = { ...state, flow: 'none', unclearInARow: 0 };
  if (best && found.confidence >= ANSWER_FROM) {
    const related = rest.map((r) => r.passage);
    return {
      ...plainDecision('answer', { ...calm, lastTopic: best.passage.topic }, [
        { kind: 'show-passage', passage: best.passage, related },
      ]),
      passages: found.passages,
      confidence: found.confidence,
      why: [why, `at or above ${ANSWER_FROM}: the best passage is shown`],
    };
  }
  if (best && found.confidence >= CHOICES_FROM) {
    const choices = found.passages.map((p) => p.passage);
    return {
      ...plainDecision('answer', calm, [{ kind: 'offer-choices', text: handbook.phrases.choices, choices }]),
      passages: found.passages,
      confidence: found.confidence,
      why: [why, `between ${CHOICES_FROM} and ${ANSWER_FROM}: the patient chooses`],
    };
  }
  const unclearInARow = state.unclearInARow + 1;
  const left = { ...state, flow: 'none' as const, unclearInARow };
  return { ...noAnswer(question, found, left, setting), confidence: found.confidence };
}

/** Says that there is no sure answer; people are offered at the second time in a row. */
function noAnswer(question: Analysis, found: Found, state: ConversationState, setting: Setting): Decision {
  const { phrases, careWords } = setting.knowledge.handbook;
  const why = explain(found);
  const ofCare = question.groups.length > 0 || question.words.some((word) => careWords.includes(word));
  const inScope = ofCare || found.evidence.coverage >= IN_SCOPE_COVERAGE;
  if (state.unclearInARow >= UNCLEAR_BEFORE_PEOPLE) {
    const actions = [say(phrases.unclear_again), supportLineAction(setting)];
    const people = plainDecision('unclear', state, actions, why, 'no sure answer again: people are offered');
    // A counselor looks at what the handbook could not answer; a case that is open already stays as it is.
    return inScope && setting.person === 'none' ? { ...people, escalation: 'unanswered' } : people;
  }
  if (!inScope) {
    const reason = `no word of illness or care, and coverage below ${IN_SCOPE_COVERAGE}: not about cancer`;
    return plainDecision('out_of_scope', state, [say(phrases.out_of_scope)], why, reason);
  }
  return plainDecision(
    'unclear',
    state,
    [say(phrases.unclear)],
    why,
    `below ${CHOICES_FROM}: no passage is sure enough`,
  );
}

function explain({ confidence, evidence }: Found): string {
  const shown = EVIDENCE_NAMES.map((name) => `${name} ${evidence[name].toFixed(2)}`).join(', ');
  return `confidence ${confidence.toFixed(2)} (${shown})`;
}
