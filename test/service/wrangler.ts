/** `wrangler dev` as a developer runs it: the real bundle inside workerd, offline. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../src/cli/build/paths.ts';

export type Wrangler = {
  readonly url: string;
  /** What wrangler and the Worker printed so far. */
  readonly output: () => string;
  readonly pid: number;
  /** Runs the scheduled handler once. */
  readonly runCron: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts the Worker of `config` with `vars` as its environment; resolves when it answers. */
export async function startWrangler(
  vars: Readonly<Record<string, string>>,
  config = join(ROOT, 'wrangler.toml'),
): Promise<Wrangler> {
  const port = await freePort();
  const args = [
    join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js'),
    ...[
      'dev',
      '--config',
      config,
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      String(await freePort()),
    ],
    ...['--test-scheduled', '--show-interactive-dev-session=false', '--log-level', 'info'],
    ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ];
  let output = '';
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => output);
  return {
    url,
    output: () => output,
    pid: child.pid ?? 0,
    async runCron() {
      const response = await fetch(`${url}/__scheduled?cron=*+*+*+*+*`);
      if (!response.ok) throw new Error(`the scheduled handler failed: ${await response.text()}`);
    },
    async close() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      // workerd is a grandchild: the whole group goes.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await exited;
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (child.exitCode !== null) break;
    const healthy = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await sleep(200);
  }
  throw new Error(`wrangler dev did not come up:\n${output()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
