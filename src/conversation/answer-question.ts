/** A question in words: answer it, offer choices, or say that no answer is sure enough. */
import type { Analysis } from '../language/analyse.ts';
import { EVIDENCE_NAMES } from '../retrieval/confidence.ts';
import type { Found } from '../retrieval/retriever.ts';
import type { Action } from './actions.ts';
import type { Decision } from './decision.ts';
import type { Knowledge } from './knowledge.ts';
import { OFFERS } from './offers.ts';
import type { ConversationState } from './state.ts';

/** From this confidence on the best passage is shown; chosen on knowledge/golden (`npm run -s eval`). */
export const ANSWER_FROM = 0.6;
/** From this confidence on the nearest passages are offered by title: 3% of out-of-scope messages get so far. */
export const CHOICES_FROM = 0.47;
/** Below this share of known words a message is about something else than cancer. */
const IN_SCOPE_COVERAGE = 0.45;
/** After so many unanswered messages in a row, people are offered first. */
const UNCLEAR_BEFORE_PEOPLE = 2;

type Outcome = Omit<Decision, 'state' | 'rule' | 'confidence'> & {
  readonly lastTopic: string | null;
  readonly answered: boolean;
};

export function answerQuestion(
  question: Analysis,
  state: ConversationState,
  nowMs: number,
  knowledge: Knowledge,
): Decision {
  const found = knowledge.retriever.find(question);
  const { lastTopic, answered, ...outcome } = outcomeOf(question, found, state, knowledge);
  return {
    ...outcome,
    rule: null,
    confidence: found.confidence,
    state: {
      format: 1,
      unclearInARow: answered ? 0 : state.unclearInARow + 1,
      lastTopic: lastTopic ?? state.lastTopic,
      updatedAtMs: nowMs,
    },
  };
}

function outcomeOf(question: Analysis, found: Found, state: ConversationState, knowledge: Knowledge): Outcome {
  const { phrases } = knowledge.handbook;
  const { evidence } = found;
  const shown = EVIDENCE_NAMES.map((name) => `${name} ${evidence[name].toFixed(2)}`).join(', ');
  const why = [`confidence ${found.confidence.toFixed(2)} (${shown})`];
  const [best, ...rest] = found.passages;
  if (best && found.confidence >= ANSWER_FROM) {
    const related = rest.map((r) => r.passage);
    return {
      route: 'answer',
      passages: found.passages,
      actions: [{ kind: 'show-passage', passage: best.passage, related }],
      offers: OFFERS,
      why: [...why, `at or above ${ANSWER_FROM}: the best passage is shown`],
      lastTopic: best.passage.topic,
      answered: true,
    };
  }
  if (best && found.confidence >= CHOICES_FROM) {
    const choices = found.passages.map((p) => p.passage);
    return {
      route: 'answer',
      passages: found.passages,
      actions: [{ kind: 'offer-choices', text: phrases.choices, choices }],
      offers: OFFERS,
      why: [...why, `between ${CHOICES_FROM} and ${ANSWER_FROM}: the patient chooses`],
      lastTopic: null,
      answered: true,
    };
  }
  if (question.groups.length === 0 && evidence.coverage < IN_SCOPE_COVERAGE) {
    return {
      ...nothing({ kind: 'say', text: phrases.out_of_scope }),
      route: 'out_of_scope',
      why: [...why, `none of the handbook's own words, and coverage below ${IN_SCOPE_COVERAGE}: not about cancer`],
    };
  }
  const again = state.unclearInARow + 1 >= UNCLEAR_BEFORE_PEOPLE;
  return {
    ...nothing(
      { kind: 'say', text: again ? phrases.unclear_again : phrases.unclear },
      ...(again ? [{ kind: 'support-line-card', line: knowledge.handbook.supportLine } as const] : []),
    ),
    route: 'unclear',
    why: [...why, `below ${CHOICES_FROM}: no passage is sure enough`],
  };
}

function nothing(...actions: Action[]) {
  return { passages: [], actions, offers: OFFERS, lastTopic: null, answered: false };
}
