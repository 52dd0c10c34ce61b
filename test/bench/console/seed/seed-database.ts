/** The database of the benchmark: a year of a busy service, made once and kept while nothing that makes it changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { BUILD_DIR, MIGRATIONS_DIR } from '../../../../src/cli/build/paths.ts';
import type { Knowledge } from '../../../../src/conversation/knowledge.ts';
import type { Seal } from '../../../../src/store/seal.ts';
import { seedYear } from './seed-year.ts';
import { sealTexts } from './texts.ts';

const DIR = join(BUILD_DIR, 'bench');
const FILE = join(DIR, 'console.db');
const STAMP = join(DIR, 'console.stamp');

/** The file's path; it is made when it is missing, when the seeder or the tables changed, or when `fresh`. */
export async function seededDatabase(seal: Seal, knowledge: Knowledge, fresh: boolean): Promise<string> {
  const stamp = stampOf(import.meta.dirname, MIGRATIONS_DIR);
  if (!fresh && existsSync(FILE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return FILE;
  mkdirSync(DIR, { recursive: true });
  for (const path of [STAMP, FILE, `${FILE}-wal`, `${FILE}-shm`]) rmSync(path, { force: true });
  const start = performance.now();
  console.error(
    'Making the database of the benchmark: 100,000 cases, 2,000,000 messages (a minute or two) …',
  );
  const client = createClient({ url: `file:${FILE}` });
  await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS_DIR });
  client.close();
  const texts = await sealTexts(seal, knowledge);
  const db = new DatabaseSync(FILE);
  db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000');
  await seedYear(db, seal, texts);
  db.exec('pragma journal_mode = wal');
  db.close();
  writeFileSync(STAMP, stamp);
  console.error(`… made in ${((performance.now() - start) / 1000).toFixed(0)} s: ${FILE}`);
  return FILE;
}

function stampOf(...dirs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const dir of dirs) {
    for (const name of readdirSync(dir).sort()) {
      if (/\.(ts|sql)$/.test(name)) hash.update(name).update(readFileSync(join(dir, name)));
    }
  }
  return hash.digest('hex');
}
