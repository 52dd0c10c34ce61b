/** Brackets that open and do not close on the same line, or close without having opened. */
import type { Finding } from './finding.ts';
import { linesIn, type PassageLines, TEXT_PARTS } from './passage-lines.ts';

const PAIRS: Readonly<Record<string, string>> = { '」': '「', '』': '『', '）': '（', ')': '(', '】': '【' };
const OPENING = new Set(Object.values(PAIRS));

/** One finding for the first bracket of a line that stands alone. */
export function loneBrackets(passages: readonly PassageLines[]): Finding[] {
  return passages.flatMap((passage) =>
    linesIn(passage, 'title', ...TEXT_PARTS).flatMap(({ line, text }): Finding[] => {
      const lone = loneBracket(text);
      if (lone === null) return [];
      const message = `the bracket ${lone} stands alone on this line; write the other one, or take it away`;
      return [{ file: passage.file, line, severity: 'warning', rule: 'bracket', message }];
    }),
  );
}

function loneBracket(text: string): string | null {
  const open: string[] = [];
  for (const char of text) {
    if (OPENING.has(char)) open.push(char);
    const opener = PAIRS[char];
    if (opener !== undefined && open.pop() !== opener) return char;
  }
  return open[0] ?? null;
}
