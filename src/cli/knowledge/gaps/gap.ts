/** A gap in the handbook: questions of one meaning that it did not answer, and how to begin the passage. Pure. */
import type { ShownGroup } from '../../../editors/asked-questions.ts';

export type Gap = {
  readonly count: number;
  /** Of `count`: got no passage, and got one that did not help. */
  readonly foundNothing: number;
  readonly notHelped: number;
  /** What all of them share, in words; empty for one alone. */
  readonly about: readonly string[];
  /** Masked, the most typical first. */
  readonly examples: readonly string[];
  readonly nearest: { readonly id: string; readonly title: string; readonly confidence: number } | null;
  /** The topic under which the passage would stand, as far as can be told. */
  readonly topic: string | null;
  /** The command that begins the passage. */
  readonly begin: string;
};

export type Gaps = {
  /** Where the questions come from, in words. */
  readonly source: string;
  /** Questions that were looked at, and those without a text. */
  readonly looked: number;
  readonly withoutText: number;
  readonly gaps: readonly Gap[];
};

const EXAMPLES = 3;

/** A group of questions as a gap. */
export function gapOf({ questions, about, words, nearest, topic }: ShownGroup): Gap {
  const found = nearest.kind === 'found' ? nearest : null;
  const place = topic ?? found?.passage.topic ?? null;
  const notHelped = questions.filter((question) => question.notHelped).length;
  return {
    count: questions.length,
    foundNothing: questions.length - notHelped,
    notHelped,
    about,
    examples: [...new Set(questions.map((question) => question.text))].slice(0, EXAMPLES),
    nearest: found && {
      id: found.passage.id,
      title: found.passage.title,
      confidence: Math.round(found.confidence * 100) / 100,
    },
    topic: place,
    begin: ['npm run -s knowledge -- new', ...(place ? [place] : []), ...from(words)].join(' '),
  };
}

/** The words alone: a patient's sentence has no place in a shell's history. */
function from(words: readonly string[]): string[] {
  return words.length === 0 ? [] : ['--from', `'${words.join(' ').replaceAll("'", "'\\''")}'`];
}

/** The gaps for a terminal, at most `most` of them. */
export function gapLines({ source, looked, withoutText, gaps }: Gaps, most: number): string[] {
  const told = gaps.slice(0, most);
  const without = withoutText > 0 ? ` (${withoutText} without a text)` : '';
  return [
    `${source}: ${looked} questions${without} in ${gaps.length} groups`,
    ...told.flatMap((gap, i) => ['', ...oneGap(gap, i + 1)]),
    ...(gaps.length > told.length ? ['', `${gaps.length - told.length} more groups: --all shows them`] : []),
  ];
}

function oneGap(gap: Gap, place: number): string[] {
  const { count, foundNothing, notHelped, about, examples, nearest, begin } = gap;
  const kinds = [
    ...(foundNothing > 0 ? [`${foundNothing} found nothing`] : []),
    ...(notHelped > 0 ? [`${notHelped} not helped by what they got`] : []),
  ];
  const head = about.length > 0 ? `  ${about.join('・')}` : '';
  const near = nearest
    ? `${nearest.id} ${nearest.title} (confidence ${nearest.confidence.toFixed(2)})`
    : 'none';
  return [
    `${place}. ${count} ${count === 1 ? 'question' : 'questions'}${head} (${kinds.join(', ')})`,
    ...examples.map((text) => `     ${text}`),
    ...(count > examples.length ? [`     … ${count - examples.length} more`] : []),
    `   nearest  ${near}`,
    `   begin    ${begin}`,
  ];
}
