/** Facts that must be told in one way: the support line's hours and cost, and the figures of style.yaml. */
import type { SourceFile } from '../compile/source-file.ts';
import type { SupportLine } from '../support-line.ts';
import { clockTimesIn, figuresIn } from './figures.ts';
import type { Finding } from './finding.ts';
import { linesIn, type PassageLines } from './passage-lines.ts';
import { sentencesOf } from './sentences.ts';
import type { Style } from './style.ts';
import { saidTexts } from './yaml-texts.ts';

type Told = {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
  readonly topic: string;
};

/** Each sentence that patients read, with the topic of its passage (empty outside passages). */
function told(passages: readonly PassageLines[], files: readonly SourceFile[]): Told[] {
  const lines = [
    ...passages.flatMap((passage) =>
      linesIn(passage, 'title', 'body', 'more', 'plain').map(({ line, text }) => ({
        file: passage.file,
        line,
        text,
        topic: passage.topic,
      })),
    ),
    ...saidTexts(files).map(({ file, line, text }) => ({ file, line, text, topic: '' })),
  ];
  return lines.flatMap(({ text, ...at }) => sentencesOf(text).map((sentence) => ({ ...at, sentence })));
}

/** Sentences that tell another figure, or other hours, than the one place where editors keep them. */
export function factFindings(
  passages: readonly PassageLines[],
  files: readonly SourceFile[],
  line: SupportLine,
  style: Style,
): Finding[] {
  return told(passages, files).flatMap((each): Finding[] => {
    const at = { file: each.file, line: each.line, severity: 'problem' } as const;
    return [
      ...wrongHours(each, line).map((message) => ({ ...at, rule: 'fact-hours', message })),
      ...wrongFigures(each, style).map((message) => ({ ...at, rule: 'fact-figure', message })),
    ];
  });
}

function wrongHours({ sentence, topic, file }: Told, line: SupportLine): string[] {
  // Other services' hours stand beside it: hotlines.yaml and counselor-hours.yaml keep their own.
  if (/\/(hotlines|counselor-hours|support-line)\.yaml$/.test(file)) return [];
  const about = topic === 'support-line' ? /受付|時から|時まで/.test(sentence) : sentence.includes(line.name);
  if (!about || /相談支援センター/.test(sentence)) return [];
  const right = [line.open, line.close];
  return clockTimesIn(sentence)
    .filter((time) => !right.includes(time))
    .map(
      (time) =>
        `the support line's hours are told with ${time}; knowledge/support-line.yaml says ${right.join('〜')}: write the same in both`,
    );
}

function wrongFigures({ sentence }: Told, { facts }: Style): string[] {
  return facts.flatMap(({ about, words, unless = [], units, values }) => {
    if (!words.some((word) => sentence.includes(word))) return [];
    if (unless.some((word) => sentence.includes(word))) return [];
    return figuresIn(sentence)
      .filter(({ value, unit }) => units.includes(unit) && !values.includes(value))
      .map(
        ({ value, unit }) =>
          `${about}: ${value}${unit} here, ${values.join(' or ')}${unit} in knowledge/style.yaml; write the same in both, or mend the fact there`,
      );
  });
}
