import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { MIGRATIONS_DIR } from './build/paths.ts';
import { runCommand, UsageError } from './command.ts';

const HELP = `
npm run -s migrate
  Brings the database at DATABASE_URL (with DATABASE_AUTH_TOKEN) to the newest tables. For the libSQL
  server that Workers uses; npm start does it by itself for the embedded database.
`;

await runCommand(HELP, {}, async () => {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = process.env;
  if (!url) throw new UsageError('DATABASE_URL is missing.');
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS_DIR });
  console.log('The tables are up to date.');
  client.close();
});
