/** Emergency and crisis: what to do stands first, a case opens, and nothing of it is a list to search through. */

import { serviceStatus } from '../../guidance/hours/service-status.ts';
import { tokyoMoment } from '../../guidance/hours/tokyo-moment.ts';
import { openHotlines } from '../../knowledge/hotlines.ts';
import type { Passage } from '../../knowledge/passage.ts';
import type { Analysis } from '../../language/analyse.ts';
import type { Verdict } from '../../triage/triage.ts';
import type { Action } from '../actions.ts';
import { type Decision, plainDecision } from '../decision.ts';
import type { Knowledge, Setting } from '../knowledge.ts';
import type { ConversationState } from '../state.ts';

type Emergency = Extract<Verdict, { kind: 'emergency' }>;
type Crisis = Extract<Verdict, { kind: 'crisis' }>;

/** Says to call now; the matching passage stands below. */
export function onEmergency(
  verdict: Emergency,
  question: Analysis,
  state: ConversationState,
  setting: Setting,
): Decision {
  const { rule, level, matched } = verdict;
  const passages = passagesOf(rule.passages ?? [], question, setting.knowledge);
  const [first] = passages;
  const actions: Action[] = [{ kind: 'emergency', level, text: rule.message }];
  if (first) actions.push({ kind: 'show-passage', passage: first, related: [] });
  return {
    ...plainDecision(
      'emergency',
      { ...state, flow: 'none', unclearInARow: 0, lastTopic: first?.topic ?? state.lastTopic },
      actions,
    ),
    rule: rule.id,
    passages: passages.map((passage) => ({ passage, score: 1 })),
    offers: ['counselor', 'support_line'],
    escalation: 'emergency',
    why: [`rule ${rule.id} (${level}): ${matched.join(', ')}`],
  };
}

/** Calm words and lines that answer; never passages. */
export function onCrisis(
  { rule, imminent, matched }: Crisis,
  state: ConversationState,
  setting: Setting,
): Decision {
  const { hotlines: lines, counselorHours, phrases } = setting.knowledge.handbook;
  const hotlines = openHotlines(lines, tokyoMoment(setting.nowMs));
  // Nobody may be left waiting for an answer that does not come: it is said when no counselor is there.
  const someoneIsThere =
    setting.person === 'talking' || serviceStatus(counselorHours, setting.nowMs).open === true;
  const text = `${rule.message}\n${someoneIsThere ? phrases.crisis_counselor_told : phrases.crisis_nobody_here}`;
  return {
    ...plainDecision('crisis', { ...state, flow: 'none', unclearInARow: 0 }, [
      { kind: 'crisis', imminent, text, hotlines },
    ]),
    rule: rule.id,
    offers: ['counselor'],
    escalation: 'crisis',
    why: [`rule ${rule.id}${imminent ? ' (imminent)' : ''}: ${matched.join(', ')}`],
  };
}

/** The passages that a rule names by id or topic; of a topic, those that fit the message best. */
function passagesOf(names: readonly string[], question: Analysis, knowledge: Knowledge): Passage[] {
  const named = knowledge.handbook.passages.filter((p) => names.includes(p.id) || names.includes(p.topic));
  const found = knowledge.retriever.find(question).passages.map((p) => p.passage.id);
  const place = (passage: Passage) => {
    const byId = names.indexOf(passage.id);
    if (byId >= 0) return byId;
    const rank = found.indexOf(passage.id);
    return names.length + (rank >= 0 ? rank : found.length);
  };
  return named.sort((a, b) => place(a) - place(b)).slice(0, 3);
}
