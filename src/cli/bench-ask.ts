import { spawnSync } from 'node:child_process';
import { ROOT } from './build/paths.ts';
import { runCommand } from './command.ts';
import { readGolden } from './golden.ts';

const HELP = `
npm run -s bench:ask
  500 golden questions through \`ask --json\` as a check from outside runs it: seconds in all, start included.
`;

const LINES = 500;

await runCommand(HELP, {}, () => {
  const texts = readGolden().map((question) => question.text.replaceAll('\n', ' '));
  const input = texts.slice(0, LINES).join('\n');
  const start = performance.now();
  const child = spawnSync('npm', ['run', '-s', 'ask', '--', '--json'], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  const answers = child.stdout.split('\n').filter((line) => line !== '').length;
  console.log(`ask --json: ${answers} answers to ${LINES} lines in ${seconds.toFixed(1)} s`);
  if (answers !== LINES) process.exitCode = 1;
});
