/** What was decided for one event, with all that explains it. */
import type { Passage } from '../knowledge/passage.ts';
import type { Action } from './actions.ts';
import type { Offer } from './offers.ts';
import type { Route } from './routes.ts';
import type { ConversationState } from './state.ts';

export type ScoredPassage = { readonly passage: Passage; readonly score: number };

export type Decision = {
  readonly route: Route;
  /** Id of the triage rule that decided, or null. */
  readonly rule: string | null;
  /** Best first, at most 3; empty where none is confident enough. */
  readonly passages: readonly ScoredPassage[];
  /** 0 to 1: how likely the best passage answers the message. */
  readonly confidence: number;
  readonly actions: readonly Action[];
  readonly offers: readonly Offer[];
  readonly state: ConversationState;
  /** For editors and counselors: why it was decided so, a line each. */
  readonly why: readonly string[];
};
