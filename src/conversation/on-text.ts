/** A message in words: danger first, then the person who has the case, what was asked, wishes, and questions. */
import type { Analysis } from '../language/analyse.ts';
import type { Assessment } from '../triage/triage.ts';
import { answerQuestion } from './answer-question.ts';
import { type Decision, plainDecision, say } from './decision.ts';
import { answerConsent, askForConsent, readConsent } from './flows/counselor.ts';
import { onCrisis, onEmergency } from './flows/danger.ts';
import { askForCentre, centresAtNamedPlace } from './flows/nearest-centre.ts';
import { readingWish, readMore, setReading } from './flows/reading.ts';
import { openSecondOpinion, typeSecondOpinion } from './flows/second-opinion.ts';
import { showSupportLine } from './flows/support-line.ts';
import { typeSurveyComment, withoutComment } from './flows/survey.ts';
import type { Setting } from './knowledge.ts';
import { relayed } from './relayed.ts';
import type { ConversationState } from './state.ts';

/** A place is named in few words; a longer message is a question that happens to name one. */
const PLACE_ANSWER_LENGTH = 30;

/** A question without a subject of its own (「いつから？」): its subject is what was shown last. */
const ASKS = /[?？]|いつ|どこ|なぜ|どう|どの|だれ|誰|何|なに/;

export function onText(text: string, before: ConversationState, setting: Setting): Decision {
  const { triage, analyser } = setting.knowledge;
  const assessment = triage.assess(text, before.triage, setting.nowMs);
  const state = { ...before, triage: assessment.memory };
  const question = analyser.analyse(text);
  const decision = decideText(text, question, assessment, state, setting);
  return { ...decision, why: [...decision.why, ...explain(assessment, decision.rule)] };
}

function decideText(
  text: string,
  question: Analysis,
  { verdict }: Assessment,
  before: ConversationState,
  setting: Setting,
): Decision {
  if (verdict.kind === 'emergency') return onEmergency(verdict, question, before, setting);
  if (verdict.kind === 'crisis') return onCrisis(verdict, before, setting);
  if (setting.person === 'talking') return relayed(before);
  const comment = typeSurveyComment(text, question, verdict, before, setting);
  if (comment) return comment;
  const state = withoutComment(before);
  const reads = typeReading(question.normal, state, setting);
  if (reads) return reads;
  const leaves = verdict.kind === 'wish' && verdict.route === 'leave';
  const answered = leaves ? null : answerToWhatWasAsked(text, question, state, setting);
  if (answered) return answered;
  if (verdict.kind === 'wish') {
    return { ...onWish(verdict, text, state, setting), rule: verdict.rule.id };
  }
  if (verdict.kind === 'amber') {
    const answer = answerQuestion(question, state, setting);
    const [first] = verdict.rules;
    return {
      ...answer,
      route: 'answer',
      // The warning is the answer.
      escalation: null,
      rule: first?.id ?? null,
      actions: [...verdict.rules.slice(0, 1).map((rule) => say(rule.message)), ...withoutApology(answer)],
      why: [...answer.why, `amber: ${verdict.matched.join(', ')}`],
    };
  }
  if (question.words.length === 0 && !(state.lastTopic && ASKS.test(question.normal))) {
    return hello(question, state, setting);
  }
  return answerQuestion(question, state, setting);
}

/** 「ふりがな」「やさしい日本語」「もっと読む」; null for anything else. */
function typeReading(normal: string, state: ConversationState, setting: Setting): Decision | null {
  const wish = readingWish(normal);
  if (wish === null) return null;
  return wish === 'more' ? readMore(null, state, setting) : setReading(wish, null, state, setting);
}

/** Under a warning, 「お答えできませんでした」 would only confuse: the warning is the answer. */
function withoutApology(answer: Decision): Decision['actions'] {
  return answer.route === 'answer' ? answer.actions : [];
}

/** What the message means as the answer to our last question; null when it is something else. */
function answerToWhatWasAsked(
  text: string,
  question: Analysis,
  state: ConversationState,
  setting: Setting,
): Decision | null {
  switch (state.flow) {
    case 'none':
    // The free line was read before: this is something else.
    case 'survey-comment':
      return null;
    case 'second-opinion':
      return typeSecondOpinion(text, state, setting);
    case 'asked-place':
      return question.normal.length > PLACE_ANSWER_LENGTH ? null : centresAtNamedPlace(text, state, setting);
    case 'asked-consent': {
      const given = readConsent(question.normal);
      return given === null ? null : answerConsent(given, state, setting);
    }
    default:
      return state.flow satisfies never;
  }
}

function onWish(
  { route, rule }: Extract<Assessment['verdict'], { kind: 'wish' }>,
  text: string,
  state: ConversationState,
  setting: Setting,
): Decision {
  const { phrases } = setting.knowledge.handbook;
  const calm = { ...state, flow: 'none' as const };
  switch (route) {
    case 'support_line':
      return showSupportLine(state, setting);
    case 'second_opinion':
      return openSecondOpinion(state, setting);
    case 'centre':
      return askForCentre(text, calm, setting);
    case 'counselor':
      return askForConsent(state, setting);
    case 'smalltalk': {
      const texts = { greeting: phrases.hello, thanks: phrases.thanks, all_well: phrases.all_well };
      return plainDecision(
        'smalltalk',
        { ...state, unclearInARow: 0 },
        [say(texts[rule.tone ?? 'greeting'])],
        'smalltalk',
      );
    }
    case 'leave':
      return plainDecision(
        'smalltalk',
        { ...calm, unclearInARow: 0 },
        [say(phrases.left)],
        'leaves what was begun',
      );
    default:
      return route satisfies never;
  }
}

function hello(question: Analysis, state: ConversationState, setting: Setting): Decision {
  const { phrases } = setting.knowledge.handbook;
  const thanked = /ありがと|感謝|助かり/.test(question.normal);
  return plainDecision(
    'smalltalk',
    state,
    [say(thanked ? phrases.thanks : phrases.hello)],
    'no word that a passage could answer',
  );
}

/** Why the other rules that came near did not decide. */
function explain({ considered }: Assessment, decided: string | null): string[] {
  return considered
    .filter(({ rule }) => rule !== decided)
    .map(
      ({ rule, matched, blockedBy }) =>
        `rule ${rule} (${matched.join(', ')}): ${blockedBy ?? 'held, but another came first'}`,
    );
}
