/** knowledge/survey.yaml: what a patient is asked once after a case, and the short words by which reports name it. */
import { z } from 'zod';

/** The four questions in their fixed order; stored answers and reports name them by these ids. */
export const SURVEY_QUESTIONS = ['purpose', 'understanding', 'satisfaction', 'counselor'] as const;
export type SurveyQuestionId = (typeof SURVEY_QUESTIONS)[number];

/** The steps of every question, the best first. */
export const SURVEY_STEPS = [4, 3, 2, 1] as const;
export type SurveyStep = (typeof SURVEY_STEPS)[number];

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
/** LINE cuts a button's label after 20 characters; counted as a reader counts. */
const label = z
  .string()
  .min(1)
  .refine((text) => [...graphemes.segment(text)].length <= 20, 'at most 20 characters: it is a button');
const text = z.string().trim().min(1).max(300, 'keep it within 300 characters');
const report = z.string().min(1).max(12, 'at most 12 characters: it heads a column of a report');

function stepOf<S extends SurveyStep>(step: S) {
  return z.strictObject({ step: z.literal(step), label, report });
}

function questionOf<Q extends SurveyQuestionId>(id: Q) {
  return z.strictObject({
    id: z.literal(id, `this question is "${id}"; the four keep their ids and their order`),
    report,
    text,
    steps: z.tuple([stepOf(4), stepOf(3), stepOf(2), stepOf(1)]),
  });
}

export const surveyFile = z.strictObject({
  questions: z.tuple([
    questionOf('purpose'),
    questionOf('understanding'),
    questionOf('satisfaction'),
    questionOf('counselor'),
  ]),
  says: z.strictObject({
    invitation: text,
    progress: label,
    comment_ask: text,
    comment_skip: label,
    thanks: text,
    skipped: text,
    changed: text,
  }),
});

export type Survey = z.infer<typeof surveyFile>;
export type SurveyQuestion = Survey['questions'][number];
