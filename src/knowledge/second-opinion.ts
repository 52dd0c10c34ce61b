/** knowledge/second-opinion.yaml: the guided way to a second opinion, its answers and its checklist. */
import { z } from 'zod';
import { frontMatter } from './passage.ts';

/** LINE cuts a button's label after 20 characters; counted as a reader counts. */
const label = z
  .string()
  .min(1)
  .refine(
    (text) => [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)].length <= 20,
    'at most 20 characters: it is a button',
  );
const text = z.string().trim().min(1).max(500, 'keep it within 500 characters: one bubble on a phone');
const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'write an id in small letters and hyphens');
/** Words by which a typed message is taken for a choice. */
const also = z.array(z.string().min(2, 'a word of one character is found in too many messages')).default([]);

/** The `next` of a choice that ends the guide. */
export const GUIDE_END = 'end';
/** The ways to a person that a step can offer, by the names that the conversation uses. */
export const GUIDE_OFFERS = ['support_line', 'centre'] as const;

const choice = z.strictObject({
  id,
  label,
  also,
  /** Told before the next step. */
  answer: text.optional(),
  /** Id of a step, of this same step (an answer that leads back), or `end`. */
  next: id,
  /** Checklist items that only those who choose this need. */
  adds: z.array(id).default([]),
  /** Checklist items that this choice says are done. */
  done: z.array(id).default([]),
});

const step = z.strictObject({
  id,
  title: z.string().min(1).max(30, 'at most 30 characters'),
  text,
  choices: z.array(choice).min(1).max(6, 'more than 6 buttons are hard to read'),
  /** Checklist items that everybody needs for this step. */
  adds: z.array(id).default([]),
  offers: z.array(z.enum(GUIDE_OFFERS)).default([]),
  sources: frontMatter.shape.sources,
});

const checklistItem = z.strictObject({
  id,
  label,
  how: z.string().min(1).max(120, 'at most 120 characters'),
});

const control = z.strictObject({ label, also });

export const secondOpinionFile = z
  .strictObject({
    title: z.string().min(1).max(30, 'at most 30 characters'),
    written_on: frontMatter.shape.written_on,
    reviewed: frontMatter.shape.reviewed,
    next_review: frontMatter.shape.next_review,
    steps: z.array(step).min(1),
    checklist: z.array(checklistItem).min(1),
    /** Buttons that stand under every step. */
    controls: z.strictObject({
      continue: control,
      back: control,
      checklist: control,
      pause: control,
      restart: control,
    }),
    says: z.strictObject({
      resumed: text,
      expired: text,
      changed: text,
      paused: text,
      checklist: text,
      checklist_done: text,
      finished: text,
    }),
  })
  .superRefine((guide, context) => {
    for (const { path, message } of guideProblems(guide)) context.addIssue({ code: 'custom', path, message });
  });

export type SecondOpinionGuide = z.infer<typeof secondOpinionFile>;
export type GuideStep = SecondOpinionGuide['steps'][number];
export type GuideChoice = GuideStep['choices'][number];
export type GuideControl = keyof SecondOpinionGuide['controls'];
export type GuideOffer = (typeof GUIDE_OFFERS)[number];

type Named = { readonly id: string };
type Links = Pick<SecondOpinionGuide, 'steps' | 'checklist'>;
type LinkProblem = { readonly path: PropertyKey[]; readonly message: string };

/** What no single entry can show: names used twice, links that lead nowhere, steps that cannot be reached or left. */
function guideProblems({ steps, checklist }: Links): LinkProblem[] {
  const items = checklist.map((item) => item.id);
  const stepIds = steps.map((one) => one.id);
  const problems = [...twice(steps, ['steps']), ...twice(checklist, ['checklist'])];
  const unknownItems = (ids: readonly string[], path: PropertyKey[]) =>
    ids.flatMap((one, i) =>
      items.includes(one) ? [] : [{ path: [...path, i], message: `"${one}" is not in the checklist below` }],
    );
  for (const [i, one] of steps.entries()) {
    const at = ['steps', i];
    if (one.id === GUIDE_END)
      problems.push({ path: [...at, 'id'], message: `"${GUIDE_END}" is the end; name it otherwise` });
    problems.push(...twice(one.choices, [...at, 'choices']), ...unknownItems(one.adds, [...at, 'adds']));
    for (const [j, option] of one.choices.entries()) {
      const place = [...at, 'choices', j];
      problems.push(
        ...unknownItems(option.adds, [...place, 'adds']),
        ...unknownItems(option.done, [...place, 'done']),
      );
      if (option.next !== GUIDE_END && !stepIds.includes(option.next)) {
        problems.push({
          path: [...place, 'next'],
          message: `"${option.next}" is no step; use ${stepIds.join(', ')} or end`,
        });
      }
      if (option.next === one.id && option.answer === undefined) {
        problems.push({
          path: [...place, 'next'],
          message: 'a choice that stays on its step needs an answer',
        });
      }
    }
    if (!reach(steps, one.id).has(GUIDE_END))
      problems.push({ path: at, message: `from "${one.id}" no choice leads to the end` });
  }
  const reached = reach(steps, stepIds[0] ?? GUIDE_END);
  for (const [i, one] of steps.entries()) {
    if (!reached.has(one.id))
      problems.push({ path: ['steps', i], message: `no choice leads to "${one.id}"` });
  }
  const added = new Set(
    steps.flatMap((one) => [...one.adds, ...one.choices.flatMap((option) => option.adds)]),
  );
  for (const [i, one] of items.entries()) {
    if (!added.has(one))
      problems.push({ path: ['checklist', i], message: `no step adds "${one}"; name it in "adds"` });
  }
  return problems;
}

/** All that can be reached from the step `from`, itself included. */
function reach(steps: Links['steps'], from: string): Set<string> {
  const reached = new Set([from]);
  for (const at of reached) {
    for (const option of steps.find((one) => one.id === at)?.choices ?? []) reached.add(option.next);
  }
  return reached;
}

function twice(list: readonly Named[], path: PropertyKey[]): LinkProblem[] {
  return list.flatMap((one, i) =>
    list.findIndex((other) => other.id === one.id) < i
      ? [{ path: [...path, i, 'id'], message: `the id "${one.id}" is used twice` }]
      : [],
  );
}
