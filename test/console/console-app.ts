/** The console over a real database file, with people who are signed in; LINE is what the test says, or nobody. */
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { createConsole } from '../../src/console/console.ts';
import type { ConsoleEnv, ConsoleParts } from '../../src/console/env.ts';
import { sessionCookie } from '../../src/console/sign-in/cookies.ts';
import { createAuthentication } from '../../src/console/sign-in/create-authentication.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { LogEntry } from '../../src/intake/parts.ts';
import { createLineContent } from '../../src/line/content.ts';
import { createLineSender } from '../../src/line/messaging-api.ts';
import type { Database } from '../../src/store/database.ts';
import { type StaffRole, staff } from '../../src/store/schema.ts';
import { createSeal, type Seal } from '../../src/store/seal.ts';
import { addSession } from '../../src/store/staff/sessions.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { openTestDatabase } from '../fixtures/database.ts';

export const ORIGIN = 'http://console.test';
export const SECRET = 'a secret for the console of the tests, long enough';
/** Nobody listens there. */
const NO_LINE = 'http://127.0.0.1:9';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Somebody at a browser: sends forms as a browser does, from the console's own pages. */
export type Visitor = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Response>;
};

export type SignedInVisitor = Visitor & {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The request header `cookie`. */
  readonly cookie: string;
};

export type TestConsole = {
  readonly app: Hono<ConsoleEnv>;
  readonly parts: ConsoleParts;
  readonly db: Database;
  readonly seal: Seal;
  readonly desk: Desk;
  readonly log: LogEntry[];
  /** Resolves when all work begun after an answer has ended. */
  readonly settled: () => Promise<void>;
  /** A person of that role with a second factor and a living session. */
  readonly signIn: (role: StaffRole, name?: string) => Promise<SignedInVisitor>;
  /** Somebody without a session, or with the given cookie. */
  readonly visitor: (cookie?: string) => Visitor;
  readonly close: () => void;
};

export type TestConsoleOptions = {
  /** The clock; the real one by default. */
  readonly now?: () => number;
  /** Where LINE is, as `(await startLine()).url`; by default nobody answers there. */
  readonly lineUrl?: string;
  readonly accessToken?: string;
  /** How the desk waits before it sends; not at all by default. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly origin?: string;
  /** Parts of the test's own in place of the real ones. */
  readonly parts?: Partial<ConsoleParts>;
};

/** Opens a console; paths are whole, as `/console/cases`. */
export async function openConsole(options: TestConsoleOptions = {}): Promise<TestConsole> {
  const { now = Date.now, lineUrl = NO_LINE, accessToken = 'unit-access-token', origin = ORIGIN } = options;
  const { db, close } = await openTestDatabase();
  const seal = await createSeal(new Uint8Array(32).fill(7));
  const log: LogEntry[] = [];
  const works = new Set<Promise<void>>();
  const base = {
    db,
    seal,
    knowledge: async () => builtKnowledge(),
    now,
    uuid: randomUUID,
    log: (entry: LogEntry) => {
      log.push(entry);
    },
  };
  const desk = createDesk({
    ...base,
    sender: createLineSender({ channelAccessToken: accessToken, apiBase: lineUrl }),
    afterwards: (work) => {
      works.add(work);
      void work.finally(() => works.delete(work));
    },
    wait: options.wait ?? (async () => undefined),
  });
  const parts: ConsoleParts = {
    ...base,
    desk,
    content: createLineContent({ channelAccessToken: accessToken, dataApiBase: lineUrl }),
    authentication: createAuthentication({ db, secret: SECRET, origin: null, now, uuid: randomUUID }),
    origin: null,
    readAsset: async () => null,
    ...options.parts,
  };
  const app = createConsole(parts);

  const visitor = (cookie?: string): Visitor => {
    const own = cookie === undefined ? {} : { cookie };
    return {
      get: async (path, headers = {}) => app.request(`${origin}${path}`, { headers: { ...own, ...headers } }),
      post: async (path, fields = {}, headers = {}) =>
        app.request(`${origin}${path}`, {
          method: 'POST',
          body: encodeForm(fields),
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...own, ...headers },
        }),
    };
  };
  return {
    app,
    parts,
    db,
    seal,
    desk,
    log,
    async settled() {
      while (works.size > 0) await Promise.all(works);
    },
    visitor,
    async signIn(role, name = NAMES[role]) {
      const id = randomUUID();
      const email = `${id.slice(0, 8)}@hikkei.test`;
      const at = new Date(now());
      const token = randomUUID();
      await db.batch([
        db.insert(staff).values({
          id,
          name,
          email,
          emailVerified: true,
          role,
          twoFactorEnabled: true,
          createdAt: at,
          updatedAt: at,
        }),
        addSession(db, { id: randomUUID(), token, staffId: id, userAgent: null }, now()),
      ]);
      const line = await sessionCookie(token, origin.startsWith('https:'), SECRET);
      const cookie = line.slice(0, line.indexOf(';'));
      return { ...visitor(cookie), id, name, email, cookie };
    },
    close,
  };
}

const NAMES = { counselor: '相談 花子', editor: '編集 一郎', admin: '管理 幸子' } as const;

function encodeForm(fields: Fields): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return form.toString();
}
