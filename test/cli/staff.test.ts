import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/build/paths.ts';

const MAIL = 'taro@hikkei.test';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hikkei-staff-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** `staff` as a person runs it, on a database of its own that does not exist at first. */
function staff(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src', 'cli', 'staff.ts'), ...args],
      {
        cwd: ROOT,
        env: { ...process.env, DATABASE_URL: `file:${join(dir, 'hikkei.db')}`, PORT: '', ...env },
      },
    );
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
const add = (...more: string[]) =>
  staff(['add', '--email', MAIL, '--name', '相談 太郎', '--role', 'counselor', ...more]);

test('add prints a one-time link and nothing else; list shows the person', async () => {
  const { code, out } = await add();
  expect(code).toBe(0);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:8787\/console\/invitation\/[\w-]{43}\n$/);
  expect((await staff(['list'])).out).toBe(`${MAIL}\t相談 太郎\tcounselor\tinvited\tnever\n`);
});

test('the link begins with CONSOLE_ORIGIN or the port', async () => {
  const origin = 'https://console.hikkei.test';
  await add();
  const link = (env: Record<string, string>) => staff(['link', '--email', 'TARO@hikkei.test'], env);
  expect((await link({ CONSOLE_ORIGIN: origin })).out.startsWith(`${origin}/console/invitation/`)).toBe(true);
  expect((await link({ PORT: '9000' })).out.startsWith('http://127.0.0.1:9000/')).toBe(true);
});

test('a person is shut out and let in again', async () => {
  await add();
  expect((await staff(['disable', '--email', MAIL])).out).toBe('disabled\n');
  expect((await staff(['list'])).out).toContain('\tdisabled\t');
  expect((await staff(['enable', '--email', MAIL])).out).toBe('enabled\n');
  expect((await staff(['list'])).out).toContain('\tinvited\t');
});

test.each([
  [
    ['add', '--email', MAIL, '--name', '太郎', '--role', 'king'],
    '--role must be one of counselor, editor, admin.',
  ],
  [['add', '--name', '太郎', '--role', 'admin'], '--email is missing.'],
  [['add', '--email', 'x', '--name', '太郎', '--role', 'admin'], '--email is no mail address.'],
  [
    ['link', '--email', 'nobody@hikkei.test'],
    'Nobody has the mail address nobody@hikkei.test; see "staff list".',
  ],
  [['sack'], 'There is no "staff sack".'],
  [[], 'Say what to do.'],
])('%j says what is wrong', async (args, line) => {
  const { code, err, out } = await staff(args);
  expect([code, out, err.split('\n')[0]]).toEqual([1, '', line]);
});

test('nobody is added twice', async () => {
  await add();
  const { code, err } = await add();
  expect([code, err.split('\n')[0]]).toEqual([1, `${MAIL} is there already; "staff link" makes a new link.`]);
});
