/** Every text of a YAML file with its line: what patients read outside the passages, and what rules name. */
import { isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import type { SourceFile } from '../compile/source-file.ts';

export type YamlText = {
  readonly file: string;
  readonly line: number;
  /** The keys that lead to it, without the places in lists, e.g. `rules.message`. */
  readonly path: string;
  readonly text: string;
};

/** One entry for each line of each text in `file`; none of a file that is not YAML. */
export function yamlTexts({ path: file, text }: SourceFile): YamlText[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) return [];
  const found: YamlText[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const keys = ancestors.flatMap((parent) => {
        const name = (parent as { key?: unknown } | null)?.key;
        return isScalar(name) ? [String(name.value)] : [];
      });
      const start = counter.linePos(node.range?.[0] ?? 0).line;
      // A block text begins on the line below its `|-`.
      const first = isBlock(node) ? start + 1 : start;
      node.value.split('\n').forEach((each, i) => {
        found.push({ file, line: isBlock(node) ? first + i : first, path: keys.join('.'), text: each });
      });
    },
  });
  return found;
}

function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}

/** Files whose texts patients read, beside the passages; of the triage rules only the messages. */
const SAID =
  /^knowledge\/(phrases|support-line|hotlines|second-opinion|canned-replies|survey|counselor-hours)\.yaml$/;

/** What patients read in YAML files: not the words by which messages are understood, nor sources. */
export function saidTexts(files: readonly SourceFile[]): YamlText[] {
  return files.flatMap((file) => {
    const triage = file.path.startsWith('knowledge/triage/');
    if (!triage && !SAID.test(file.path)) return [];
    return yamlTexts(file).filter(({ path }) => {
      if (triage) return path.endsWith('.message');
      return !/(^|\.)(sources?|also|id|next|adds|done)(\.|$)/.test(path);
    });
  });
}
