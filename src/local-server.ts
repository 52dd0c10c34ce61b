/** The app on Node with the embedded database; with no LINE channel given, with the LINE simulator beside it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { Hono } from 'hono';
import { type App, createApp } from './app.ts';
import { readConfig } from './config.ts';
import type { Knowledge } from './conversation/knowledge.ts';
import type { LogEntry } from './intake/parts.ts';
import { localEnvironment, usesSimulator } from './local-environment.ts';
import { createSimulator, type Simulator } from './simulator/simulator.ts';
import type { Database } from './store/database.ts';
import * as schema from './store/schema.ts';

export type LocalServer = {
  /** e.g. `http://127.0.0.1:8787` */
  readonly url: string;
  /** Null when a real LINE channel is configured. */
  readonly simulator: Simulator | null;
  /** Takes up what was left open, as the timer does. */
  readonly sweep: () => Promise<number>;
  readonly desk: App['desk'];
  readonly db: Database;
  /**
   * Answers by what `loadKnowledge` gives now; gives its version. Answers that are being made end with what they
   * began with. Rejects, and leaves all as it was, when there is none to load.
   */
  readonly reloadKnowledge: () => Promise<string>;
  /** Resolves when all work begun after an answer has ended. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type LocalServerParts = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Holds the embedded database and the data key when the environment names none. */
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly loadKnowledge: (reviewedOnly: boolean) => Promise<Knowledge>;
  readonly readConsoleFile: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly log: (entry: LogEntry) => void;
};

const SWEEP_EVERY_MS = 5_000;

/** Starts the service on 127.0.0.1. Throws ConfigError when the environment is not usable. */
export async function startLocalServer(parts: LocalServerParts): Promise<LocalServer> {
  let handle: (request: Request) => Response | Promise<Response> = () =>
    new Response('starting', { status: 503 });
  const server = createAdaptorServer({ fetch: (request: Request) => handle(request) });
  const port = await listen(server, Number(parts.env.PORT ?? 8787));
  const url = `http://127.0.0.1:${port}`;

  const config = readConfig({ ...localEnvironment(parts.env, parts.dataDir, url), PORT: String(port) });
  const client = createClient({
    url: config.database.url,
    ...(config.database.authToken === undefined ? {} : { authToken: config.database.authToken }),
  });
  const db = drizzle({ client, schema });
  await migrate(db, { migrationsFolder: parts.migrationsDir });

  // Loaded before the first patient writes, not while they wait.
  let knowledge = await parts.loadKnowledge(config.reviewedOnly);
  const working = new Set<Promise<void>>();
  const stop = new AbortController();
  const app = await createApp({
    config,
    db,
    loadKnowledge: async () => knowledge,
    now: Date.now,
    uuid: randomUUID,
    log: parts.log,
    afterwards: (work) => {
      working.add(work);
      void work.finally(() => working.delete(work));
    },
    // When the process ends, a message that could still be undone goes out at once.
    wait: (ms) => sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined),
    readConsoleFile: parts.readConsoleFile,
  });

  const simulator = usesSimulator(parts.env)
    ? createSimulator({
        channelSecret: config.line.channelSecret,
        channelAccessToken: config.line.channelAccessToken,
        webhookUrl: `${url}/webhook`,
      })
    : null;
  const site = new Hono();
  site.route('/', app.http);
  if (simulator) {
    site.route('/', simulator.app);
    // The SDK calls /v2/… at the root of LINE_API_BASE.
    site.route('/', simulator.standIn.app);
    site.route('/', simulator.standIn.dataApp);
    site.get('/', (c) => c.redirect('/simulator'));
  }
  handle = (request) => site.fetch(request);

  const sweeping = sweepUntil(stop.signal, app.sweep, parts.log);
  const settled = async () => {
    while (working.size > 0) await Promise.all(working);
  };
  return {
    url,
    simulator,
    sweep: app.sweep,
    desk: app.desk,
    db,
    async reloadKnowledge() {
      knowledge = await parts.loadKnowledge(config.reviewedOnly);
      return knowledge.version;
    },
    settled,
    async close() {
      stop.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await sweeping;
      await settled();
      client.close();
    },
  };
}

function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const busy = cause.code === 'EADDRINUSE';
      reject(
        busy ? new Error(`Port ${port} is in use. Stop what runs there, or set PORT to another.`) : cause,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function sweepUntil(
  signal: AbortSignal,
  sweep: () => Promise<number>,
  log: (entry: LogEntry) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await sweep();
    } catch (error) {
      log({ what: 'sweep failed', reason: error instanceof Error ? error.name : 'unknown' });
    }
    await sleep(SWEEP_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
