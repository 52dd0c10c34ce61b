/** The whole service over the seeded file, with people who are signed in. */
import { randomUUID } from 'node:crypto';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { type App, createApp } from '../../../src/app.ts';
import { readConsoleFile } from '../../../src/cli/local-console-files.ts';
import { readConfig } from '../../../src/config.ts';
import { sessionCookie } from '../../../src/console/sign-in/cookies.ts';
import type { Knowledge } from '../../../src/conversation/knowledge.ts';
import * as schema from '../../../src/store/schema.ts';
import { derivedSecret } from '../../../src/store/seal.ts';
import { addSession } from '../../../src/store/staff/sessions.ts';
import { type Recorder, recordingClient } from './recording-client.ts';
import { BENCH_NOW } from './seed/calendar.ts';

export const ORIGIN = 'http://console.bench';
export const DATA_KEY = new Uint8Array(32).fill(7);

export type BenchApp = {
  readonly http: App['http'];
  readonly recorder: Recorder;
  /** The request header `cookie` of a new session. */
  readonly cookieOf: (staffId: string) => Promise<string>;
  readonly close: () => void;
};

export async function openApp(file: string, knowledge: Knowledge): Promise<BenchApp> {
  const config = readConfig({
    LINE_CHANNEL_SECRET: 'bench',
    LINE_CHANNEL_ACCESS_TOKEN: 'bench',
    // Nobody listens there: no page of the console may wait for LINE.
    LINE_API_BASE: 'http://127.0.0.1:9',
    LINE_DATA_API_BASE: 'http://127.0.0.1:9',
    DATABASE_URL: `file:${file}`,
    DATA_KEY: Buffer.from(DATA_KEY).toString('base64'),
  });
  const recorder = recordingClient(createClient({ url: config.database.url }));
  const db = drizzle({ client: recorder.client, schema });
  // The clock runs on from the moment up to which the file is filled.
  const startedAt = performance.now();
  const now = () => BENCH_NOW + Math.round(performance.now() - startedAt);
  const app = await createApp({
    config,
    db,
    loadKnowledge: async () => knowledge,
    now,
    uuid: randomUUID,
    log: ({ what, reason }) => {
      if (what.includes('failed')) console.error(`${what}: ${reason}`);
    },
    afterwards: (work) => void work,
    wait: async () => undefined,
    readConsoleFile,
  });
  const secret = await derivedSecret(config.dataKey, 'hikkei console');
  return {
    http: app.http,
    recorder,
    async cookieOf(staffId) {
      const token = randomUUID();
      await addSession(db, { id: randomUUID(), token, staffId, userAgent: null }, now());
      const line = await sessionCookie(token, false, secret);
      return line.slice(0, line.indexOf(';'));
    },
    close: () => recorder.client.close(),
  };
}
