/** The cases behind a figure of a report: what the address asks, and how it is said on the page. */
import { z } from 'zod';
import { CASE_REASONS } from '../../conversation/decision.ts';
import { dayFromIso, isoDay, tokyoTimeMs } from '../../guidance/hours/tokyo-time.ts';
import { type CaseQuestion, LEFT_OPEN, WITHIN } from '../../store/case-list.ts';
import { RECORD_QUESTIONS } from '../../store/record-questions.ts';
import { REASON_WORDS } from '../kit/case-words.ts';

const day = z.iso.date();
const absent = null;

const query = z
  .object({
    from: day,
    to: day,
    reason: z.enum(CASE_REASONS).nullable(),
    within: z.enum(WITHIN).nullable(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
    survey_question: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .nullable(),
    survey_step: z.coerce.number().int().min(1).max(9).nullable(),
  })
  .refine(({ from, to }) => from <= to)
  .refine(({ question, answer }) => (question === null) === (answer === null))
  .refine(({ question, answer }) => question === null || labelsOf(question, answer ?? '') !== null)
  .refine((q) => (q.survey_question === null) === (q.survey_step === null));

export type Behind = z.infer<typeof query>;

const WITHIN_WORDS = {
  yes: '最初のお答えが目安のうち',
  no: '最初のお答えが目安をすぎた',
  open: 'まだお答えしていない',
} as const;

/** What an address of /console/cases asks; null where it is not one that a report makes. */
export function readBehind(parameters: Readonly<Record<string, string>>): Behind | null {
  const get = (name: string) => parameters[name] ?? absent;
  const read = query.safeParse({
    from: get('from'),
    to: get('to'),
    reason: get('reason'),
    within: get('within'),
    question: get('question'),
    answer: get('answer'),
    survey_question: get('survey_question'),
    survey_step: get('survey_step'),
  });
  return read.success ? read.data : null;
}

/** The days that every list of cases has at hand when none was named: this month. */
export function thisMonth(today: string): { readonly from: string; readonly to: string } {
  return { from: `${today.slice(0, 8)}01`, to: today };
}

export function caseQuestion(behind: Behind): CaseQuestion {
  const { question, answer, survey_question, survey_step } = behind;
  return {
    fromMs: tokyoTimeMs(dayFromIso(behind.from), 0),
    toMs: tokyoTimeMs(dayFromIso(behind.to) + 1, 0),
    urgency: behind.reason === null ? null : CASE_REASONS.indexOf(behind.reason),
    within: behind.within,
    record: question !== null && answer !== null ? { question, answer } : null,
    survey:
      survey_question !== null && survey_step !== null
        ? { question: survey_question, step: survey_step }
        : null,
  };
}

/** What the list shows, part by part. */
export function behindWords(
  behind: Behind,
  surveyLabel: (question: string, step: number) => string,
): string[] {
  const { question, answer, survey_question, survey_step } = behind;
  const record = question === null ? null : labelsOf(question, answer ?? '');
  return [
    behind.from === behind.to
      ? dayWords(behind.from)
      : `${dayWords(behind.from)}から${dayWords(behind.to)}まで`,
    ...(behind.reason ? [`理由：${REASON_WORDS[behind.reason].label}`] : []),
    ...(behind.within ? [WITHIN_WORDS[behind.within]] : []),
    ...(record ? [`${record.question}：${record.answer}`] : []),
    ...(survey_question !== null && survey_step !== null ? [surveyLabel(survey_question, survey_step)] : []),
  ];
}

/** The address of the same list further down. */
export function behindHref(behind: Behind, after: string | null): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(behind)) {
    if (value !== null) parameters.set(name, String(value));
  }
  if (after !== null) parameters.set('after', after);
  return `/console/cases?${parameters}`;
}

function labelsOf(question: string, answer: string): { question: string; answer: string } | null {
  const asked = RECORD_QUESTIONS.find(({ id }) => id === question);
  if (!asked) return null;
  if (answer === LEFT_OPEN) return { question: asked.label, answer: '未記入' };
  const given = asked.answers.find(({ id }) => id === answer);
  return given ? { question: asked.label, answer: given.label } : null;
}

function dayWords(iso: string): string {
  const [year, month, date] = isoDay(dayFromIso(iso)).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
