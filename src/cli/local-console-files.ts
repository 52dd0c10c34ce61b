/** The console's files as the build laid them down, on Node. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONSOLE_FILES_DIR } from './build/console-files.ts';

/** The file's bytes, or null when there is none of that name. */
export async function readConsoleFile(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(join(CONSOLE_FILES_DIR, name)));
  } catch {
    return null;
  }
}
