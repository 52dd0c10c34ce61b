/** What is remembered of a patient's way through the second-opinion guide: plain JSON, good for 90 days. */
import { z } from 'zod';
import { GUIDE_END, type GuideStep, type SecondOpinionGuide } from '../../knowledge/second-opinion.ts';

/** A second opinion takes weeks (letter, slides, booking); after this silence the guide begins anew. */
export const SECOND_OPINION_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

/** Checks a stored state before it is used. */
export const secondOpinionState = z
  .object({
    /** Raised when the shape changes, so that an older record is dropped, not misread. */
    format: z.literal(1),
    /** Id of the step that the patient stands on, or `end`. */
    step: z.string(),
    /** Ids of the steps passed, oldest first: the way back. */
    path: z.array(z.string()).readonly(),
    /** Step id → id of the choice that led on. */
    answers: z.record(z.string(), z.string()).readonly(),
    /** Checklist item id → what the patient ticked by hand; it wins over what the answers say. */
    ticks: z.record(z.string(), z.boolean()).readonly(),
    /** Whether the patient left for now: typed words are then no answers. */
    paused: z.boolean(),
    startedAtMs: z.number(),
    updatedAtMs: z.number(),
  })
  .readonly();

export type SecondOpinionState = z.infer<typeof secondOpinionState>;

/** A patient who has just begun. */
export function freshSecondOpinion(guide: SecondOpinionGuide, nowMs: number): SecondOpinionState {
  const step = guide.steps[0]?.id ?? GUIDE_END;
  return {
    format: 1,
    step,
    path: [],
    answers: {},
    ticks: {},
    paused: false,
    startedAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}

/** Whether more than 90 days have passed since the patient's last step. */
export function isExpired(state: SecondOpinionState, nowMs: number): boolean {
  return nowMs - state.updatedAtMs > SECOND_OPINION_LIFETIME_MS;
}

/** The step with this id; undefined at the end, or when editors have removed it. */
export function stepOf(guide: SecondOpinionGuide, id: string): GuideStep | undefined {
  return guide.steps.find((step) => step.id === id);
}
