/** What stood on the button that a patient tapped. */
import type { Tap } from '../conversation/patient-event.ts';
import { choiceId } from '../guidance/second-opinion/show.ts';
import type { Handbook } from '../knowledge/handbook.ts';
import type { SecondOpinionGuide } from '../knowledge/second-opinion.ts';

/** The words of `tap`; of a button that editors have removed since, the words that say so. */
export function tapWords(
  tap: Tap,
  handbook: Pick<Handbook, 'phrases' | 'secondOpinion' | 'survey' | 'passages'>,
): string {
  const { phrases, survey } = handbook;
  switch (tap.kind) {
    case 'show-passage':
      return titleOf(tap.passage, handbook.passages);
    case 'read-more':
      return `${phrases.read_more}（${titleOf(tap.passage, handbook.passages)}）`;
    case 'set-reading':
      return phrases[`reading_${tap.reading}`];
    case 'rate': {
      const said = tap.helpful ? phrases.helpful : phrases.not_helpful;
      return `${said}（${titleOf(tap.passage, handbook.passages)}）`;
    }
    case 'take-offer':
      return phrases[`offer_${tap.offer}`];
    case 'guide':
      return guideWords(tap.input, handbook.secondOpinion);
    case 'place':
      return tap.label;
    case 'consent':
      return tap.given ? phrases.consent_yes : phrases.consent_no;
    case 'survey': {
      const question = survey.questions.find((one) => one.id === tap.question);
      const step = question?.steps.find((one) => one.step === tap.step);
      return `${question?.report ?? tap.question}：${step?.label ?? tap.step}`;
    }
    case 'survey-skip':
      return survey.says.comment_skip;
    default:
      return tap satisfies never;
  }
}

function titleOf(id: string, passages: Handbook['passages']): string {
  return passages.find((passage) => passage.id === id)?.title ?? '今はない記事';
}

function guideWords(input: string, guide: SecondOpinionGuide): string {
  for (const [id, control] of Object.entries(guide.controls)) if (id === input) return control.label;
  for (const step of guide.steps) {
    for (const choice of step.choices) if (choiceId(step.id, choice.id) === input) return choice.label;
  }
  const [, verb, id] = /^(done|undone):(.+)$/.exec(input) ?? [];
  const item = guide.checklist.find((one) => one.id === id);
  if (!item) return '今はないボタン';
  return verb === 'done' ? `できた：${item.label}` : `まだ：${item.label}`;
}
