/** A message that is put to both handbooks, where it comes from, and what would be right. */
import type { Handbook } from '../handbook.ts';

export type Origin =
  /** A golden question: the topics or the route that are right; with neither it must raise no alarm. */
  | { readonly kind: 'golden'; readonly topics: readonly string[]; readonly route: string | null }
  /** A passage's own way to ask. */
  | { readonly kind: 'passage'; readonly id: string }
  /** A rule's example, or a near miss. */
  | { readonly kind: 'rule'; readonly id: string; readonly near: boolean }
  /** What a patient wrote. */
  | { readonly kind: 'patient' };

export type OriginKind = Origin['kind'];

export type Question = {
  /** One message, or the turns of one conversation: the last one's answer counts. */
  readonly turns: readonly string[];
  readonly origins: readonly Origin[];
};

/** All that the editors wrote as examples: the passages' ways to ask, the rules' examples and near misses. */
export function exampleQuestions({ passages, triage }: Handbook): Question[] {
  const asked = passages.flatMap(({ id, questions }) =>
    questions.map((text) => ({ turns: [text], origins: [{ kind: 'passage', id } as const] })),
  );
  const said = triage.rules.flatMap(({ id, examples, near_misses: nearMisses }) => {
    const of = (near: boolean) => (example: string | readonly string[]) => ({
      turns: typeof example === 'string' ? [example] : example,
      origins: [{ kind: 'rule', id, near } as const],
    });
    return [...examples.map(of(false)), ...nearMisses.map(of(true))];
  });
  return [...asked, ...said];
}

/** `lists` in one, each message once with all that it comes from. */
export function joinQuestions(lists: readonly (readonly Question[])[]): Question[] {
  const byText = new Map<string, Question>();
  for (const { turns, origins } of lists.flat()) {
    const key = JSON.stringify(turns);
    const known = byText.get(key)?.origins ?? [];
    const added = origins.filter((one) => !known.some((old) => sameOrigin(old, one)));
    byText.set(key, { turns, origins: [...known, ...added] });
  }
  return [...byText.values()];
}

function sameOrigin(a: Origin, b: Origin): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
