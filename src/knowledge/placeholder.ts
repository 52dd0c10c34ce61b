/** Words that stand where an editor still has to write: a file that holds one does not compile. */
import type { Problem } from './problem.ts';

const MARK = '（ここに書く';
/** Lines that no patient gets: comments of the front matter and of the text. */
const COMMENT = /^\s*(#|<!--)/;

/** What stands in a new file where `what` is to be written. */
export function placeholder(what: string): string {
  return `${MARK}：${what}）`;
}

/** Each line of `file` on which a placeholder was left. */
export function placeholdersLeft(lines: readonly string[], file: string): Problem[] {
  return lines.flatMap((text, i) => {
    const at = COMMENT.test(text) ? -1 : text.indexOf(MARK);
    if (at < 0) return [];
    const left = text.slice(at).replace(/）.*$/, '）');
    return [{ file, line: i + 1, message: `"${left}" is still to be written; write it, or delete the line` }];
  });
}
