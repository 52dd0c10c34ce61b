/** The heart: (state, event, setting) gives what to say and what to remember. It knows neither LINE nor the clock. */
import { isoDay, tokyoDayOf } from '../guidance/hours/tokyo-time.ts';
import type { PassageId } from '../knowledge/passage.ts';
import { type Decision, plainDecision, say } from './decision.ts';
import { answerConsent, askForConsent } from './flows/counselor.ts';
import { askPlace, centresAtNamedPlace, centresNear } from './flows/nearest-centre.ts';
import { inTheirReading, readMore, setReading } from './flows/reading.ts';
import { openSecondOpinion, tapSecondOpinion } from './flows/second-opinion.ts';
import { showSupportLine } from './flows/support-line.ts';
import { skipSurveyComment, tapSurvey, withoutComment } from './flows/survey.ts';
import type { Setting } from './knowledge.ts';
import { neverThreeTimes } from './never-three-times.ts';
import type { Offer } from './offers.ts';
import { onText } from './on-text.ts';
import { isWritten, type PatientEvent, type Tap } from './patient-event.ts';
import { relayed } from './relayed.ts';
import { type ConversationState, currentState } from './state.ts';

/**
 * Decides what to show for `event` of a patient of whom `previous` is remembered.
 * Pure: the same arguments give the same decision.
 */
export function decide(previous: ConversationState | null, event: PatientEvent, setting: Setting): Decision {
  const state = currentState(previous, setting.nowMs);
  const known = isWritten(event) ? { ...state, wroteOn: isoDay(tokyoDayOf(setting.nowMs)) } : state;
  return neverThreeTimes(inTheirReading(decideOnce(event, known, setting)), setting);
}

function decideOnce(event: PatientEvent, state: ConversationState, setting: Setting): Decision {
  const { phrases } = setting.knowledge.handbook;
  switch (event.kind) {
    case 'text':
      return onText(event.text, state, setting);
    case 'tap':
      return onTap(event.tap, state, setting);
    case 'location':
      return centresNear(event, null, state, setting);
    case 'follow':
      return plainDecision(
        'smalltalk',
        state,
        [say(phrases.greeting), say(phrases.greeting_limits)],
        'became a friend',
      );
    case 'joined-group':
      return { ...plainDecision('smalltalk', state, [say(phrases.group)], 'put into a group'), offers: [] };
    case 'sticker':
      if (setting.person === 'talking') return relayed(state);
      return plainDecision('smalltalk', state, [say(phrases.sticker)], 'a sticker');
    case 'media':
      if (setting.person === 'talking') return relayed(state);
      return plainDecision(
        'unclear',
        state,
        [say(phrases.media)],
        'a picture, sound or file: its content is not read',
      );
    default:
      return event satisfies never;
  }
}

function onTap(tap: Tap, before: ConversationState, setting: Setting): Decision {
  // Who taps on something else has gone on.
  const state = tap.kind === 'survey' || tap.kind === 'survey-skip' ? before : withoutComment(before);
  const { phrases } = setting.knowledge.handbook;
  switch (tap.kind) {
    case 'show-passage':
      return showPassage(tap.passage, state, setting);
    case 'read-more':
      return readMore(tap.passage, state, setting) ?? showPassage(tap.passage, state, setting);
    case 'set-reading':
      return setReading(tap.reading, tap.passage, state, setting);
    case 'rate': {
      const text = tap.helpful ? phrases.helpful_thanks : phrases.not_helpful_thanks;
      const rated = plainDecision('smalltalk', state, [say(text)], 'rated a passage');
      // A case that is open already stays as it is.
      const opens = !tap.helpful && setting.person === 'none';
      return opens ? { ...rated, escalation: 'negative', why: ['rated a passage as not helpful'] } : rated;
    }
    case 'take-offer':
      return takeOffer(tap.offer, state, setting);
    case 'guide':
      return tapSecondOpinion(tap.input, state, setting);
    case 'place':
      return centresAtNamedPlace(tap.label, state, setting) ?? askPlace(state, setting);
    case 'consent':
      return answerConsent(tap.given, state, setting);
    case 'survey':
      return tapSurvey(tap.caseId, tap.question, tap.step, state, setting);
    case 'survey-skip':
      return skipSurveyComment(tap.caseId, state, setting);
    default:
      return tap satisfies never;
  }
}

function takeOffer(offer: Offer, state: ConversationState, setting: Setting): Decision {
  switch (offer) {
    case 'support_line':
      return showSupportLine(state, setting);
    case 'counselor':
      return askForConsent(state, setting);
    case 'centre':
      return askPlace({ ...state, flow: 'none' }, setting);
    case 'second_opinion':
      return openSecondOpinion(state, setting);
    default:
      return offer satisfies never;
  }
}

function showPassage(id: PassageId, state: ConversationState, setting: Setting): Decision {
  const { passages, phrases } = setting.knowledge.handbook;
  const passage = passages.find((p) => p.id === id);
  if (!passage) {
    return plainDecision(
      'unclear',
      state,
      [say(phrases.passage_gone)],
      `passage ${id} is not in this handbook`,
    );
  }
  const related = passages.filter((p) => p.topic === passage.topic && p.id !== id).slice(0, 2);
  const next = { ...state, unclearInARow: 0, lastTopic: passage.topic };
  return {
    ...plainDecision(
      'answer',
      next,
      [{ kind: 'show-passage', passage, related }],
      'the patient chose this passage',
    ),
    passages: [{ passage, score: 1 }],
    confidence: 1,
  };
}
