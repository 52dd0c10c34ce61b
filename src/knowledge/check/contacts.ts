/** The end of an answer: when to call, and whom. */
import type { Finding } from './finding.ts';
import { linesIn, type PassageLines } from './passage-lines.ts';
import type { Style } from './style.ts';

/** Bodies and easy parts whose last line names nobody to turn to. */
export function endsWithoutContact(passages: readonly PassageLines[], { contacts }: Style): Finding[] {
  return passages.flatMap((passage) =>
    (['body', 'plain'] as const).flatMap((part): Finding[] => {
      // An easy part says one thing a line: whom to call may stand in the line before the last.
      const end = linesIn(passage, part).slice(part === 'plain' ? -3 : -1);
      const last = end.at(-1);
      if (!last || end.some(({ text }) => contacts.some((word) => text.includes(word)))) return [];
      const message = `the ${part === 'body' ? 'body' : 'easy part'} ends without whom to contact; end with when to call, and whom`;
      return [{ file: passage.file, line: last.line, severity: 'warning', rule: 'contact', message }];
    }),
  );
}
