import { createClient } from '@libsql/client';
import { runCommand, UsageError } from '../../src/cli/command.ts';
import { localKnowledge } from '../../src/cli/local-knowledge.ts';
import { createSeal } from '../../src/store/seal.ts';
import { compare } from './console/compare.ts';
import { measurePages } from './console/measure-pages.ts';
import { DATA_KEY, openApp } from './console/open-app.ts';
import { findPages, signIn } from './console/pages.ts';
import { explain } from './console/plans.ts';
import { faultsOf, printResult, type Result } from './console/print-result.ts';
import { seededDatabase } from './console/seed/seed-database.ts';

const HELP = `
npm run -s bench:console -- [--fresh] [--json] [--requests 30]
  Every page of the console over an embedded database of 100,000 cases and 2,000,000 messages: server time beside
  its target, the plan of each statement that the pages ran, and what tallies and indexes save. Exits with 1 when a
  page is too slow or a statement reads a whole table. The database is made once (.build/bench/console.db, 2 GB).
  --fresh  makes the database again
  --json   prints one JSON object
  --requests  times that each page is asked for; 30 if not given
`;

const OPTIONS = {
  fresh: { type: 'boolean' },
  json: { type: 'boolean' },
  requests: { type: 'string', default: '30' },
} as const;
const COMPARED = 5;

await runCommand(HELP, OPTIONS, async ({ fresh = false, json = false, requests }) => {
  const times = Number(requests);
  if (!Number.isInteger(times) || times < 1)
    throw new UsageError('--requests takes a whole number from 1 on.');
  const knowledge = localKnowledge();
  const file = await seededDatabase(await createSeal(DATA_KEY), knowledge, fresh);
  const app = await openApp(file, knowledge);
  const client = createClient({ url: `file:${file}` });
  try {
    const cookies = await signIn(app);
    const { pages, broken, unseen } = await findPages(app, cookies);
    const { measured, statements } = await measurePages(app, cookies, pages, times);
    const result: Result = {
      pages: measured,
      broken,
      unseen,
      plans: await explain(client, statements),
      comparisons: await compare(client, COMPARED),
    };
    const faults = faultsOf(result);
    if (json) console.log(JSON.stringify({ ...result, faults }));
    else printResult(result, faults);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    app.close();
    client.close();
  }
});
