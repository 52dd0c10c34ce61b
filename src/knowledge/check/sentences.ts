/** Sentences of a line, and those that are too long to read. */
import type { Finding } from './finding.ts';
import { linesIn, type PassageLines, TEXT_PARTS } from './passage-lines.ts';
import type { Style } from './style.ts';

/** The sentences of one line; a 。 inside 「」 or （） does not end one. */
export function sentencesOf(text: string): string[] {
  if (!/[「『（(]/.test(text)) {
    return text
      .split(/(?<=[。？！?!])/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  }
  const sentences: string[] = [];
  let depth = 0;
  let sentence = '';
  for (const char of text) {
    if ('「『（('.includes(char)) depth++;
    if ('」』）)'.includes(char)) depth = Math.max(0, depth - 1);
    sentence += char;
    if (depth === 0 && '。？！?!'.includes(char)) {
      sentences.push(sentence.trim());
      sentence = '';
    }
  }
  return [...sentences, sentence.trim()].filter((each) => each !== '');
}

/** Sentences with too many characters or 、 of all three parts. */
export function longSentences(passages: readonly PassageLines[], { sentence: limits }: Style): Finding[] {
  return passages.flatMap((passage) =>
    linesIn(passage, ...TEXT_PARTS).flatMap(({ line, kind, text }) =>
      sentencesOf(text).flatMap((sentence): Finding[] => {
        const at = { file: passage.file, line, severity: 'warning' } as const;
        const begin = `${[...sentence].slice(0, 12).join('')}…`;
        const max = kind === 'plain' ? limits.max_plain : limits.max;
        const length = [...sentence].length;
        const commas = sentence.split('、').length - 1;
        const tooLong = `the sentence "${begin}" has ${length} characters; split it (at most ${max})`;
        const tooMany = `the sentence "${begin}" has ${commas} 「、」; split it or make it a list (at most ${limits.commas})`;
        return [
          ...(length > max ? [{ ...at, rule: 'sentence-length', message: tooLong }] : []),
          ...(commas > limits.commas ? [{ ...at, rule: 'max-ten', message: tooMany }] : []),
        ];
      }),
    ),
  );
}
