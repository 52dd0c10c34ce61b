import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ASSETS_DIR, BUILD_DIR, ROOT } from '../../src/cli/build/paths.ts';
import { runCommand } from '../../src/cli/command.ts';
import { readGolden } from '../../src/cli/golden.ts';
import { startService } from '../service/service.ts';
import { startWrangler } from '../service/wrangler.ts';
import { workerdMegabytes } from './workerd-memory.ts';

const HELP = `
npm run -s bench:worker
  The Workers bundle (gzip) and assets, and inside workerd: resident memory above an empty worker at the
  start and after 1,000 messages, milliseconds to an answer, and whether wrangler warned of anything.
`;

const MESSAGES = 1000;

await runCommand(HELP, {}, async () => {
  const bundle = bundleBytes();
  console.log(`bundle                      ${kib(bundle)} KiB gzip (limits: 3 MB free, 10 MB paid)`);
  for (const name of readdirSync(ASSETS_DIR)) {
    console.log(
      `asset ${name.padEnd(21)} ${kib(statSync(join(ASSETS_DIR, name)).size)} KiB (limit: 25 MiB a file)`,
    );
  }
  const empty = await startWrangler({}, join(ROOT, 'test', 'bench', 'empty-worker', 'wrangler.toml'));
  for (let i = 0; i < MESSAGES; i++) await (await fetch(empty.url)).text();
  const emptyMegabytes = workerdMegabytes(empty.pid);
  await empty.close();
  console.log(
    `empty worker                ${emptyMegabytes.toFixed(1)} MB resident after ${MESSAGES} requests`,
  );

  const service = await startService('workerd');
  const questions = readGolden().flatMap((q) => (q.topic === undefined ? [] : [q.text]));
  const { userId } = service.phones.add('計測');
  const times: number[] = [];
  try {
    for (let i = 0; i < MESSAGES; i++) {
      const start = performance.now();
      await service.phones.say(userId, questions[i % questions.length] ?? '痛み');
      await service.received(userId, i + 1);
      times.push(performance.now() - start);
      if (i === 0) report('after the first message', workerdMegabytes(service.pid), emptyMegabytes);
    }
    report(`after ${MESSAGES} messages`, workerdMegabytes(service.pid), emptyMegabytes);
    const [first = 0] = times;
    times.sort((a, b) => a - b);
    const at = (q: number) => (times[Math.floor(q * (times.length - 1))] ?? 0).toFixed(0);
    console.log(
      `webhook to answer           first ${first.toFixed(0)} ms, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (polled every 20 ms)`,
    );
    const warnings = service
      .output()
      .split('\n')
      .filter((line) => /warn|exceed|startup/i.test(line));
    console.log(`warnings                    ${warnings.length === 0 ? 'none' : warnings.join('\n  ')}`);
  } finally {
    await service.close();
  }
});

function report(name: string, megabytes: number, empty: number): void {
  console.log(
    `${name.padEnd(27)} ${megabytes.toFixed(1)} MB resident, ${(megabytes - empty).toFixed(1)} MB above empty`,
  );
}

function bundleBytes(): number {
  const outdir = join(BUILD_DIR, 'worker');
  rmSync(outdir, { recursive: true, force: true });
  const wrangler = join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
  const built = spawnSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', outdir], {
    cwd: ROOT,
    env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
    encoding: 'utf8',
  });
  if (built.status !== 0)
    throw new Error(`wrangler could not bundle the Worker:\n${built.stdout}${built.stderr}`);
  const files = readdirSync(outdir).filter((name) => /\.(js|wasm|bin)$/.test(name));
  return files.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(outdir, name)), { level: 9 }).byteLength,
    0,
  );
}

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
