/** How the database answers a statement, and whether that stays quick when the tables grow. */
import type { Client, InArgs } from '@libsql/client';

export type Plan = {
  readonly sql: string;
  readonly lines: readonly string[];
  /** Reads a whole table or index that grows with the service. */
  readonly faults: readonly string[];
  /** Sorts by itself; a fault only in time, so it is told and not forbidden. */
  readonly sorts: boolean;
  /** Reads the whole of a small table, and why that is well. */
  readonly allowed: readonly string[];
};

/** Tables that do not grow with the number of patients. */
const SMALL: Readonly<Record<string, string>> = {
  staff: 'some dozens of people work here',
  settings: 'one row a setting',
  staff_second_factors: 'one row a person who works here',
  staff_invitations: 'a few rows a person who works here',
};

/** The plans of `statements`, in their order. */
export async function explain(
  client: Client,
  statements: readonly { readonly sql: string; readonly args: InArgs }[],
): Promise<Plan[]> {
  const schema = await client.execute(
    `select type, name, sql from sqlite_master where type in ('table', 'index')`,
  );
  const tables = new Set(schema.rows.filter((row) => row.type === 'table').map((row) => String(row.name)));
  const partial = new Set(
    schema.rows
      .filter((row) => row.type === 'index' && / where /i.test(String(row.sql)))
      .map((row) => String(row.name)),
  );
  const plans: Plan[] = [];
  for (const { sql, args } of statements) {
    const { rows } = await client.execute({ sql: `explain query plan ${sql}`, args });
    const lines = rows.map((row) => String(row.detail));
    const judged = lines.map((line) => judge(line, sql, tables, partial));
    plans.push({
      sql,
      lines,
      faults: judged.flatMap(({ fault }) => fault ?? []),
      sorts: lines.some((line) => line.startsWith('USE TEMP B-TREE')),
      allowed: judged.flatMap(({ allowed }) => allowed ?? []),
    });
  }
  return plans;
}

/** A scan by an index is well where the index holds few rows (a partial one) or a LIMIT ends it. */
function judge(
  line: string,
  sql: string,
  tables: ReadonlySet<string>,
  partial: ReadonlySet<string>,
): { fault?: string; allowed?: string } {
  const scan = /^SCAN (\S+)(?: USING (?:COVERING )?INDEX (\S+))?/.exec(line);
  if (!scan) return {};
  const [, name = '', index] = scan;
  const table = tables.has(name) ? name : tableOf(name, sql, tables);
  // A subquery's own result, a list of values: as small as what made it.
  if (table === null) return {};
  if (SMALL[table] !== undefined) return { allowed: `${line}: ${SMALL[table]}` };
  if (index === undefined) return { fault: `${line} (table ${table}, no index)` };
  if (partial.has(index)) return { allowed: `${line}: the index holds only the rows that it is for` };
  if (/\blimit\b/i.test(sql)) return { allowed: `${line}: in the index's order until the limit` };
  return { fault: `${line} (the whole index of ${table})` };
}

function tableOf(alias: string, sql: string, tables: ReadonlySet<string>): string | null {
  const escaped = alias.replace(/[^\w]/g, '\\$&');
  const named = new RegExp(`"?(\\w+)"?\\s+(?:as\\s+)?"?${escaped}"?(?![\\w"])`, 'gi');
  for (const [, table = ''] of sql.matchAll(named)) if (tables.has(table)) return table;
  return null;
}
