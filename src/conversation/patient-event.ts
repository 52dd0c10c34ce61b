/** What a patient did, in the conversation's own words; LINE's shapes end at line/. */
import type { PassageId } from '../knowledge/passage.ts';
import type { SurveyQuestionId, SurveyStep } from '../knowledge/survey.ts';
import type { Offer } from './offers.ts';
import type { Reading } from './readings.ts';

/** What the patient tapped on a button of ours. */
export type Tap =
  | { readonly kind: 'show-passage'; readonly passage: PassageId }
  /** The full form of a passage. */
  | { readonly kind: 'read-more'; readonly passage: PassageId }
  /** How to write from now on; `passage` is shown again in that way. */
  | { readonly kind: 'set-reading'; readonly reading: Reading; readonly passage: PassageId | null }
  | { readonly kind: 'rate'; readonly passage: PassageId; readonly helpful: boolean }
  | { readonly kind: 'take-offer'; readonly offer: Offer }
  /** A button of the second-opinion guide. */
  | { readonly kind: 'guide'; readonly input: string }
  /** One of several places of the same name. */
  | { readonly kind: 'place'; readonly label: string }
  /** Whether a counselor may read the conversation. */
  | { readonly kind: 'consent'; readonly given: boolean }
  /** An answer of the survey after a case. */
  | {
      readonly kind: 'survey';
      readonly caseId: string;
      readonly question: SurveyQuestionId;
      readonly step: SurveyStep;
    }
  /** Leaves out the survey's free line. */
  | { readonly kind: 'survey-skip'; readonly caseId: string };

export type PatientEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly tap: Tap }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'sticker' }
  /** A picture, film, sound or file: its content is not read. */
  | { readonly kind: 'media' }
  | { readonly kind: 'follow' }
  /** The bot was put into a group, where it answers nobody. */
  | { readonly kind: 'joined-group' };

/** Whether the patient sent something of their own, other than by a button of ours. */
export function isWritten({ kind }: PatientEvent): boolean {
  return kind === 'text' || kind === 'location' || kind === 'sticker' || kind === 'media';
}
