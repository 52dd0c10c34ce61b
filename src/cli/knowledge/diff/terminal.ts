/** The differences for a terminal: counts first, then the lists, the gravest first. */
import { styleText } from 'node:util';
import {
  type Asked,
  CHANGES,
  type Change,
  type ChangeGroup,
  isGolden,
} from '../../../knowledge/diff/compare.ts';
import type { TextChange } from '../../../knowledge/diff/text-changes.ts';
import { type SideBySide, wordChanges } from '../../../knowledge/diff/word-changes.ts';
import { firstWords, inShort, type Names, namesOf } from './names.ts';
import type { RanDiff } from './run-diff.ts';

const HEADINGS: Readonly<Record<Change, string>> = {
  alarm_lost: 'WARNING NO LONGER GIVEN, or more weakly',
  alarm_raised: 'new or louder warning',
  lost: 'lost: answered before, nothing found now',
  changed: 'changed: another passage or rule',
  gained: 'gained: nothing found before, answered now',
};

const LIMITS = { groups: 8, questions: 4, texts: 8, letters: 60 };

/** Lines to print; without `all` the lists are cut short and say so. Colours where the terminal takes them. */
export function terminalLines(ran: RanDiff, all: boolean): string[] {
  const { diff } = ran;
  const counts = CHANGES.map((change) => {
    const groups = diff.groups.filter((group) => group.change === change);
    const questions = groups.reduce((sum, { asked }) => sum + asked.length, 0);
    return { change, groups, questions };
  });
  const { golden, from, texts } = diff;
  return [
    `${ran.commit.short} (${ran.commit.day} ${ran.commit.subject}) -> working tree ${ran.now.version}`,
    `${diff.questions} questions: ${from.golden} golden, ${from.passage} of passages, ${from.rule} of rules, ${from.patient} of patients`,
    `golden: right before ${golden.rightBefore} of ${golden.total}, now ${golden.rightNow}; broken ${golden.broken.length}, mended ${golden.mended.length}`,
    ...ran.mended.map(
      (path) => `note: ${path} is the present file on both sides, since the older one does not compile`,
    ),
    ...named('passages', diff.passages),
    ...named('rules', diff.rules),
    '',
    ...counts.map(({ change, questions, groups }) => {
      const line = `${String(questions).padStart(5)}  ${HEADINGS[change]}${questions > 0 ? ` (${groups.length} kinds)` : ''}`;
      return change === 'alarm_lost' && questions > 0 ? styleText(['red', 'bold'], line) : line;
    }),
    `${String(texts.length).padStart(5)}  texts that read otherwise`,
    ...counts.flatMap(({ change, groups }) => groupLines(change, groups, ran, all)),
    ...textLines(texts, all),
  ];
}

function named(what: string, { added, removed }: RanDiff['diff']['passages']): string[] {
  const list = (word: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [`${what} ${word}: ${ids.length} (${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''})`];
  return [
    ...list(
      'added',
      added.map(({ id }) => id),
    ),
    ...list(
      'removed',
      removed.map(({ id }) => id),
    ),
  ];
}

function groupLines(change: Change, groups: readonly ChangeGroup[], ran: RanDiff, all: boolean): string[] {
  if (groups.length === 0) return [];
  const [before, now] = [namesOf(ran.before.handbook), namesOf(ran.now.handbook)];
  const shown = all ? groups : groups.slice(0, LIMITS.groups);
  const heading = styleText(change === 'alarm_lost' ? ['red', 'bold'] : 'bold', `== ${HEADINGS[change]}`);
  return [
    '',
    heading,
    ...shown.flatMap((group) => oneGroup(group, before, now, all)),
    ...rest(groups.length - shown.length),
  ];
}

function oneGroup({ before, now, asked }: ChangeGroup, was: Names, is: Names, all: boolean): string[] {
  const shown = all ? asked : asked.slice(0, LIMITS.questions);
  const title = (answer: ChangeGroup['now'], names: Names) => {
    const [part] = answer.parts;
    return `${inShort(answer)}  「${part ? clip(firstWords(part, names)) : ''}」`;
  };
  return [
    '',
    `  ${asked.length} question${asked.length === 1 ? '' : 's'}`,
    `  old  ${title(before, was)}`,
    `  new  ${title(now, is)}`,
    ...shown.map((one) => `       ${mark(one)} ${clip(one.question.turns.join(' / '))}`),
    ...(asked.length > shown.length ? [`       … ${asked.length - shown.length} more`] : []),
  ];
}

function mark({ question, turn }: Asked): string {
  const kind = isGolden(question) ? 'golden' : (question.origins[0]?.kind ?? '');
  const word = turn === 'broken' ? styleText('red', 'wrong now') : turn === 'mended' ? 'right now' : '';
  return [kind.padEnd(7), word].filter((part) => part !== '').join(' ');
}

function textLines(texts: readonly TextChange[], all: boolean): string[] {
  if (texts.length === 0) return [];
  const shown = all ? texts : texts.slice(0, LIMITS.texts);
  return [
    '',
    styleText('bold', '== reads otherwise'),
    ...shown.flatMap(({ kind, id, questions, sections }) => [
      '',
      `  ${kind} ${id}: ${questions} question${questions === 1 ? '' : 's'}`,
      ...sections.flatMap(({ name, before, now }) => sectionLines(name, before, now, all)),
    ]),
    ...rest(texts.length - shown.length),
  ];
}

function sectionLines(name: string, before: string, now: string, all: boolean): string[] {
  if (before === '') return [`    ${name}: new, ${now.length} characters`];
  if (now === '') return [`    ${name}: gone, ${before.length} characters`];
  const rows = wordChanges(before, now).filter(({ same }) => !same);
  const shown = all ? rows : rows.slice(0, LIMITS.questions);
  const more = rows.length > shown.length ? [`      … ${rows.length - shown.length} more`] : [];
  return [`    ${name}:`, ...shown.map((row) => `      ${inline(row)}`), ...more];
}

/** 「[-old-]{+new+}」 as git's word diff writes it. */
function inline({ before, now }: SideBySide): string {
  const old = before.map(({ text, changed }) => (changed ? styleText('red', `[-${text.trim()}-]`) : text));
  const fresh = now.map(({ text, changed }) => (changed ? styleText('green', `{+${text.trim()}+}`) : text));
  const oneLine = (parts: readonly string[]) => parts.join('').replaceAll('\n', ' ').trim();
  if (before.length === 0) return oneLine(fresh);
  if (now.length === 0) return oneLine(old);
  return `${oneLine(old)}  ->  ${oneLine(fresh)}`;
}

function rest(count: number): string[] {
  return count > 0 ? ['', `  … ${count} more: --all, or --html FILE`] : [];
}

function clip(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length <= LIMITS.letters ? line : `${line.slice(0, LIMITS.letters - 1)}…`;
}
