/** Makes Debian's Chromium and a Japanese font present for the browser tests, where this machine allows it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHROMIUM = '/usr/bin/chromium';
const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Installs what is missing. Gives null when all is there, else a sentence on what will be skipped and why. */
export function prepareBrowser(): string | null {
  if (existsSync(CHROMIUM) && existsSync(FONT)) return null;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing chromium and fonts-noto-cjk for the browser tests …');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { ...quiet, env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      ...quiet,
      env,
    });
  }
  if (!existsSync(CHROMIUM))
    return `browser tests: ${CHROMIUM} is not here; install Debian's packages chromium and fonts-noto-cjk`;
  return null;
}
