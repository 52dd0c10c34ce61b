/** Checks again after each change of the files and prints only what is new and what is mended. */
import { watch } from 'node:fs';
import { findingLine } from './report.ts';
import type { Checked } from './run-check.ts';

/** Editors save in several steps; one check follows the last. */
const QUIET_MS = 200;

/** Runs until the process is stopped. `check` is never run twice at a time. */
export function watchAndCheck(
  dir: string,
  first: Checked,
  check: () => Promise<Checked>,
  print: (line: string) => void,
): void {
  let last = first;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const startedMs = performance.now();
    try {
      const checked = await check();
      for (const line of changes(last, checked)) print(line);
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      const problems = checked.findings.filter(({ severity }) => severity === 'problem').length;
      print(
        `checked in ${seconds} s: ${problems} problem(s), ${checked.findings.length - problems} warning(s)`,
      );
      last = checked;
    } catch (error) {
      // A file that is being replaced cannot be read for a moment: the next change checks again.
      print(`could not check: ${error instanceof Error ? error.message : String(error)}`);
    }
    running = false;
    if (again) {
      again = false;
      void run();
    }
  };
  watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  });
  print(`watching ${dir}; press Ctrl+C to stop`);
}

/** `+` for each finding that `before` did not have, `-` for each that is gone. */
export function changes(before: Checked, after: Checked): string[] {
  // A line above moves all below: what was said of the file counts, not on which line.
  const said = (checked: Checked) =>
    new Map(checked.findings.map((finding) => [`${finding.file}\n${finding.message}`, finding]));
  const [old, now] = [said(before), said(after)];
  return [
    ...[...old].filter(([key]) => !now.has(key)).map(([, finding]) => `- mended: ${findingLine(finding)}`),
    ...[...now].filter(([key]) => !old.has(key)).map(([, finding]) => `+ ${findingLine(finding)}`),
  ];
}
