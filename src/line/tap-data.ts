/** The data of our buttons' postbacks: written when a message is rendered, read when the patient taps. */
import { OFFERS } from '../conversation/offers.ts';
import type { Tap } from '../conversation/patient-event.ts';
import { READINGS } from '../conversation/readings.ts';
import type { PassageId } from '../knowledge/passage.ts';
import { SURVEY_QUESTIONS, SURVEY_STEPS } from '../knowledge/survey.ts';

/** A case bears the id of the event that opened it. */
const CASE_ID = /^[\w-]{1,64}$/;

/** `tap` as postback data, e.g. `rate=symptoms/pain&helpful=1`. At most 300 characters by LINE's rule. */
export function writeTap(tap: Tap): string {
  switch (tap.kind) {
    case 'show-passage':
      return new URLSearchParams({ show: tap.passage }).toString();
    case 'read-more':
      return new URLSearchParams({ more: tap.passage }).toString();
    case 'set-reading': {
      const passage = tap.passage === null ? {} : { of: tap.passage };
      return new URLSearchParams({ reading: tap.reading, ...passage }).toString();
    }
    case 'rate':
      return new URLSearchParams({ rate: tap.passage, helpful: tap.helpful ? '1' : '0' }).toString();
    case 'take-offer':
      return new URLSearchParams({ offer: tap.offer }).toString();
    case 'guide':
      return new URLSearchParams({ guide: tap.input }).toString();
    case 'place':
      return new URLSearchParams({ place: tap.label }).toString();
    case 'consent':
      return new URLSearchParams({ consent: tap.given ? '1' : '0' }).toString();
    case 'survey': {
      const { caseId, question, step } = tap;
      return new URLSearchParams({ survey: caseId, q: question, step: String(step) }).toString();
    }
    case 'survey-skip':
      return new URLSearchParams({ survey: tap.caseId, comment: '0' }).toString();
    default:
      return tap satisfies never;
  }
}

/** The tap that `data` stands for, or null for data that is not ours. */
export function readTap(data: string): Tap | null {
  const fields = new URLSearchParams(data);
  const show = fields.get('show');
  if (show) return { kind: 'show-passage', passage: show as PassageId };
  const more = fields.get('more');
  if (more) return { kind: 'read-more', passage: more as PassageId };
  const reading = READINGS.find((r) => r === fields.get('reading'));
  if (reading)
    return { kind: 'set-reading', reading, passage: (fields.get('of') || null) as PassageId | null };
  const rate = fields.get('rate');
  if (rate) return { kind: 'rate', passage: rate as PassageId, helpful: fields.get('helpful') === '1' };
  const guide = fields.get('guide');
  if (guide) return { kind: 'guide', input: guide };
  const place = fields.get('place');
  if (place) return { kind: 'place', label: place };
  const consent = fields.get('consent');
  if (consent) return { kind: 'consent', given: consent === '1' };
  const survey = fields.get('survey');
  if (survey !== null) return readSurvey(survey, fields);
  const offer = OFFERS.find((o) => o === fields.get('offer'));
  return offer ? { kind: 'take-offer', offer } : null;
}

function readSurvey(caseId: string, fields: URLSearchParams): Tap | null {
  if (!CASE_ID.test(caseId)) return null;
  if (fields.get('comment') === '0') return { kind: 'survey-skip', caseId };
  const question = SURVEY_QUESTIONS.find((id) => id === fields.get('q'));
  const step = SURVEY_STEPS.find((one) => String(one) === fields.get('step'));
  return question && step ? { kind: 'survey', caseId, question, step } : null;
}
