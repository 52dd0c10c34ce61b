import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BUILD_DIR, ROOT } from './build/paths.ts';
import { runCommand } from './command.ts';
import { prepareBrowser } from './prepare-browser.ts';

const HELP = `
npm test [-- FILTER]
  Formatting and lint, types, unused code, walls between rooms, then every test (unit, property, both
  runtimes, browser). Installs Debian's chromium and a Japanese font where it may; says what it skipped.
  FILTER runs only the tests whose path contains it, and no other check.
`;

const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  ['formatting and lint', ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']],
  ['types', ['typescript/bin/tsc', '--noEmit']],
  ['unused code', ['knip/bin/knip.js']],
  [
    'walls between rooms',
    ['dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs'],
  ],
];

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

await runCommand(HELP, {}, (_, [filter]) => {
  let passed = 0;
  let failed = 0;
  if (filter === undefined) {
    for (const [name, [script = '', ...args]] of CHECKS) {
      console.log(`\n— ${name}`);
      if (runModule(script, args) === 0) passed++;
      else failed++;
    }
  }
  console.log('\n— tests');
  const skipped = prepareBrowser();
  const reportFile = join(BUILD_DIR, 'test-report.json');
  rmSync(reportFile, { force: true });
  const status = runModule('vitest/vitest.mjs', [
    ...['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'],
    `--outputFile=${reportFile}`,
    ...(filter === undefined ? [] : [filter]),
  ]);
  const report = existsSync(reportFile)
    ? vitestReport.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
    : null;
  passed += report?.numPassedTests ?? 0;
  // A file that does not even load fails without a test of its own.
  failed += report?.numFailedTests || (status === 0 ? 0 : 1);
  if (skipped) console.log(`Skipped: ${skipped}`);
  console.log(`${passed} passed, ${failed} failed, ${report?.numPendingTests ?? 0} skipped`);
  if (failed > 0) process.exitCode = 1;
});

function runModule(script: string, args: readonly string[]): number {
  const child = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return child.status ?? 1;
}
