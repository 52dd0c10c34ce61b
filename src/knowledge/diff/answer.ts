/** What a patient got for one message, cut down to what can be compared. */

/** How loudly an answer warns; later ones are louder. */
export const ALARMS = ['none', 'warning', 'soon', 'now'] as const;
/** `now`: 119, or an attempt under way; `soon`: the hospital, or despair; `warning`: a milder sign. */
export type Alarm = (typeof ALARMS)[number];

export type Part =
  /** A passage shown in full. */
  | { readonly kind: 'passage'; readonly id: string; readonly topic: string }
  /** Passages offered by title, because none was sure enough. */
  | { readonly kind: 'clue'; readonly ids: readonly string[]; readonly topics: readonly string[] }
  /** What a rule says. */
  | { readonly kind: 'rule'; readonly id: string; readonly text: string }
  /** Anything else that is read; `id` is the kind of action. */
  | { readonly kind: 'words'; readonly id: string; readonly text: string };

export type Answer = {
  readonly route: string;
  readonly rule: string | null;
  readonly alarm: Alarm;
  /** 0 to 1: how likely the best passage answers. */
  readonly confidence: number;
  readonly parts: readonly Part[];
};

/** What makes two answers the same but for their words. */
export function answerKey({ route, rule, alarm, parts }: Answer): string {
  const shown = parts.map((part) =>
    part.kind === 'clue' ? `clue:${[...part.ids].sort().join('+')}` : `${part.kind}:${part.id}`,
  );
  return [route, rule ?? '', alarm, ...shown].join(' ');
}

/** Whether `a` warns more loudly than `b`. */
export function isLouder(a: Alarm, b: Alarm): boolean {
  return ALARMS.indexOf(a) > ALARMS.indexOf(b);
}

/** Whether nothing was found for the patient. */
export function foundNothing({ route }: Answer): boolean {
  return route === 'unclear' || route === 'out_of_scope';
}

/** The ids of the passages that `answer` shows or offers, the first first. */
export function passagesIn(answer: Answer): string[] {
  return answer.parts.flatMap((part) =>
    part.kind === 'passage' ? [part.id] : part.kind === 'clue' ? part.ids : [],
  );
}

/** Their topics. */
export function topicsIn(answer: Answer): string[] {
  return answer.parts.flatMap((part) =>
    part.kind === 'passage' ? [part.topic] : part.kind === 'clue' ? part.topics : [],
  );
}
