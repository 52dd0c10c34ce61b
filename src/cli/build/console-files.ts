/** Lays the console's style and scripts beside the knowledge, where both runtimes read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSETS_DIR, ROOT } from './paths.ts';
import { writeWhole } from './write-whole.ts';

export const CONSOLE_FILES_DIR = join(ASSETS_DIR, 'console');
const PAGE_DIR = join(ROOT, 'src', 'console', 'page');
const HTMX = join(ROOT, 'node_modules', 'htmx.org', 'dist', 'htmx.min.js');

/** Writes `console.css` (its own rules first, then each section's), `console.js`, `htmx.js` and `icon.svg`. */
export function buildConsoleFiles(): void {
  const sheets = readdirSync(PAGE_DIR).filter((name) => name.endsWith('.css') && name !== 'console.css');
  const style = ['console.css', ...sheets.sort()].map((name) => readFileSync(join(PAGE_DIR, name), 'utf8'));
  writeWhole(join(CONSOLE_FILES_DIR, 'console.css'), style.join('\n'));
  for (const name of ['console.js', 'icon.svg']) {
    writeWhole(join(CONSOLE_FILES_DIR, name), readFileSync(join(PAGE_DIR, name)));
  }
  writeWhole(join(CONSOLE_FILES_DIR, 'htmx.js'), readFileSync(HTMX));
}
