/** What to show a patient on the way: data and editors' texts, for the conversation to render. */
import type {
  GuideControl,
  GuideOffer,
  GuideStep,
  SecondOpinionGuide,
} from '../../knowledge/second-opinion.ts';
import { type ChecklistEntry, checklistOf } from './checklist.ts';
import { type SecondOpinionState, stepOf } from './state.ts';

/** A button: `id` is handed to `stepSecondOpinion` when it is tapped. */
export type GuideButton = { readonly id: string; readonly label: string };

export type SecondOpinionShow =
  | {
      readonly kind: 'step';
      readonly step: string;
      /** Said first: the answer to the choice just made, or that the guide goes on or begins anew. */
      readonly before: string | null;
      readonly title: string;
      /** null where the patient has just read it: the answer led back to this same step. */
      readonly text: string | null;
      readonly progress: { readonly at: number; readonly of: number };
      readonly choices: readonly GuideButton[];
      readonly controls: readonly GuideButton[];
      /** Ways to a person that fit this step. */
      readonly offers: readonly GuideOffer[];
      readonly sources: GuideStep['sources'];
    }
  | {
      readonly kind: 'checklist';
      readonly text: string;
      readonly items: readonly ChecklistEntry[];
      readonly controls: readonly GuideButton[];
    }
  | { readonly kind: 'paused'; readonly text: string; readonly controls: readonly GuideButton[] }
  | {
      readonly kind: 'finished';
      readonly before: string | null;
      readonly text: string;
      readonly items: readonly ChecklistEntry[];
      readonly controls: readonly GuideButton[];
    };

/** The step that the patient stands on, or the end. `again`: its text was read a moment ago. */
export function showPlace(
  state: SecondOpinionState,
  guide: SecondOpinionGuide,
  before: string | null,
  again = false,
): SecondOpinionShow {
  const step = stepOf(guide, state.step);
  if (!step) {
    const items = checklistOf(state, guide);
    return {
      kind: 'finished',
      before,
      text: guide.says.finished,
      items,
      controls: buttons(guide, 'back', 'restart'),
    };
  }
  const back: GuideControl[] = state.path.length > 0 ? ['back'] : [];
  return {
    kind: 'step',
    step: step.id,
    before,
    title: step.title,
    text: again ? null : step.text,
    progress: { at: guide.steps.indexOf(step) + 1, of: guide.steps.length },
    choices: step.choices.map((choice) => ({ id: choiceId(step.id, choice.id), label: choice.label })),
    controls: buttons(guide, ...back, 'checklist', 'pause'),
    offers: step.offers,
    sources: step.sources,
  };
}

/** The checklist as it stands, at any time. */
export function showChecklist(state: SecondOpinionState, guide: SecondOpinionGuide): SecondOpinionShow {
  const items = checklistOf(state, guide);
  const { checklist, checklist_done } = guide.says;
  const text = items.every((item) => item.done) ? checklist_done : checklist;
  return { kind: 'checklist', text, items, controls: buttons(guide, 'continue', 'pause') };
}

/** That all is kept, and how to go on. */
export function showPaused(guide: SecondOpinionGuide): SecondOpinionShow {
  return {
    kind: 'paused',
    text: guide.says.paused,
    controls: buttons(guide, 'continue', 'checklist', 'restart'),
  };
}

/** A choice's id over the whole guide, so that a button of an earlier message is still understood. */
export function choiceId(step: string, choice: string): string {
  return `${step}.${choice}`;
}

function buttons(guide: SecondOpinionGuide, ...ids: GuideControl[]): GuideButton[] {
  return ids.map((id) => ({ id, label: guide.controls[id].label }));
}
