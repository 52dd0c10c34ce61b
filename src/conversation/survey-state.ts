/** How far the patient has come in the survey after a case: plain JSON. */
import type { SurveyQuestionId } from '../knowledge/survey.ts';

export type SurveyState = {
  readonly caseId: string;
  /** In the survey's own order. */
  readonly answered: readonly SurveyQuestionId[];
  /** The free line was written or left out: it is not asked for again. */
  readonly closed: boolean;
};
