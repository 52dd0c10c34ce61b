/** Decides on an event and writes the decision and its answer down, before anything is sent. */

import { decide } from '../conversation/decide.ts';
import { CASE_REASONS, type Decision } from '../conversation/decision.ts';
import { isWritten, type PatientEvent } from '../conversation/patient-event.ts';
import type { ConversationState } from '../conversation/state.ts';
import { isoDay, tokyoDayOf } from '../guidance/hours/tokyo-time.ts';
import { REPLY_TOKEN_LIFETIME_MS } from '../line/messaging-api.ts';
import { renderDecision } from '../line/render/decision.ts';
import type { LineEvent } from '../line/webhook-body.ts';
import { type Answer, keepDecision, StaleConversationError } from '../store/decisions.ts';
import { findSituation, type OpenEvent, type StoredConversation } from '../store/inbox.ts';
import type { IntakeParts } from './parts.ts';
import { topicOf, whatToCount } from './what-to-count.ts';

/** What a case's status means to the conversation. */
const PERSON = { none: 'none', waiting: 'waiting', claimed: 'talking' } as const;

/** How often a decision is made again because another message of the same patient came in between. */
const DECISION_TRIES = 5;

/** The answer to `event` as it was written down, or null when there is nothing to say. */
export async function makeDecision(
  parts: IntakeParts,
  open: OpenEvent,
  event: LineEvent,
  patientEvent: PatientEvent,
): Promise<Answer | null> {
  const knowledge = await parts.knowledge();
  let { conversation, openCase } = open;
  for (let tries = 1; ; tries++) {
    const setting = { knowledge, nowMs: parts.now(), person: PERSON[openCase ?? 'none'] };
    const previous = await readState(parts, conversation);
    const decision = decide(previous, patientEvent, setting);
    const messages = renderDecision(decision, knowledge);
    const answer: Answer = {
      messages: JSON.stringify(messages),
      replyToken: event.replyToken ?? null,
      replyTokenExpiresAtMs: event.timestamp + REPLY_TOKEN_LIFETIME_MS,
      retryKey: parts.uuid(),
    };
    try {
      await keepDecision(
        parts.db,
        parts.seal,
        {
          eventId: open.id,
          patientId: open.patientId,
          previous: conversation,
          state: JSON.stringify(decision.state),
          said: said(event, decision, knowledge.version),
          answer: messages.length > 0 ? answer : null,
          topic: topicOf(decision),
          wrote: isWritten(patientEvent) ? sparedToken(answer, messages.length > 0) : null,
          rating: ratingOf(patientEvent),
          escalation: decision.escalation === null ? null : CASE_REASONS.indexOf(decision.escalation),
          survey: decision.survey,
          day: isoDay(tokyoDayOf(setting.nowMs)),
          counts: whatToCount(patientEvent, decision, previous, setting.nowMs),
        },
        setting.nowMs,
      );
    } catch (error) {
      if (!(error instanceof StaleConversationError) || tries >= DECISION_TRIES) throw error;
      ({ conversation, openCase } = await findSituation(parts.db, open.patientId));
      continue;
    }
    const { route, rule, confidence } = decision;
    const passages = decision.passages.map((p) => p.passage.id);
    parts.log({ what: 'decided', event: open.id, route, rule, passages, confidence });
    return messages.length > 0 ? answer : null;
  }
}

async function readState(
  parts: IntakeParts,
  conversation: StoredConversation | null,
): Promise<ConversationState | null> {
  if (conversation === null) return null;
  return JSON.parse(await parts.seal.open(conversation.sealedState)) as ConversationState;
}

function said(event: LineEvent, decision: Decision, knowledgeVersion: string) {
  return {
    content: JSON.stringify(event.message ?? event.postback ?? { type: event.type }),
    lineMessageId: event.message?.id ?? null,
    route: decision.route,
    rule: decision.rule,
    passageIds: decision.passages.map((p) => p.passage.id),
    confidence: decision.confidence,
    knowledgeVersion,
  };
}

/** The reply token, unless the bot's own answer takes it: then a counselor's answer in time costs no push. */
function sparedToken({ replyToken, replyTokenExpiresAtMs }: Answer, taken: boolean) {
  return { replyToken: taken ? null : replyToken, replyTokenExpiresAtMs };
}

function ratingOf(event: PatientEvent) {
  if (event.kind !== 'tap' || event.tap.kind !== 'rate') return null;
  return { passageId: event.tap.passage, helpful: event.tap.helpful };
}
