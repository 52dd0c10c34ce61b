/** The entry on Node: builds what is out of date, serves everything on one port, and follows what editors save. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { buildKnowledge } from './cli/build/build-knowledge.ts';
import { buildConsoleFiles } from './cli/build/console-files.ts';
import { MIGRATIONS_DIR, ROOT } from './cli/build/paths.ts';
import { PROJECT } from './cli/build/places.ts';
import { readConsoleFile } from './cli/local-console-files.ts';
import { readBuiltBetweenRequests } from './cli/local-knowledge.ts';
import { serveChanges } from './cli/serve-changes.ts';
import { ConfigError } from './config.ts';
import { firstAdministratorLink } from './console/sign-in/first-administrator.ts';
import { startLocalServer } from './local-server.ts';

/** Serves until SIGINT or SIGTERM; open work is finished first. */
export async function serve(): Promise<void> {
  const { version, passages } = buildKnowledge(PROJECT);
  buildConsoleFiles();
  console.log(`Knowledge ${version}: ${passages} passages`);
  const server = await startLocalServer({
    env: process.env,
    dataDir: join(ROOT, '.data'),
    migrationsDir: MIGRATIONS_DIR,
    loadKnowledge: (reviewedOnly) => readBuiltBetweenRequests(reviewedOnly),
    readConsoleFile,
    log: (entry) => console.log(JSON.stringify(entry)),
  }).catch((error: unknown) => {
    console.error(error instanceof ConfigError || error instanceof Error ? error.message : error);
    process.exit(1);
  });
  if (server.simulator) console.log(`LINE simulator     ${server.url}/simulator`);
  console.log(`Counselors' console ${server.url}/console`);
  const link = await firstAdministratorLink({
    db: server.db,
    now: Date.now,
    uuid: randomUUID,
    origin: process.env.CONSOLE_ORIGIN || server.url,
  });
  if (link !== null) console.log(`  first administrator, one-time sign-in: ${link}`);
  console.log(`Webhook            ${server.url}/webhook`);
  console.log(`Health             ${server.url}/healthz`);
  const following = serveChanges(server, PROJECT, version, (line) => console.log(line));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () => void Promise.all([following.close(), server.close()]).then(() => process.exit(0)),
    );
  }
}
