import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import * as schema from '../store/schema.ts';
import { STAFF_ROLES } from '../store/schema.ts';
import { invitationLink } from '../store/staff/invitations.ts';
import { addStaff, letIn, type ManagingParts, renewInvitation, shutOut } from '../store/staff/managing.ts';
import { findPersonByMail, listPeople, mailAsKept, type Person } from '../store/staff.ts';
import { MIGRATIONS_DIR, ROOT } from './build/paths.ts';
import { runCommand, UsageError } from './command.ts';

const HELP = `
npm run -s staff -- add --email E --name N --role counselor|editor|admin
                                  adds a person to the console; prints their one-time sign-in link (72 hours)
npm run -s staff -- list          who works in the console: mail, name, role, state, last sign-in
npm run -s staff -- link --email E     a new link: password, second factor and sessions of the person end
npm run -s staff -- disable --email E  shuts a person out at once; enable lets them in again
  Works on DATABASE_URL (with DATABASE_AUTH_TOKEN), else on the database of npm start (.data/).
  Links begin with CONSOLE_ORIGIN, else with http://127.0.0.1:PORT.
`;

const OPTIONS = { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } } as const;

const newPerson = z.object({
  email: z.string('--email is missing.').transform(mailAsKept).pipe(z.email('--email is no mail address.')),
  name: z.string('--name is missing.').trim().min(1, '--name is empty.'),
  role: z.enum(STAFF_ROLES, `--role must be one of ${STAFF_ROLES.join(', ')}.`),
});

await runCommand(HELP, OPTIONS, async (options, [verb]) => {
  const { db, close } = await openDatabase();
  try {
    await run({ db, now: Date.now, uuid: randomUUID }, options, verb);
  } finally {
    close();
  }
});

async function run(
  parts: ManagingParts,
  options: { email?: string | undefined; name?: string | undefined; role?: string | undefined },
  verb: string | undefined,
): Promise<void> {
  switch (verb) {
    case 'add': {
      const parsed = newPerson.safeParse(options);
      if (!parsed.success) throw new UsageError(parsed.error.issues.map((issue) => issue.message).join(' '));
      const added = await addStaff(parts, null, parsed.data);
      if (added === null) {
        throw new UsageError(`${parsed.data.email} is there already; "staff link" makes a new link.`);
      }
      console.log(invitationLink(origin(), added.token));
      break;
    }
    case 'list':
      for (const one of await listPeople(parts.db)) {
        const lastSignIn = one.lastSignInMs === null ? 'never' : new Date(one.lastSignInMs).toISOString();
        console.log([one.email, one.name, one.role, stateOf(one), lastSignIn].join('\t'));
      }
      break;
    case 'link': {
      const person = await personOf(parts.db, options.email);
      console.log(invitationLink(origin(), await renewInvitation(parts, null, person.id)));
      break;
    }
    case 'disable': {
      const person = await personOf(parts.db, options.email);
      if (person.disabledAtMs === null && !(await shutOut(parts, null, person.id))) {
        throw new UsageError('This is the last administrator who can sign in; add another one first.');
      }
      console.log('disabled');
      break;
    }
    case 'enable':
      await letIn(parts, null, (await personOf(parts.db, options.email)).id);
      console.log('enabled');
      break;
    default:
      throw new UsageError(verb ? `There is no "staff ${verb}".` : 'Say what to do.');
  }
}

async function personOf(db: Database, email: string | undefined): Promise<Person> {
  if (!email) throw new UsageError('--email is missing.');
  const [person] = await findPersonByMail(db, email);
  if (!person) throw new UsageError(`Nobody has the mail address ${email}; see "staff list".`);
  return person;
}

function stateOf(one: Person): string {
  if (one.disabledAtMs !== null) return 'disabled';
  return one.twoFactorEnabled ? 'active' : 'invited';
}

function origin(): string {
  return process.env.CONSOLE_ORIGIN || `http://127.0.0.1:${process.env.PORT || 8787}`;
}

/** The embedded database may not be there yet; a server's tables are the business of "migrate". */
async function openDatabase(): Promise<{ db: Database; close: () => void }> {
  const dataDir = join(ROOT, '.data');
  const { DATABASE_URL, DATABASE_AUTH_TOKEN: authToken } = process.env;
  if (!DATABASE_URL) mkdirSync(dataDir, { recursive: true });
  const url = DATABASE_URL || `file:${join(dataDir, 'hikkei.db')}`;
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  const db = drizzle({ client, schema });
  if (url.startsWith('file:')) await migrate(db, { migrationsFolder: MIGRATIONS_DIR });
  return { db, close: () => client.close() };
}
