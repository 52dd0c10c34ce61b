/** What was decided for one event, with all that explains it. */
import type { Passage } from '../knowledge/passage.ts';
import type { SurveyQuestionId, SurveyStep } from '../knowledge/survey.ts';
import type { Action } from './actions.ts';
import { OFFERS, type Offer } from './offers.ts';
import type { Route } from './routes.ts';
import type { ConversationState } from './state.ts';

/** Why a counselor is called, most urgent first. */
export const CASE_REASONS = ['crisis', 'emergency', 'asked', 'unanswered', 'negative'] as const;
export type CaseReason = (typeof CASE_REASONS)[number];

/** Whether the patient knows of the case: of `unanswered` and `negative` nobody told them, and nobody is awaited. */
export function isAwaited(reason: CaseReason): boolean {
  switch (reason) {
    case 'crisis':
    case 'emergency':
    case 'asked':
      return true;
    case 'unanswered':
    case 'negative':
      return false;
    default:
      return reason satisfies never;
  }
}

/** What the patient thought of a case, to be kept with it. */
export type SurveyReply =
  | {
      readonly kind: 'answer';
      readonly caseId: string;
      readonly question: SurveyQuestionId;
      readonly step: SurveyStep;
    }
  | { readonly kind: 'comment'; readonly caseId: string; readonly text: string };

export type Decision = {
  readonly route: Route;
  /** Id of the triage rule that decided, or null. */
  readonly rule: string | null;
  /** Best first, at most 3; empty where none is confident enough. */
  readonly passages: readonly { readonly passage: Passage; readonly score: number }[];
  /** 0 to 1: how likely the best passage answers the message. */
  readonly confidence: number;
  readonly actions: readonly Action[];
  readonly offers: readonly Offer[];
  /** A case for the counselors, or null. */
  readonly escalation: CaseReason | null;
  readonly survey: SurveyReply | null;
  readonly state: ConversationState;
  /** For editors and counselors: why it was decided so, a line each. */
  readonly why: readonly string[];
};

/** A decision that shows `actions` and is otherwise plain; the caller overrides what differs. */
export function plainDecision(
  route: Route,
  state: ConversationState,
  actions: readonly Action[],
  ...why: readonly string[]
): Decision {
  return {
    route,
    rule: null,
    passages: [],
    confidence: 0,
    actions,
    offers: OFFERS,
    escalation: null,
    survey: null,
    state,
    why,
  };
}

export function say(text: string): Action {
  return { kind: 'say', text };
}
