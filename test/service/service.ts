/** A running service as its users have it, on either runtime, with a strict LINE and a real database around it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { type App, createApp } from '../../src/app.ts';
import { MIGRATIONS_DIR } from '../../src/cli/build/paths.ts';
import { readConsoleFile } from '../../src/cli/local-console-files.ts';
import { readBuiltKnowledge } from '../../src/cli/local-knowledge.ts';
import { readConfig } from '../../src/config.ts';
import { startLocalServer } from '../../src/local-server.ts';
import { createMessagingApiStandIn, type MessagingApiStandIn } from '../../src/simulator/messaging-api.ts';
import { createPhones } from '../../src/simulator/phones.ts';
import type { Database } from '../../src/store/database.ts';
import * as schema from '../../src/store/schema.ts';
import { startLibsqlServer } from '../stand-ins/libsql-server.ts';
import { startWrangler } from './wrangler.ts';

export const CHANNEL_SECRET = 'test-channel-secret';
const CHANNEL_ACCESS_TOKEN = 'test-channel-access-token';
const DATA_KEY = Buffer.alloc(32, 7).toString('base64');

export type Service = {
  readonly url: string;
  readonly standIn: MessagingApiStandIn;
  readonly phones: ReturnType<typeof createPhones>;
  /** The database, for a test to look into. */
  readonly db: DatabaseSync;
  readonly sweep: () => Promise<void>;
  /** Database round trips so far; null where the database is embedded. */
  readonly roundTrips: () => number | null;
  /** Stops and starts the database; null where it is embedded. */
  readonly setDatabaseDown: ((down: boolean) => void) | null;
  /** Resolves with what `userId` has received, once it is at least `count` messages. */
  readonly received: (userId: string, count: number) => Promise<unknown[]>;
  /** What counselors do, from a process of their own. */
  readonly desk: App['desk'];
  /** The database as the service's own code sees it, from that process. */
  readonly operatorDb: Database;
  /** The open cases, the most urgent first. */
  readonly openCases: () => { readonly id: string; readonly urgency: number; readonly version: number }[];
  /** The process that runs the service: this one, or wrangler. */
  readonly pid: number;
  /** What the service printed; empty in this process. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
};

export const RUNTIMES = ['node', 'workerd'] as const;
export type Runtime = (typeof RUNTIMES)[number];

/** Starts the service on `runtime` with a fresh database. */
export async function startService(runtime: Runtime): Promise<Service> {
  const dir = mkdtempSync(join(tmpdir(), 'hikkei-'));
  let webhookUrl = '';
  const standIn = createMessagingApiStandIn({
    channelAccessToken: CHANNEL_ACCESS_TOKEN,
    channelSecret: CHANNEL_SECRET,
    monthlyLimit: null,
    hangMs: 8_000,
  });
  const line = createAdaptorServer({ fetch: standIn.app.fetch });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', () => resolve()));
  const address = line.address();
  const lineUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const env = {
    LINE_CHANNEL_SECRET: CHANNEL_SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: CHANNEL_ACCESS_TOKEN,
    LINE_API_BASE: lineUrl,
    DATA_KEY,
  };
  const running = runtime === 'node' ? await onNode(dir, env) : await onWorkerd(dir, env);
  const operator = await operatorOf({ ...env, DATABASE_URL: running.databaseUrl });
  webhookUrl = `${running.url}/webhook`;
  const phones = createPhones({ standIn, channelSecret: CHANNEL_SECRET, webhookUrl, timeoutMs: 10_000 });
  return {
    ...running,
    desk: operator.desk,
    operatorDb: operator.db,
    openCases: () =>
      running.db
        .prepare(
          "select id, urgency, version from cases where status <> 'resolved' order by urgency, opened_at_ms",
        )
        .all()
        .map((row) => ({ id: String(row.id), urgency: Number(row.urgency), version: Number(row.version) })),
    standIn,
    phones,
    async received(userId, count) {
      for (let waited = 0; waited < 15_000; waited += 20) {
        if (phones.received(userId).length >= count) break;
        await sleep(20);
      }
      return phones.received(userId);
    },
    async close() {
      operator.close();
      await running.close();
      if ('closeAllConnections' in line) line.closeAllConnections();
      await new Promise<void>((resolve) => line.close(() => resolve()));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function onNode(dir: string, env: Record<string, string>) {
  const file = join(dir, 'hikkei.db');
  const server = await startLocalServer({
    env: { ...env, DATABASE_URL: `file:${file}`, PORT: '0' },
    dataDir: dir,
    migrationsDir: MIGRATIONS_DIR,
    loadKnowledge: async (reviewedOnly) => readBuiltKnowledge(reviewedOnly),
    readConsoleFile,
    log: (e) => {
      if (process.env.HIKKEI_LOG) console.error(JSON.stringify(e));
    },
  });
  const db = new DatabaseSync(file);
  return {
    url: server.url,
    databaseUrl: `file:${file}`,
    db,
    sweep: async () => {
      await server.sweep();
    },
    roundTrips: () => null,
    setDatabaseDown: null,
    pid: process.pid,
    output: () => '',
    async close() {
      await server.close();
      db.close();
    },
  };
}

async function onWorkerd(dir: string, env: Record<string, string>) {
  const database = await startLibsqlServer(join(dir, 'hikkei.db'), MIGRATIONS_DIR);
  const worker = await startWrangler({ ...env, DATABASE_URL: database.url });
  return {
    url: worker.url,
    databaseUrl: database.url,
    db: database.db,
    sweep: worker.runCron,
    roundTrips: database.pipelines,
    setDatabaseDown: (down: boolean) => {
      database.down = down;
    },
    pid: worker.pid,
    output: worker.output,
    async close() {
      await worker.close();
      await database.close();
    },
  };
}

async function operatorOf(env: Record<string, string>) {
  const config = readConfig(env);
  const client = createClient({ url: config.database.url });
  const knowledge = readBuiltKnowledge(false);
  const db = drizzle({ client, schema });
  const app = await createApp({
    config,
    db,
    loadKnowledge: async () => knowledge,
    now: Date.now,
    uuid: () => crypto.randomUUID(),
    log: () => undefined,
    afterwards: (work) => void work,
    wait: sleep,
    readConsoleFile,
  });
  return { desk: app.desk, db, close: () => client.close() };
}
