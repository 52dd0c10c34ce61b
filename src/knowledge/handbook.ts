/** The handbook: all that editors own, compiled and checked. */
import type { CannedGroup } from './canned-replies.ts';
import type { Centre } from './centres.ts';
import type { Hotline } from './hotlines.ts';
import type { Passage } from './passage.ts';
import type { Phrases } from './phrases.ts';
import type { PlaceData } from './places.ts';
import type { Readings } from './readings.ts';
import type { SecondOpinionGuide } from './second-opinion.ts';
import type { CounselorHours } from './service-hours.ts';
import type { SupportLine } from './support-line.ts';
import type { Survey } from './survey.ts';
import type { TermGroup } from './terms.ts';
import type { Topic } from './topics.ts';
import type { TriageRules } from './triage-rules.ts';

export type Handbook = {
  readonly topics: readonly Topic[];
  readonly terms: readonly TermGroup[];
  /** Words by which a message is known to be about illness and care. */
  readonly careWords: readonly string[];
  /** Other illnesses; a message about one of them alone is out of scope. */
  readonly otherIllnesses: readonly string[];
  /** Words that make such a message one about cancer all the same. */
  readonly cancerWords: readonly string[];
  readonly phrases: Phrases;
  readonly supportLine: SupportLine;
  readonly counselorHours: CounselorHours;
  readonly hotlines: readonly Hotline[];
  readonly secondOpinion: SecondOpinionGuide;
  /** What patients are asked after a case; reports take their labels from it. */
  readonly survey: Survey;
  /** Texts that counselors put into their answers. */
  readonly cannedReplies: readonly CannedGroup[];
  /** How words are read where the dictionary is wrong, in hiragana. */
  readonly readings: Readings;
  /** Kanji that need no furigana. */
  readonly easyKanji: string;
  readonly triage: TriageRules;
  readonly centres: readonly Centre[];
  readonly places: PlaceData;
  /** In the order of their ids. */
  readonly passages: readonly Passage[];
};

/** The handbook with the passages that no clinician has reviewed kept back (KNOWLEDGE_REVIEWED_ONLY=1). */
export function reviewedOnly(handbook: Handbook): Handbook {
  return { ...handbook, passages: handbook.passages.filter((passage) => passage.reviewed !== null) };
}
