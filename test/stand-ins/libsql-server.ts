/**
 * A libSQL server over HTTP for tests: the JSON form of Hrana 2 (`POST /v2/pipeline`) over a SQLite file.
 * Each request is carried out at once and alone, as a server does with one pipeline; streams over several
 * requests (interactive transactions) are refused.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };
type Statement = {
  sql?: string;
  sql_id?: number;
  args?: Value[];
  named_args?: { name: string; value: Value }[];
};
type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };
type Request =
  | { type: 'execute'; stmt: Statement }
  | { type: 'batch'; batch: { steps: { condition?: Condition | null; stmt: Statement }[] } }
  | { type: 'sequence'; sql?: string; sql_id?: number }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'get_autocommit' }
  | { type: 'close' };
type Failure = { message: string; code: string };

export type LibsqlServer = {
  readonly url: string;
  /** The same database, for a test to look into. */
  readonly db: DatabaseSync;
  /** Pipelines since the start: the database round trips. */
  readonly pipelines: () => number;
  /** While true every request is answered 503. */
  down: boolean;
  readonly close: () => Promise<void>;
};

/** Starts a server over `file` on a free port, with the project's migrations applied. */
export async function startLibsqlServer(file: string, migrationsDir: string): Promise<LibsqlServer> {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal');
  for (const name of readdirSync(migrationsDir)
    .filter((f) => f.endsWith('.sql'))
    .sort()) {
    db.exec(readFileSync(join(migrationsDir, name), 'utf8').replaceAll('--> statement-breakpoint', ''));
  }
  let pipelines = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      if (running.down) response.writeHead(503).end('down');
      else if (request.method === 'POST' && path === '/v2/pipeline') {
        pipelines++;
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
          baton: string | null;
          requests: Request[];
        };
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer(db, body)));
      } else response.writeHead(404).end('not here');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const running: LibsqlServer = {
    url: `http://127.0.0.1:${port}`,
    db,
    pipelines: () => pipelines,
    down: false,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      db.close();
    },
  };
  return running;
}

function answer(db: DatabaseSync, body: { baton: string | null; requests: Request[] }) {
  if (body.baton !== null && body.baton !== undefined) throw new Error('this stand-in keeps no streams');
  const stored = new Map<number, string>();
  const results = body.requests.map((request) => {
    try {
      return { type: 'ok', response: { type: request.type, ...carryOut(db, request, stored) } };
    } catch (error) {
      return { type: 'error', error: failureOf(error) };
    }
  });
  if (db.isTransaction) db.exec('rollback');
  return { baton: null, base_url: null, results };
}

function carryOut(db: DatabaseSync, request: Request, stored: Map<number, string>): object {
  const sqlOf = (part: { sql?: string; sql_id?: number }) => part.sql ?? stored.get(part.sql_id ?? -1) ?? '';
  switch (request.type) {
    case 'execute':
      return { result: execute(db, sqlOf(request.stmt), request.stmt) };
    case 'sequence':
      db.exec(sqlOf(request));
      return {};
    case 'store_sql':
      stored.set(request.sql_id, request.sql);
      return {};
    case 'get_autocommit':
      return { is_autocommit: !db.isTransaction };
    case 'close_sql':
    case 'close':
      return {};
    case 'batch': {
      const results: (object | null)[] = [];
      const errors: (Failure | null)[] = [];
      for (const { condition, stmt } of request.batch.steps) {
        let result: object | null = null;
        let error: Failure | null = null;
        if (!condition || holds(condition, results, errors, db)) {
          try {
            result = execute(db, sqlOf(stmt), stmt);
          } catch (cause) {
            error = failureOf(cause);
          }
        }
        results.push(result);
        errors.push(error);
      }
      return { result: { step_results: results, step_errors: errors } };
    }
    default:
      return request satisfies never;
  }
}

function holds(
  c: Condition,
  results: (object | null)[],
  errors: (Failure | null)[],
  db: DatabaseSync,
): boolean {
  switch (c.type) {
    case 'ok':
      return results[c.step] !== null && results[c.step] !== undefined;
    case 'error':
      return errors[c.step] !== null && errors[c.step] !== undefined;
    case 'not':
      return !holds(c.cond, results, errors, db);
    case 'and':
      return c.conds.every((part) => holds(part, results, errors, db));
    case 'or':
      return c.conds.some((part) => holds(part, results, errors, db));
    case 'is_autocommit':
      return !db.isTransaction;
    default:
      return c satisfies never;
  }
}

function execute(db: DatabaseSync, sql: string, { args = [], named_args = [] }: Statement) {
  const statement = db.prepare(sql);
  statement.setReadBigInts(true);
  const named = Object.fromEntries(named_args.map(({ name, value }) => [name, fromValue(value)]));
  const positional = args.map(fromValue);
  const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
  if (cols.length === 0) {
    const { changes, lastInsertRowid } =
      named_args.length > 0 ? statement.run(named) : statement.run(...positional);
    return {
      cols,
      rows: [],
      affected_row_count: Number(changes),
      last_insert_rowid: String(lastInsertRowid),
    };
  }
  statement.setReturnArrays(true);
  const rows = (named_args.length > 0
    ? statement.all(named)
    : statement.all(...positional)) as unknown as unknown[][];
  return { cols, rows: rows.map((row) => row.map(toValue)), affected_row_count: 0, last_insert_rowid: null };
}

function fromValue(value: Value): SQLInputValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    case 'blob':
      return Buffer.from(value.base64, 'base64');
    case 'float':
    case 'text':
      return value.value;
    default:
      return value satisfies never;
  }
}

function toValue(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return { type: 'blob', base64: Buffer.from(value as Uint8Array).toString('base64') };
}

function failureOf(error: unknown): Failure {
  return { message: error instanceof Error ? error.message : String(error), code: 'SQLITE_ERROR' };
}
