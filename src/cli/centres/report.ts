/** The report of an import, for whoever runs it. */
import type { Centre } from '../../knowledge/centres.ts';
import type { Merge } from './merge.ts';
import type { RowProblem } from './official-list.ts';

const named = (centre: Centre) => `  ${centre.prefecture} ${centre.name}（${centre.kind}）`;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}: ${lines.length}`, ...lines];
}

/** What the import found, in plain lines; bad rows as `file:line: mend`. */
export function importReport(
  file: string,
  listed: number,
  merge: Merge,
  problems: readonly RowProblem[],
): string {
  const bad = [...problems, ...merge.problems].sort((a, b) => a.line - b.line);
  const changes = merge.updated.map(({ centre, changes }) =>
    [
      named(centre),
      ...changes.map(({ field, from, to }) => `    ${field}: ${from || '(empty)'} → ${to}`),
    ].join('\n'),
  );
  return [
    `${file}: ${listed} hospitals read, ${bad.length} rows not usable.`,
    ...section('Added', merge.added.map(named)),
    ...section('Changed', changes),
    ...section('Now shown', merge.nowShown.map(named)),
    ...section('Shown until now, not in this list', merge.noLongerListed.map(named)),
    ...section(
      'Rows not usable',
      bad.map(({ line, message }) => `  ${file}:${line}: ${message}`),
    ),
  ].join('\n');
}
