/** Debian's Chromium for the browser tests, and where their pictures go. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { BUILD_DIR } from '../../src/cli/build/paths.ts';

const CHROMIUM = '/usr/bin/chromium';
/** Without these Chromium looks for its maker's hosts at every start. */
const QUIET =
  '--disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const HAS_CHROMIUM = existsSync(CHROMIUM);

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', ...QUIET.split(' ')],
  });
}

/** The file of a picture, for people to look at. */
export function screenshotFile(name: string): string {
  const dir = join(BUILD_DIR, 'screenshots');
  mkdirSync(dir, { recursive: true });
  return join(dir, `${name}.png`);
}
