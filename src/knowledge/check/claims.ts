/** Forbidden claims and promotion, wherever patients read: a promise is one unless it is denied or quoted. */
import type { SourceFile } from '../compile/source-file.ts';
import type { Finding, Severity } from './finding.ts';
import { linesIn, type PassageLines } from './passage-lines.ts';
import { sentencesOf } from './sentences.ts';
import type { Forbidden, Style } from './style.ts';
import { saidTexts } from './yaml-texts.ts';

/** Claims are problems; promotion is one too, but its words have honest uses, so it warns. */
export function forbiddenWords(
  passages: readonly PassageLines[],
  files: readonly SourceFile[],
  style: Style,
): Finding[] {
  const read = [
    ...passages.flatMap((passage) =>
      linesIn(passage, 'title', 'ask', 'body', 'more', 'plain').map(({ line, text }) => ({
        file: passage.file,
        line,
        text,
      })),
    ),
    ...saidTexts(files),
  ];
  const rules = [
    ...rulesOf(style.claims, style.negations, 'claim', 'problem'),
    ...rulesOf(style.promotion, style.negations, 'promotion', 'warning'),
  ];
  return read.flatMap(({ file, line, text }) => {
    const normal = text.normalize('NFKC');
    return rules.flatMap(({ severity, rule, mend, ...forbidden }) =>
      wordsIn(normal, forbidden).map(
        (word): Finding => ({ file, line, severity, rule, message: `"${word}": ${mend}` }),
      ),
    );
  });
}

/** `list` with its words in the form in which a normalised text holds them. */
function rulesOf(list: readonly Forbidden[], negations: readonly string[], rule: string, severity: Severity) {
  return list.map(({ words, unless = [], mend }) => ({
    words: words.map((word) => word.normalize('NFKC')),
    harmless: [...negations, ...unless],
    mend,
    rule,
    severity,
  }));
}

/** The words that `text` says: not inside 「」, not denied later in the sentence. */
function wordsIn(
  text: string,
  { words, harmless }: { readonly words: readonly string[]; readonly harmless: readonly string[] },
): string[] {
  const said = words.filter((word) => text.includes(word));
  if (said.length === 0) return [];
  return sentencesOf(text).flatMap((sentence) =>
    said.filter((word) => {
      const at = sentence.indexOf(word);
      if (at < 0 || isQuoted(sentence, at)) return false;
      const after = sentence.slice(at + word.length);
      return !harmless.some((negation) => after.includes(negation));
    }),
  );
}

/** Whether what stands at `at` is somebody's words. */
function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  return before.lastIndexOf('「') > before.lastIndexOf('」');
}
