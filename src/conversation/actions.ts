/** What the conversation decided to show; line/ turns it into LINE messages. */
import type { CentreDistance } from '../guidance/centres/nearest-centres.ts';
import type { ServiceText } from '../guidance/hours/service-text.ts';
import type { SecondOpinionShow } from '../guidance/second-opinion/show.ts';
import type { HotlineNow } from '../knowledge/hotlines.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { SupportLine } from '../knowledge/support-line.ts';
import type { SurveyQuestion } from '../knowledge/survey.ts';
import type { EmergencyLevel } from '../knowledge/triage-rules.ts';

export type Action =
  | { readonly kind: 'say'; readonly text: string }
  /** One passage in full; `related` are offered by title. */
  | { readonly kind: 'show-passage'; readonly passage: Passage; readonly related: readonly Passage[] }
  /** The same in easy Japanese. */
  | { readonly kind: 'show-plain'; readonly passage: Passage; readonly related: readonly Passage[] }
  /** The full form of a passage, with its dates and reviews. */
  | { readonly kind: 'read-more'; readonly passage: Passage }
  /** A clue: no passage is sure enough, so the nearest are offered, with what to ask and whom. */
  | { readonly kind: 'offer-choices'; readonly text: string; readonly choices: readonly Passage[] }
  /** What to do now, its first line first, with buttons that call. */
  | { readonly kind: 'emergency'; readonly level: EmergencyLevel; readonly text: string }
  /** Calm words, then lines that answer; `imminent` puts 119 first. */
  | {
      readonly kind: 'crisis';
      readonly imminent: boolean;
      readonly text: string;
      readonly hotlines: readonly HotlineNow[];
    }
  | { readonly kind: 'support-line'; readonly line: SupportLine; readonly hours: ServiceText }
  | { readonly kind: 'guide'; readonly show: SecondOpinionShow }
  /** Asks where the patient is; the phone's own position can be sent. */
  | { readonly kind: 'ask-place'; readonly text: string }
  | { readonly kind: 'choose-place'; readonly text: string; readonly labels: readonly string[] }
  | { readonly kind: 'centres'; readonly near: string | null; readonly centres: readonly CentreDistance[] }
  /** The official search; `nothingNear`: centres were looked up and none is in reach (else the place is not known). */
  | { readonly kind: 'no-centre'; readonly searchUrl: string; readonly nothingNear: boolean }
  | { readonly kind: 'ask-consent'; readonly text: string }
  /** One question of the survey after a case; `before` stands above it. */
  | {
      readonly kind: 'survey-question';
      readonly caseId: string;
      readonly before: string | null;
      readonly question: SurveyQuestion;
      readonly progress: string;
    }
  /** Asks for a free line; `skip` is the button that leaves it out. */
  | {
      readonly kind: 'survey-comment';
      readonly caseId: string;
      readonly text: string;
      readonly skip: string;
    };
