/** Dates that stand still while time goes on: reviews that are due, old sources, days that are not yet. */
import type { Passage } from '../passage.ts';
import type { Finding } from './finding.ts';
import { lineOfKey, linesIn, type PassageLines } from './passage-lines.ts';
import type { Style } from './style.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Japan's days: nine hours ahead of UTC, no summer time. */
const TOKYO_MS = 9 * 60 * 60 * 1000;

/** The day in Tokyo at `nowMs`, as 2026-11-24. */
export function dayInTokyo(nowMs: number): string {
  return new Date(nowMs + TOKYO_MS).toISOString().slice(0, 10);
}

/** What is due, overdue, old or in the future on the day of `nowMs`. */
export function dateFindings(
  passages: readonly PassageLines[],
  style: Pick<Style, 'review_soon_days' | 'source_years'>,
  nowMs: number,
): Finding[] {
  const today = dayInTokyo(nowMs);
  const soon = dayInTokyo(nowMs + style.review_soon_days * DAY_MS);
  const oldest = `${Number(today.slice(0, 4)) - style.source_years}${today.slice(4)}`;
  return passages.flatMap((passage) => {
    const { file } = passage;
    const findings: Finding[] = [];
    const say = (line: number, rule: string, message: string, severity: Finding['severity'] = 'warning') =>
      findings.push({ file, line, severity, rule, message });
    const next = dayAt(passage, 'next_review');
    const nextLine = lineOfKey(passage, 'next_review');
    if (next !== null && next < today)
      say(nextLine, 'review-passed', `the review was due on ${next}; review the passage and set a new day`);
    else if (next !== null && next <= soon)
      say(
        nextLine,
        'review-soon',
        `the review is due on ${next}; review the passage within ${style.review_soon_days} days`,
      );
    for (const key of ['written_on', 'reviewed', 'read_by_patients']) {
      const day = dayAt(passage, key);
      if (day !== null && day > today)
        say(
          lineOfKey(passage, key),
          'future-date',
          `"${key}" is ${day}, a day that has not come; mend the date`,
          'problem',
        );
    }
    for (const { line, text } of linesIn(passage, 'source')) {
      const date = /(?:^|[\s{,])date:\s*["']?(\d{4}(?:-\d{2}){0,2})/.exec(text)?.[1];
      if (date === undefined) continue;
      if (date > today)
        say(line, 'future-date', `the source's date ${date} has not come; mend the date`, 'problem');
      // A bare year counts to its end: 2023 is older than three years from 2027 on.
      else if (`${date}${'-12-31'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}` < oldest)
        say(
          line,
          'source-old',
          `the source is of ${date}, older than ${style.source_years} years; look for a newer one, or read it again and write the day`,
        );
    }
    return findings;
  });
}

/** The day that stands on the line of `key`, also inside `{by: …, on: …}`. */
function dayAt(passage: PassageLines, key: string): string | null {
  const at = lineOfKey(passage, key);
  const text = passage.lines.find((line) => line.line === at && line.text.startsWith(`${key}:`))?.text ?? '';
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}

/** How many passages wait for a clinician, a reader, or one of their two further parts. */
export function whatIsMissing(passages: readonly Passage[]) {
  const count = (lacks: (passage: Passage) => boolean) => passages.filter(lacks).length;
  return {
    reviewed: count((p) => p.reviewed === null),
    readByPatients: count((p) => p.readByPatients === null),
    more: count((p) => p.more.length === 0),
    plain: count((p) => p.plain.length === 0),
  };
}
