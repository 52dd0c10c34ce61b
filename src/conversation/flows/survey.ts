/** The patient's view after a case: four questions by buttons, then one free line; it may be left at any point. */
import { SURVEY_QUESTIONS, type SurveyQuestionId, type SurveyStep } from '../../knowledge/survey.ts';
import type { Analysis } from '../../language/analyse.ts';
import type { Verdict } from '../../triage/triage.ts';
import { ANSWER_FROM, CHOICES_FROM } from '../answer-question.ts';
import { type Decision, plainDecision, say } from '../decision.ts';
import type { Setting } from '../knowledge.ts';
import type { ConversationState } from '../state.ts';
import type { SurveyState } from '../survey-state.ts';

/** Typed in place of the button 「書かない」. */
const NOTHING_TO_SAY =
  /^(書かない|書きません|かかない|(とく|特)に(ない|なし|ありません|無し|無い)|な(い|し)(です)?|ありません|いいえ|結構です|けっこうです|大丈夫です)[。!！]*$/;
/** A request for an answer, in whatever words. */
const ASKS =
  /[?？]|(です|ます|ません|でしょう|だろう)か|教えて|おしえて|知りたい|しりたい|どうすれば|どうしたら/;
/** A look back on what was: the past tense and thanks, as people write of a talk that has ended. */
const LOOKS_BACK =
  /まし(た|て)|かった|もらえ|もらい|もらっ|くれ(た|て)|いただ|頂|くださ|ありがと|感謝|助か|たすか|満足|不満/;

/** One of the four buttons; the next question that is still open follows, or the free line. */
export function tapSurvey(
  caseId: string,
  question: SurveyQuestionId,
  step: SurveyStep,
  state: ConversationState,
  setting: Setting,
): Decision {
  const before = surveyOf(caseId, state);
  const answered = SURVEY_QUESTIONS.filter((id) => id === question || before.answered.includes(id));
  const survey: SurveyState = { ...before, answered };
  const decision = goOn(survey, before.answered.includes(question), state, setting);
  return {
    ...decision,
    survey: { kind: 'answer', caseId, question, step },
    why: [`survey: ${question} ${step}`, ...decision.why],
  };
}

/** The button 「書かない」, or words to that effect. */
export function skipSurveyComment(caseId: string, state: ConversationState, setting: Setting): Decision {
  const survey = { ...surveyOf(caseId, state), closed: true };
  const { skipped } = setting.knowledge.handbook.survey.says;
  return end(survey, state, setting, skipped, 'survey: no free line');
}

/**
 * The free line that was asked for; null when `text` is something else: a wish, a symptom, or a question that a
 * passage answers. Nobody may lose an answer because a survey stood open.
 */
export function typeSurveyComment(
  text: string,
  question: Analysis,
  verdict: Verdict,
  state: ConversationState,
  setting: Setting,
): Decision | null {
  const { survey } = state;
  if (state.flow !== 'survey-comment' || survey === null) return null;
  if (leaves(verdict) || NOTHING_TO_SAY.test(question.normal)) {
    return skipSurveyComment(survey.caseId, state, setting);
  }
  if (!isComment(question, verdict, setting)) return null;
  const { thanks } = setting.knowledge.handbook.survey.says;
  const closed = { ...survey, closed: true };
  return {
    ...end(closed, state, setting, thanks, 'survey: the free line'),
    survey: { kind: 'comment', caseId: survey.caseId, text },
  };
}

function leaves(verdict: Verdict): boolean {
  return verdict.kind === 'wish' && verdict.route === 'leave';
}

function isComment(question: Analysis, verdict: Verdict, setting: Setting): boolean {
  if (verdict.kind === 'wish') {
    // 「ありがとうございました」 is what many write here; a greeting begins something new.
    return (
      verdict.route === 'smalltalk' && verdict.rule.tone !== undefined && verdict.rule.tone !== 'greeting'
    );
  }
  if (verdict.kind !== 'none') return false;
  const asks = ASKS.test(question.normal);
  if (!asks && LOOKS_BACK.test(question.normal)) return true;
  return setting.knowledge.retriever.find(question).confidence < (asks ? CHOICES_FROM : ANSWER_FROM);
}

function goOn(survey: SurveyState, again: boolean, state: ConversationState, setting: Setting): Decision {
  const { questions, says } = setting.knowledge.handbook.survey;
  const next = questions.find((one) => !survey.answered.includes(one.id));
  if (next) {
    const asking = { ...withoutComment(state), survey };
    const action = {
      kind: 'survey-question',
      caseId: survey.caseId,
      before: again ? says.changed : null,
      question: next,
      progress: `${says.progress} ${questions.indexOf(next) + 1} / ${questions.length}`,
    } as const;
    return { ...plainDecision('smalltalk', asking, [action], `survey: asks ${next.id}`), ...offers(setting) };
  }
  if (survey.closed) return end(survey, state, setting, says.changed, 'survey: an answer is changed');
  // A counselor is talking with the patient again: what they write now is for the counselor.
  if (setting.person === 'talking') {
    return end({ ...survey, closed: true }, state, setting, says.thanks, 'survey: ends, a counselor is here');
  }
  const asking = { ...withoutComment(state), flow: 'survey-comment' as const, survey };
  const action = {
    kind: 'survey-comment',
    caseId: survey.caseId,
    text: says.comment_ask,
    skip: says.comment_skip,
  } as const;
  return plainDecision('smalltalk', asking, [action], 'survey: asks for a free line');
}

function end(
  survey: SurveyState,
  state: ConversationState,
  setting: Setting,
  words: string,
  why: string,
): Decision {
  return {
    ...plainDecision('smalltalk', { ...withoutComment(state), survey }, [say(words)], why),
    ...offers(setting),
  };
}

/** No ways to a person under the survey while one is talking with the patient. */
function offers({ person }: Setting): Partial<Decision> {
  return person === 'talking' ? { offers: [] } : {};
}

/** `state` in which no free line is awaited any more; whatever else was asked stays as it is. */
export function withoutComment(state: ConversationState): ConversationState {
  return state.flow === 'survey-comment' ? { ...state, flow: 'none' } : state;
}

/** What is known of this case's survey; that of another case is forgotten, its answers are kept in the store. */
function surveyOf(caseId: string, state: ConversationState): SurveyState {
  return state.survey?.caseId === caseId ? state.survey : { caseId, answered: [], closed: false };
}
