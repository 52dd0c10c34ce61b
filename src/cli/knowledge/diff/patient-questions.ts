/** The newest messages of patients, opened; a person sees them only with personal details hidden. */
import { existsSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { z } from 'zod';
import { addAudit } from '../../../store/audit.ts';
import { recentTexts } from '../../../store/recent-texts.ts';
import * as schema from '../../../store/schema.ts';
import { createSeal, dataKey, UnsealError } from '../../../store/seal.ts';
import { CannotError } from '../../command.ts';

export type PatientSource = {
  readonly url: string;
  readonly authToken: string | undefined;
  /** DATA_KEY as it stands in the environment. */
  readonly key: string | undefined;
};

const textMessage = z.object({ type: z.literal('text'), text: z.string().min(1) });

/** The newest `limit` different texts; that they were read is written down. Throws CannotError. */
export async function readPatientQuestions(
  { url, authToken, key }: PatientSource,
  limit: number,
  entry: { readonly id: string; readonly atMs: number },
): Promise<string[]> {
  const parsed = dataKey.safeParse(key ?? '');
  if (!parsed.success)
    throw new CannotError(
      'DATA_KEY is missing or malformed: without it no stored question can be read. For the database of npm start: DATA_KEY="$(cat .data/data.key)".',
    );
  // The client would make an empty database of a file that is not there.
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length)))
    throw new CannotError(`There is no database at ${url}.`);
  const seal = await createSeal(parsed.data);
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  const db = drizzle({ client, schema });
  try {
    const texts = new Set<string>();
    for await (const content of recentTexts(db)) {
      const message = textMessage.safeParse(JSON.parse(await seal.open(content)));
      if (message.success) texts.add(message.data.text);
      if (texts.size >= limit) break;
    }
    const detail = { kind: 'knowledge diff', count: texts.size };
    await db.batch([addAudit(db, { ...entry, staffId: null, action: 'questions_seen', detail })]);
    return [...texts];
  } catch (error) {
    if (error instanceof UnsealError) throw new CannotError(error.message);
    throw new CannotError(`The database ${url} cannot be read: ${reasonOf(error)}`);
  } finally {
    client.close();
  }
}

/** Drizzle tells the statement; the client's own error below it tells what is wrong. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return /no such table/.test(reason) ? `${reason}. Run "npm run -s migrate" on it first.` : reason;
}
