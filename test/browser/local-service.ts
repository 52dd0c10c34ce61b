/** The service as `npm start` serves it, on a free port and with a fresh database. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS_DIR } from '../../src/cli/build/paths.ts';
import { readConsoleFile } from '../../src/cli/local-console-files.ts';
import { readBuiltKnowledge } from '../../src/cli/local-knowledge.ts';
import { type LocalServer, startLocalServer } from '../../src/local-server.ts';

export function startWithSimulator(): Promise<LocalServer> {
  return startLocalServer({
    env: { PORT: '0' },
    dataDir: mkdtempSync(join(tmpdir(), 'hikkei-browser-')),
    migrationsDir: MIGRATIONS_DIR,
    loadKnowledge: async (reviewedOnly) => readBuiltKnowledge(reviewedOnly),
    readConsoleFile,
    log: () => undefined,
  });
}
