/** Reads a YAML text against a zod schema and says the line of each problem. */
import { type Document, isMap, isPair, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problem.ts';

export type Parsed<T> =
  | { readonly value: T; readonly problems: [] }
  | { readonly value: null; readonly problems: Problem[] };

/**
 * Parses `text` as YAML and checks it against `schema`.
 * `firstLine` is the 1-based line of the file on which `text` begins (front matter starts on line 2).
 */
export function parseYaml<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
  firstLine = 1,
): Parsed<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return {
      value: null,
      problems: broken.map((e) => ({ file, line: lineAt(placeOf(e, document)), message: e.message })),
    };
  }
  // A text that begins with * is YAML's reference to an anchor; without that anchor it was meant as a text.
  const references: Problem[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const message = `write quotation marks around a text that begins with "*": "*${alias.source}"`;
      references.push({ file, line: lineAt(alias.range?.[0] ?? 0), message });
    },
  });
  if (references.length > 0) return { value: null, problems: references };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => {
    const said = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return {
      file,
      line: lineAt(offsetOf(document.contents, path)),
      message: `${path.length > 0 ? `"${path.join('.')}": ` : ''}${said}`,
    };
  });
  return { value: null, problems };
}

/** Where `error` is to be mended: a quotation mark that is not closed where it opens, not at the end of the text. */
function placeOf(error: YAMLError, document: Document): number {
  if (!error.message.startsWith('Missing closing')) return error.pos[0];
  let opened = error.pos[0];
  visit(document, {
    Scalar(_, { range }) {
      if (range && range[0] < error.pos[0]) opened = range[0];
    },
  });
  return opened;
}

/** Offset of the deepest node that exists on `path`, so that a missing key points at its parent. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  return range?.[0];
}
