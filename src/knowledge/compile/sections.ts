/** A passage's Markdown in its three parts: the answer, its full form, and the same in easy Japanese. */
import type { Block } from '../passage.ts';
import type { Problem } from '../problem.ts';
import { type Length, parseBody } from './body.ts';

export const MORE_HEADING = '## もっと読む';
export const PLAIN_HEADING = '## やさしい日本語';

const LENGTHS = {
  body: { name: 'body', min: 150, max: 400 },
  more: { name: `part "${MORE_HEADING}"`, min: 200, max: 1200 },
  plain: { name: `part "${PLAIN_HEADING}"`, min: 60, max: 400 },
} as const satisfies Record<string, Length>;

/** An editor's own note, on a line of its own: no patient gets it. */
const COMMENT = /^\s*<!--.*-->\s*$/;

type Part = keyof typeof LENGTHS;

export type Sections = { readonly [part in Part]: readonly Block[] };

/**
 * Parses what stands under the front matter of `file`, beginning on 1-based line `firstLine`. The two headings
 * are optional and each stands at most once; a part that is not there is empty. Comments (<!-- -->) are left out.
 */
export function parseSections(
  text: string,
  file: string,
  firstLine: number,
): { sections: Sections; problems: Problem[] } {
  const problems: Problem[] = [];
  const parts: { part: Part; line: number; lines: string[] }[] = [
    { part: 'body', line: firstLine, lines: [] },
  ];
  text.split('\n').forEach((line, i) => {
    const heading = line.trimEnd();
    const part = heading === MORE_HEADING ? 'more' : heading === PLAIN_HEADING ? 'plain' : null;
    if (part === null) {
      parts.at(-1)?.lines.push(COMMENT.test(line) ? '' : line);
      return;
    }
    const at = firstLine + i;
    if (parts.some((known) => known.part === part))
      problems.push({ file, line: at, message: `"${heading}" stands here twice; keep one` });
    parts.push({ part, line: at + 1, lines: [] });
  });
  const sections: Record<Part, readonly Block[]> = { body: [], more: [], plain: [] };
  for (const { part, line, lines } of parts) {
    const parsed = parseBody(lines.join('\n'), file, line, LENGTHS[part]);
    problems.push(...parsed.problems);
    sections[part] = parsed.body;
  }
  return { sections, problems };
}
