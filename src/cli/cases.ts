import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { CASE_REASONS } from '../conversation/decision.ts';
import { localEnvironment } from '../local-environment.ts';
import * as schema from '../store/schema.ts';
import { ROOT } from './build/paths.ts';
import { runCommand, UsageError } from './command.ts';
import { localKnowledge } from './local-knowledge.ts';

const HELP = `
npm run -s cases -- list               open cases, the most urgent first
npm run -s cases -- take ID --by NAME  takes a waiting case: the patient is told, the bot falls silent
npm run -s cases -- end ID             ends a case: the patient is told, the bot answers again
  Works on the database and LINE channel of the environment; with none named, on those of npm start,
  which has to run meanwhile.
`;

const OPTIONS = { by: { type: 'string' } } as const;

await runCommand(HELP, OPTIONS, async ({ by }, [verb, id]) => {
  const url = `http://127.0.0.1:${process.env.PORT ?? 8787}`;
  const config = readConfig(localEnvironment(process.env, join(ROOT, '.data'), url));
  const { url: databaseUrl, authToken } = config.database;
  const client = createClient({ url: databaseUrl, ...(authToken === undefined ? {} : { authToken }) });
  const { cases } = await createApp({
    config,
    db: drizzle({ client, schema }),
    loadKnowledge: async () => localKnowledge(),
    now: Date.now,
    uuid: () => crypto.randomUUID(),
    log: (entry) => console.error(JSON.stringify(entry)),
    afterwards: () => undefined,
  });
  switch (verb) {
    case 'list':
      for (const one of await cases.list()) {
        const opened = new Date(one.openedAtMs).toISOString();
        console.log(
          [one.id, CASE_REASONS[one.urgency], one.status, opened, one.rule ?? '', one.claimedBy ?? ''].join(
            '\t',
          ),
        );
      }
      break;
    case 'take':
      if (!id || !by) throw new UsageError('Name the case and --by.');
      console.log((await cases.take(id, by)) ? 'taken' : 'this case is not waiting');
      break;
    case 'end':
      if (!id) throw new UsageError('Name the case.');
      console.log((await cases.end(id)) ? 'ended' : 'this case is not open');
      break;
    default:
      throw new UsageError(verb ? `There is no "cases ${verb}".` : 'Say what to do.');
  }
  client.close();
});
