/** What the conversation remembers of one patient between messages: plain JSON. */
import type { SecondOpinionState } from '../guidance/second-opinion/state.ts';
import type { PassageId } from '../knowledge/passage.ts';
import { emptyMemory, type TriageMemory } from '../triage/memory.ts';
import type { Reading } from './readings.ts';
import type { SurveyState } from './survey-state.ts';

/** After this silence a new message begins a new conversation. */
const STATE_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** What was asked of the patient last, so that the next message may be its answer. */
export type Flow = 'none' | 'second-opinion' | 'asked-place' | 'asked-consent' | 'survey-comment';

export type ConversationState = {
  /** Raised when the shape changes, so that an older record is dropped, not misread. */
  readonly format: 2;
  /** How many messages in a row found no answer. */
  readonly unclearInARow: number;
  /** Topic of the last passage shown, for questions that lean on it. */
  readonly lastTopic: string | null;
  /** The last passage shown, to be read again in another way. */
  readonly lastPassage: PassageId | null;
  /** How the patient wants to read; kept until they change it. */
  readonly reading: Reading;
  readonly flow: Flow;
  /** The way through the second-opinion guide; resumable after days. */
  readonly secondOpinion: SecondOpinionState | null;
  /** The survey after the patient's last case, or null; it can be answered days later. */
  readonly survey: SurveyState | null;
  /** Day in Tokyo (2026-11-24) on which the patient last wrote: people are counted once a day. */
  readonly wroteOn: string | null;
  /** Symptoms and treatment that the patient told; each decays by itself. */
  readonly triage: TriageMemory;
  /** What was said last and how many times in a row. */
  readonly lastSaid: { readonly key: string; readonly times: number };
  readonly updatedAtMs: number;
};

/** A patient of whom nothing is remembered. */
export function freshState(nowMs: number): ConversationState {
  return {
    format: 2,
    unclearInARow: 0,
    lastTopic: null,
    lastPassage: null,
    reading: 'standard',
    flow: 'none',
    secondOpinion: null,
    survey: null,
    wroteOn: null,
    triage: emptyMemory(),
    lastSaid: { key: '', times: 0 },
    updatedAtMs: nowMs,
  };
}

/** `state` at `nowMs`: after a long silence only what lasts is kept. */
export function currentState(state: ConversationState | null, nowMs: number): ConversationState {
  const fresh = freshState(nowMs);
  if (state === null || state.format !== 2) return fresh;
  // A record of an earlier version of the program lacks what was added since.
  const known = { ...fresh, ...state, updatedAtMs: nowMs };
  if (nowMs - state.updatedAtMs <= STATE_LIFETIME_MS) return known;
  const { reading, secondOpinion, survey, wroteOn, triage } = known;
  return { ...fresh, reading, secondOpinion, survey, wroteOn, triage };
}
