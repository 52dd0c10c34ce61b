/** The one place where the parts are put together; both runtimes run what this gives. */
import { Hono } from 'hono';
import type { Config } from './config.ts';
import { createConsole } from './console/console.ts';
import { createAuthentication } from './console/sign-in/create-authentication.ts';
import type { Knowledge } from './conversation/knowledge.ts';
import { createDesk } from './desk/create-desk.ts';
import type { Desk } from './desk/desk.ts';
import { handleEvent } from './intake/handle-event.ts';
import { keepEvents } from './intake/keep-events.ts';
import type { IntakeParts, LogEntry } from './intake/parts.ts';
import { sweep } from './intake/sweep.ts';
import { createLineContent } from './line/content.ts';
import { createLineSender } from './line/messaging-api.ts';
import { createWebhook } from './line/webhook.ts';
import type { Database } from './store/database.ts';
import { checkDatabase } from './store/health.ts';
import type { OpenEvent } from './store/inbox.ts';
import { createSeal, derivedSecret } from './store/seal.ts';

export type AppParts = {
  readonly config: Config;
  readonly db: Database;
  /** Reads and assembles the compiled knowledge; asked again after a failure. */
  readonly loadKnowledge: () => Promise<Knowledge>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly uuid: () => string;
  readonly log: (entry: LogEntry) => void;
  /** Goes on with work after the answer: `waitUntil` on Workers. */
  readonly afterwards: (work: Promise<void>) => void;
  /** Resolves after `ms` milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** One of the console's own files by its name, or null. */
  readonly readConsoleFile: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

export type App = {
  readonly http: Hono;
  /** Takes up what was left open; gives the number of events. */
  readonly sweep: () => Promise<number>;
  /** What counselors do to cases. */
  readonly desk: Desk;
};

/** The whole service: webhook, health, console, sweeper. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, db, now, log } = parts;
  const intake: IntakeParts = {
    db,
    seal: await createSeal(config.dataKey),
    knowledge: parts.loadKnowledge,
    sender: createLineSender(config.line),
    now,
    uuid: parts.uuid,
    log,
  };
  const http = new Hono();
  http.onError((error, c) => {
    log({ what: 'request failed', reason: error.name });
    return c.json({ error: 'the service could not do this now; try again' }, 500);
  });
  http.get('/healthz', async (c) => {
    const { version, handbook } = await parts.loadKnowledge();
    const health = { knowledge: version, passages: handbook.passages.length };
    try {
      await checkDatabase(db);
      return c.json({ ok: true, ...health, database: 'ok' });
    } catch {
      return c.json({ ok: false, ...health, database: 'down' }, 503);
    }
  });
  const keep = async (lineEvents: Parameters<typeof keepEvents>[1]) => {
    const open = await keepEvents(intake, lineEvents);
    if (open.length > 0) parts.afterwards(handleAll(intake, open));
  };
  http.route('/', createWebhook({ channelSecret: config.line.channelSecret, keep }));
  const desk = createDesk({ ...intake, afterwards: parts.afterwards, wait: parts.wait });
  http.route(
    '/',
    createConsole({
      db,
      seal: intake.seal,
      knowledge: parts.loadKnowledge,
      desk,
      content: createLineContent(config.line),
      authentication: createAuthentication({
        db,
        secret: await derivedSecret(config.dataKey, 'hikkei console'),
        origin: config.consoleOrigin,
        now,
        uuid: parts.uuid,
      }),
      origin: config.consoleOrigin,
      now,
      uuid: parts.uuid,
      log,
      readAsset: parts.readConsoleFile,
    }),
  );
  return {
    http,
    async sweep() {
      await desk.returnSilentCases();
      return sweep(intake);
    },
    desk,
  };
}

/** Patients side by side, each patient's events in their order. */
async function handleAll(intake: IntakeParts, open: readonly OpenEvent[]): Promise<void> {
  const byPatient = Map.groupBy(open, (event) => event.patientId);
  await Promise.all(
    [...byPatient.values()].map(async (events) => {
      for (const event of events) await handleEvent(intake, event);
    }),
  );
}
