// The door of every npm script: plain JavaScript that any Node can run. It installs what is missing, then
// runs the command on the project's own Node (a devDependency), because wrangler and vitest need a newer one.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const projectNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stamp = join(modules, '.hikkei-installed');

function installIfStale() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(projectNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing npm packages (first run, or the lockfile changed) …');
  // stdout belongs to the command that follows (it may be JSON), so npm speaks on stderr.
  // Not `npm ci`: it refuses a lockfile that lacks the optional packages of other platforms, which some mirrors do
  // not serve. `--no-save` keeps to the locked versions and leaves the lockfile alone.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'npm install failed. Check that the npm registry can be reached, then run the command again.',
    );
    process.exit(1);
  }
  if (!existsSync(projectNode)) {
    console.error(
      `npm left no ${projectNode}: allow the install script of the package "node", then try again.`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

installIfStale();
const [command, ...args] = process.argv.slice(2);
const child = spawn(projectNode, ['--import', 'tsx', join(root, 'src', 'cli', `${command}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(projectNode)}:${join(modules, '.bin')}:${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
