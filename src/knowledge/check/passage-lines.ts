/** A passage file line by line, with what each line is: the checker points at lines, the compiler at parts. */
import type { SourceFile } from '../compile/source-file.ts';

export const TEXT_PARTS = ['body', 'more', 'plain'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
export type LineKind = TextPart | 'title' | 'question' | 'ask' | 'source' | 'front';

export type PassageLine = {
  readonly line: number;
  readonly kind: LineKind;
  /** Without the `- ` of a list, the key or the quotation marks. */
  readonly text: string;
  /** Stands in a list of the text. */
  readonly item: boolean;
};

export type PassageLines = {
  readonly file: string;
  /** `chapter/name`, by the file's place. */
  readonly id: string;
  readonly topic: string;
  readonly lines: readonly PassageLine[];
};

const HEADINGS: Record<string, TextPart> = { '## もっと読む': 'more', '## やさしい日本語': 'plain' };
const LISTS: Record<string, LineKind> = { questions: 'question', ask: 'ask', sources: 'source' };

/** All passages of `files`, read without judging them: what is broken the compiler says. */
export function readPassageLines(files: readonly SourceFile[]): PassageLines[] {
  return files.filter(({ path }) => path.startsWith('knowledge/passages/')).map(linesOf);
}

function linesOf({ path, text }: SourceFile): PassageLines {
  const rows = text.replace(/\r\n?/g, '\n').split('\n');
  const end = rows.indexOf('---', 1);
  const lines: PassageLine[] = [];
  let list: LineKind = 'front';
  let part: TextPart = 'body';
  let topic = '';
  rows.forEach((row, i) => {
    const line = i + 1;
    if (i === 0 || i === end || row.trim() === '') return;
    if (i > end) {
      const heading = HEADINGS[row.trimEnd()];
      if (heading) part = heading;
      else lines.push({ line, kind: part, text: row.replace(/^\s*- /, '').trim(), item: /^\s*- /.test(row) });
      return;
    }
    const [, key, value = ''] = /^([a-z_]+):(.*)$/.exec(row) ?? [];
    if (key === undefined) {
      const text = list === 'source' ? row : unquote(row.replace(/^\s*- /, ''));
      lines.push({ line, kind: list, text, item: false });
      return;
    }
    list = LISTS[key] ?? 'front';
    if (key === 'topic') topic = value.trim();
    lines.push({
      line,
      kind: key === 'title' ? 'title' : 'front',
      text: key === 'title' ? unquote(value) : row,
      item: false,
    });
  });
  return { file: path, id: path.slice('knowledge/passages/'.length, -'.md'.length), topic, lines };
}

/** The lines of `passage` that stand in one of `kinds`. */
export function linesIn(passage: PassageLines, ...kinds: readonly LineKind[]): PassageLine[] {
  return passage.lines.filter((line) => kinds.includes(line.kind));
}

/** The line on which `key` of the front matter stands; 1 where there is none. */
export function lineOfKey(passage: PassageLines, key: string): number {
  return passage.lines.find(({ kind, text }) => kind === 'front' && text.startsWith(`${key}:`))?.line ?? 1;
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
