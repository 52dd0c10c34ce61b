/** What of a decision is counted for the reports. Pure. */
import type { Decision } from '../conversation/decision.ts';
import type { PatientEvent } from '../conversation/patient-event.ts';
import type { ConversationState } from '../conversation/state.ts';
import { isExpired } from '../guidance/second-opinion/state.ts';
import { GUIDE_END } from '../knowledge/second-opinion.ts';
import type { Count } from '../store/decisions.ts';
import type { DeskId } from '../store/tallies.ts';

/** The counts that `decision` on `event` adds one to; `previous` is what was remembered before it. */
export function whatToCount(
  event: PatientEvent,
  decision: Decision,
  previous: ConversationState | null,
  nowMs: number,
): Count[] {
  const topic = topicOf(decision);
  return [
    ...desksOf(decision, previous, nowMs).map((key): Count => ({ kind: 'desk', key })),
    ...(topic === null ? [] : [{ kind: 'topic', key: topic } as const]),
    ...(event.kind === 'text' ? [{ kind: 'route', key: decision.route } as const] : []),
  ];
}

/** The topic that the patient was answered on; null where they are still to choose, or nothing was shown. */
export function topicOf({ route, actions }: Decision): string | null {
  if (route !== 'answer' && route !== 'emergency') return null;
  for (const action of actions) {
    if (action.kind === 'show-passage') return action.passage.topic;
  }
  return null;
}

function desksOf(decision: Decision, previous: ConversationState | null, nowMs: number): DeskId[] {
  const { state, route, actions } = decision;
  const wroteFirst = state.wroteOn !== null && state.wroteOn !== (previous?.wroteOn ?? null);
  const lookedUp = actions.some(
    (action) => action.kind === 'centres' || (action.kind === 'no-centre' && action.nothingNear),
  );
  return [
    ...(wroteFirst ? (['chat'] as const) : []),
    ...(route === 'support_line' ? (['support_line'] as const) : []),
    ...(beganGuide(state, previous, nowMs) ? (['second_opinion'] as const) : []),
    ...(lookedUp ? (['centre'] as const) : []),
  ];
}

/** Whether the guide was begun: also anew after its end or after months, but not by 「はじめから」 on the way. */
function beganGuide(state: ConversationState, previous: ConversationState | null, nowMs: number): boolean {
  const now = state.secondOpinion;
  const before = previous?.secondOpinion ?? null;
  if (now === null) return false;
  if (before === null) return true;
  return now.startedAtMs !== before.startedAtMs && (before.step === GUIDE_END || isExpired(before, nowMs));
}
