/** The whole app in process around a real database file and a strict LINE, which can die at a chosen step and start again. */
import { randomUUID } from 'node:crypto';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { LogEntry } from '../../src/intake/parts.ts';
import { createPhones, type Phones } from '../../src/simulator/phones.ts';
import type { Database } from '../../src/store/database.ts';
import { events } from '../../src/store/schema.ts';
import { createSeal, type Seal } from '../../src/store/seal.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { openTestDatabase } from '../fixtures/database.ts';
import { ACCESS_TOKEN, CHANNEL_SECRET, type LineServer, startLine } from '../fixtures/line-server.ts';

const DATA_KEY = new Uint8Array(32).fill(7);

type Life = {
  /** After so many transactions the process is dead: the database answers it no more. */
  readonly diesAfter?: number;
  /** A process that dies before its call to LINE goes out. */
  readonly cannotReachLine?: boolean;
};

export type TestService = {
  readonly line: LineServer;
  readonly phones: Phones;
  readonly db: Database;
  readonly clock: { ms: number };
  readonly log: LogEntry[];
  /** Ends this process and starts another over the same database. */
  readonly restart: (life?: Life) => Promise<void>;
  /** Resolves when all work begun after an answer has ended. */
  readonly settled: () => Promise<void>;
  readonly sweep: () => Promise<number>;
  readonly desk: () => App['desk'];
  readonly seal: Seal;
  /** Ends the hold of every answer that could still be undone, and resolves when all work has ended. */
  readonly holdsEnd: () => Promise<void>;
  readonly post: (body: string, signature: string) => Promise<Response>;
  /** The status of every event that was kept, oldest first. */
  readonly statuses: () => Promise<string[]>;
  readonly close: () => Promise<void>;
};

export async function startTestService(): Promise<TestService> {
  const clock = { ms: Date.UTC(2026, 10, 24, 3) };
  const log: LogEntry[] = [];
  const line = await startLine({ now: () => clock.ms });
  const database = await openTestDatabase();
  const works = new Set<Promise<void>>();
  const holds: (() => void)[] = [];
  let app: App;

  async function restart({
    diesAfter = Number.POSITIVE_INFINITY,
    cannotReachLine = false,
  }: Life = {}): Promise<void> {
    app = await createApp({
      config: readConfig({
        LINE_CHANNEL_SECRET: CHANNEL_SECRET,
        LINE_CHANNEL_ACCESS_TOKEN: ACCESS_TOKEN,
        LINE_API_BASE: cannotReachLine ? 'http://127.0.0.1:9' : line.url,
        DATABASE_URL: 'file:unused',
        DATA_KEY: Buffer.from(DATA_KEY).toString('base64'),
      }),
      db: mortal(database.db, diesAfter),
      loadKnowledge: async () => builtKnowledge(),
      now: () => clock.ms,
      uuid: randomUUID,
      log: (entry) => log.push(entry),
      afterwards: (work) => {
        works.add(work);
        void work.finally(() => works.delete(work));
      },
      wait: () => new Promise((resolve) => holds.push(resolve)),
      readConsoleFile: async () => null,
    });
  }

  await restart();
  const phones = createPhones({
    standIn: line.standIn,
    channelSecret: CHANNEL_SECRET,
    webhookUrl: 'http://hikkei.test/webhook',
    timeoutMs: 10_000,
    fetch: (request) => app.http.fetch(request),
  });
  return {
    line,
    phones,
    db: database.db,
    clock,
    log,
    restart,
    async settled() {
      while (works.size > 0) await Promise.all(works);
    },
    sweep: () => app.sweep(),
    desk: () => app.desk,
    seal: await createSeal(DATA_KEY),
    async holdsEnd() {
      for (const end of holds.splice(0)) end();
      while (works.size > 0) await Promise.all(works);
    },
    post: async (body, signature) =>
      app.http.request('/webhook', { method: 'POST', body, headers: { 'x-line-signature': signature } }),
    async statuses() {
      const rows = await database.db.select().from(events).orderBy(events.receivedAtMs, events.occurredAtMs);
      return rows.map((row) => row.status);
    },
    async close() {
      await line.close();
      database.close();
    },
  };
}

/** `db` that fails every query once `transactions` batches were answered, as a process does that was killed. */
function mortal(db: Database, transactions: number): Database {
  let left = transactions;
  return new Proxy(db, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name, target);
      if (typeof part !== 'function') return part;
      if (name !== 'batch') {
        return (...args: unknown[]) => {
          if (left <= 0 && name === 'update') throw new Error('this process is dead');
          return part.apply(target, args);
        };
      }
      return async (...args: unknown[]) => {
        if (left <= 0) throw new Error('this process is dead');
        left--;
        return part.apply(target, args);
      };
    },
  });
}
