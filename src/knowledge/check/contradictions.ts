/** Two sentences that say the same of the same thing with another figure; told only where little else differs. */
import type { Analyser } from '../../language/analyse.ts';
import { type Figure, figuresIn } from './figures.ts';
import type { Finding } from './finding.ts';
import { linesIn, type PassageLine, type PassageLines } from './passage-lines.ts';
import { sentencesOf } from './sentences.ts';

/** Share of content words from which two sentences count as one statement where one says nothing that the other does not. */
const SAME_STATEMENT = 0.6;
/** The same where each has words of its own: 「胃がんは50歳から」 and 「乳がんは40歳から」 are both true. */
const SAME_STATEMENT_IN_OTHER_WORDS = 0.85;
const LEAST_SHARED_WORDS = 3;

type Statement = {
  readonly passage: PassageLines;
  readonly at: PassageLine;
  readonly figures: readonly Figure[];
  readonly words: ReadonlySet<string>;
};

/**
 * Statements whose figure others of the same thing do not share. The odd one out is told; where it is one against one,
 * both are.
 */
export function contradictions(passages: readonly PassageLines[], analyser: Analyser): Finding[] {
  const statements = passages.flatMap((passage) =>
    linesIn(passage, 'body', 'more', 'plain').flatMap((at) => statementsOf(passage, at, analyser)),
  );
  const byUnit = Map.groupBy(
    statements.flatMap((statement) =>
      [...new Set(statement.figures.map(({ unit }) => unit))].map((unit) => ({ unit, statement })),
    ),
    ({ unit }) => unit,
  );
  return [...byUnit].flatMap(([unit, of]) => {
    const all = of.map(({ statement }) => statement);
    return all.flatMap((one) => oddOneOut(one, all, unit));
  });
}

function oddOneOut(one: Statement, all: readonly Statement[], unit: string): Finding[] {
  const same = all.filter((other) => other !== one && !sideBySide(one, other) && sameStatement(one, other));
  const values = valuesOf(one, unit);
  const agrees = (other: Statement) => valuesOf(other, unit).some((value) => values.includes(value));
  const rivals = same.filter((other) => !agrees(other));
  const [first] = rivals;
  if (!first || same.length - rivals.length > rivals.length) return [];
  const more = rivals.length > 1 ? ` and ${rivals.length - 1} more` : '';
  const message = `${values.join(', ')}${unit} here, ${valuesOf(first, unit).join(', ')}${unit} in ${first.passage.file}:${first.at.line}${more} of the same thing; find out which is right and write it in both`;
  return [{ file: one.passage.file, line: one.at.line, severity: 'warning', rule: 'contradiction', message }];
}

/** Two lines of one part are two cases, and their editor saw both. */
function sideBySide(one: Statement, other: Statement): boolean {
  return one.passage === other.passage && one.at.kind === other.at.kind;
}

/** Figures of the easy part that neither the body nor the full form tells: it may hold no fact of its own. */
export function figuresOfPlainAlone(passages: readonly PassageLines[]): Finding[] {
  return passages.flatMap((passage) => {
    const known = linesIn(passage, 'title', 'body', 'more').flatMap(({ text }) => figuresIn(text));
    return linesIn(passage, 'plain').flatMap(({ line, text }) =>
      figuresIn(text)
        // 「1年に1回」 is how an easy text says 毎年.
        .filter(({ value }) => value !== 1)
        .filter(({ value, unit }) => !known.some((figure) => figure.value === value && figure.unit === unit))
        .map(
          ({ value, unit }): Finding => ({
            file: passage.file,
            line,
            severity: 'warning',
            rule: 'plain-figure',
            message: `${value}${unit} stands only in the easy part; write what the body says, or leave the figure out`,
          }),
        ),
    );
  });
}

function statementsOf(passage: PassageLines, at: PassageLine, analyser: Analyser): Statement[] {
  return sentencesOf(at.text).flatMap((sentence) => {
    const figures = figuresIn(sentence);
    if (figures.length === 0) return [];
    const words = analyser.analyse(sentence).words.filter((word) => !/\d/.test(word));
    return [{ passage, at, figures, words: new Set(words) }];
  });
}

function valuesOf({ figures }: Statement, unit: string): number[] {
  return figures.filter((figure) => figure.unit === unit).map(({ value }) => value);
}

function sameStatement(one: Statement, other: Statement): boolean {
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  if (shared < LEAST_SHARED_WORDS) return false;
  const inOtherWords = shared < Math.min(one.words.size, other.words.size);
  const least = inOtherWords ? SAME_STATEMENT_IN_OTHER_WORDS : SAME_STATEMENT;
  return shared / (one.words.size + other.words.size - shared) >= least;
}
