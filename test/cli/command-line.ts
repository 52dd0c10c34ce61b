/** Runs a command of the project as a person does, in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/build/paths.ts';

export type Ran = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly lines: string[];
};

/** `file` below src/cli, with `input` as its standard input. */
export function run(file: string, args: readonly string[], input: string | Buffer = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'cli', file), ...args], {
      cwd: ROOT,
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err, lines: out.split('\n').slice(0, -1) }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
