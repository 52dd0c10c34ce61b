/** The verb `knowledge check`: every file of knowledge/ checked, one line for each thing to mend. */
import { join } from 'node:path';
import { BUILD_DIR } from '../build/paths.ts';
import { PROJECT } from '../build/places.ts';
import { readabilityLines, reportJson, reportLines } from './check/report.ts';
import { type Checked, type CheckPlaces, runCheck } from './check/run-check.ts';
import { watchAndCheck } from './check/watch.ts';

export const CHECK_HELP = `npm run -s knowledge -- check [--all] [--readability] [--watch] [--json]
                                 checks every file of knowledge/: one line a problem or warning, with file and line;
                                 ends with 1 where something must not go out
                                 --all          lists the warnings that are only counted otherwise (old sources)
                                 --readability  how easy the texts are to read, and the ten hardest lines
                                 --watch        checks again after each change, and prints what changed`;

export const CHECK_OPTIONS = {
  watch: { type: 'boolean' },
  readability: { type: 'boolean' },
} as const;

/** As the command line gives them. */
export type CheckOptions = {
  readonly json?: boolean | undefined;
  readonly watch?: boolean | undefined;
  readonly readability?: boolean | undefined;
  readonly all?: boolean | undefined;
};

const PLACES: CheckPlaces = { ...PROJECT, textlintCacheFile: join(BUILD_DIR, 'check', 'textlint.json') };

/** Checks and prints; the process exits with 1 where there is a problem (not while watching). */
export async function check(options: CheckOptions): Promise<void> {
  const print = (line: string) => console.log(line);
  const now = (): Promise<Checked> => runCheck(PLACES, Date.now());
  const checked = await now();
  if (options.json) print(reportJson(checked));
  else {
    for (const line of readabilityLines(checked, options.readability === true)) print(line);
    for (const line of reportLines(checked, { all: options.all === true })) print(line);
  }
  if (options.watch) watchAndCheck(PLACES.knowledgeDir, checked, now, print);
  else if (checked.findings.some(({ severity }) => severity === 'problem')) process.exitCode = 1;
}
