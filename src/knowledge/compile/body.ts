/** Reads a passage's Markdown body into blocks; only paragraphs and plain lists are allowed. */
import { marked, type Token } from 'marked';
import type { Block } from '../passage.ts';
import type { Problem } from '../problem.ts';

/** How long a text may be, in characters; LINE shows it in one bubble, and a longer one is unreadable on a phone. */
export type Length = { readonly name: string; readonly min: number; readonly max: number };

/**
 * Parses a text of `file`, which begins on 1-based line `firstLine`.
 * Anything that a LINE bubble cannot show (headings, tables, images, emphasis) is a problem with its line.
 */
export function parseBody(
  text: string,
  file: string,
  firstLine: number,
  limits: Length,
): { body: Block[]; problems: Problem[] } {
  const body: Block[] = [];
  const problems: Problem[] = [];
  let line = firstLine;
  const refuse = (message: string, at = line) => problems.push({ file, line: at, message });
  for (const token of marked.lexer(text)) {
    if (token.type === 'paragraph') {
      refuseInline(token.tokens, line, refuse);
      // A line break that an editor typed is meant: each line is a paragraph of its own.
      for (const text of token.text.split('\n')) body.push({ kind: 'paragraph', text: text.trim() });
    } else if (token.type === 'list') {
      const items: string[] = token.items.map((item: { text: string }) => item.text.trim());
      let itemLine = line;
      for (const item of token.items) {
        refuseInline(item.tokens, itemLine, refuse);
        itemLine += lineBreaks(item.raw);
      }
      if (items.some((item) => item.includes('\n')))
        refuse('put an empty line after a list; write each item on one line');
      if (token.ordered) refuse('write the list with "- "; numbered lists are not shown on LINE');
      body.push({ kind: 'list', items });
    } else if (token.type !== 'space') {
      refuse(`"${token.type}" cannot be shown on LINE; use paragraphs and lists that begin with "- "`);
    }
    line += lineBreaks(token.raw);
  }
  const length = [...body.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : b.items)).join('')].length;
  line = firstLine;
  if (length < limits.min || length > limits.max) {
    refuse(`the ${limits.name} has ${length} characters; write ${limits.min} to ${limits.max}`);
  }
  return { body, problems };
}

/** Refuses what stands inside a paragraph or item that begins on `line`, each with the line on which it stands. */
function refuseInline(
  tokens: Token[] | undefined,
  line: number,
  refuse: (message: string, line: number) => void,
): void {
  let at = line;
  for (const token of tokens ?? []) {
    const inner = 'tokens' in token ? token.tokens : undefined;
    if (token.type === 'text' || token.type === 'paragraph') refuseInline(inner, at, refuse);
    else if (token.type !== 'br') {
      refuse(`"${token.type}" (${token.raw.slice(0, 20)}) cannot be shown on LINE; write plain text`, at);
    }
    at += lineBreaks(token.raw);
  }
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
