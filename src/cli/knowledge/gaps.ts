/** `knowledge gaps`: what patients ask and the handbook does not answer, grouped by meaning. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import * as schema from '../../store/schema.ts';
import { createSeal, dataKey, type Seal, UnsealError } from '../../store/seal.ts';
import { ROOT } from '../build/paths.ts';
import { CannotError, UsageError } from '../command.ts';
import { readGolden } from '../golden.ts';
import { localKnowledge } from '../local-knowledge.ts';
import { type Gaps, gapLines } from './gaps/gap.ts';
import { goldenGaps } from './gaps/golden-gaps.ts';
import { storedGaps } from './gaps/stored-gaps.ts';

export const GAPS_HELP = `npm run -s knowledge -- gaps [--days 90] [--database URL] [--all] [--json]
                                 questions that found nothing or were rated badly, grouped by meaning, each with the
                                 nearest passage and the command that begins a new one. Reads DATABASE_URL (with
                                 DATABASE_AUTH_TOKEN and DATA_KEY); --database file:.data/hikkei.db is that of
                                 npm start. Without a database: what the golden questions miss.`;

export type GapsOptions = {
  readonly days?: string | undefined;
  readonly database?: string | undefined;
  readonly all?: boolean | undefined;
  readonly json?: boolean | undefined;
};

const USUAL_DAYS = 90;
const SHOWN = 20;
/** Where npm start keeps its database, and the key that it made up for it. */
const LOCAL = { database: join(ROOT, '.data', 'hikkei.db'), key: join(ROOT, '.data', 'data.key') };

/** The command. Throws UsageError, CannotError. */
export async function gaps({ days, database, all, json }: GapsOptions): Promise<void> {
  const span = days === undefined ? USUAL_DAYS : Number(days);
  if (!Number.isInteger(span) || span < 1)
    throw new UsageError(`--days "${days}" is no number of days; write it as 90.`);
  const url = database || process.env.DATABASE_URL;
  const found = url ? await gapsOf(url, span) : goldenGaps(readGolden(), localKnowledge(), Date.now());
  if (json) console.log(JSON.stringify(found, null, 2));
  else console.log(gapLines(found, all ? found.gaps.length : SHOWN).join('\n'));
}

async function gapsOf(url: string, days: number): Promise<Gaps> {
  // The client would make an empty database of a file that is not there.
  const file = fileOf(url);
  if (file !== null && !existsSync(file)) throw new CannotError(`There is no database at ${url}.`);
  const seal = await sealOf(url);
  const { DATABASE_AUTH_TOKEN: authToken } = process.env;
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  try {
    const db = drizzle({ client, schema });
    return await storedGaps(days, {
      db,
      seal,
      knowledge: localKnowledge(),
      nowMs: Date.now(),
      uuid: randomUUID,
    });
  } catch (error) {
    if (error instanceof UnsealError) throw new CannotError(error.message);
    throw error;
  } finally {
    client.close();
  }
}

async function sealOf(url: string): Promise<Seal> {
  const local = fileOf(url) === LOCAL.database && existsSync(LOCAL.key);
  const text = process.env.DATA_KEY || (local ? readFileSync(LOCAL.key, 'utf8').trim() : '');
  if (text === '') throw new CannotError('DATA_KEY is missing: what patients wrote is sealed with it.');
  const key = dataKey.safeParse(text);
  if (!key.success) throw new CannotError('DATA_KEY must be 32 bytes in base64.');
  return createSeal(key.data);
}

/** The path of an embedded database, or null for a server's address. */
function fileOf(url: string): string | null {
  return url.startsWith('file:') ? resolve(ROOT, url.slice('file:'.length).replace(/^\/\//, '')) : null;
}
