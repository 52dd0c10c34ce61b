/** Names for what a handbook's answer shows: titles of passages and rules. */
import type { Answer, Part } from '../../../knowledge/diff/answer.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';
import type { Passage } from '../../../knowledge/passage.ts';
import type { TriageRule } from '../../../knowledge/triage-rules.ts';

export type Names = {
  readonly passage: (id: string) => Passage | undefined;
  readonly rule: (id: string) => TriageRule | undefined;
};

export function namesOf({ passages, triage }: Handbook): Names {
  const byId = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]));
  const rules = new Map(triage.rules.map((rule) => [rule.id, rule]));
  return { passage: (id) => byId.get(id), rule: (id) => rules.get(id) };
}

/** `answer` in one line, by ids. */
export function inShort({ route, rule, parts }: Answer): string {
  const shown = parts.flatMap((part): string[] => {
    if (part.kind === 'passage') return [part.id];
    return part.kind === 'clue' ? [`clue: ${part.ids.join(', ')}`] : [];
  });
  return [route, ...(rule === null ? [] : [`rule ${rule}`]), ...shown].join(' · ');
}

/** The first words of what is read. */
export function firstWords(part: Part, names: Names): string {
  switch (part.kind) {
    case 'passage':
      return names.passage(part.id)?.title ?? part.id;
    case 'clue':
      return part.ids.map((id) => names.passage(id)?.title ?? id).join(' ／ ');
    case 'rule':
      return names.rule(part.id)?.title ?? part.id;
    case 'words':
      return part.text.split('\n')[0] ?? '';
    default:
      return part satisfies never;
  }
}
