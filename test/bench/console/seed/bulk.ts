/** Rows by the hundred thousand: the schema's own columns through one prepared statement a table. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Gives what inserts one row of `table`; a column that is left out gets its default, or null. */
export function inserter<T extends SQLiteTable>(
  db: DatabaseSync,
  table: T,
): (row: T['$inferInsert']) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const insert = db.prepare(`insert into "${getTableConfig(table).name}" (${names}) values (${places})`);
  return (row) => {
    const given = row as Readonly<Record<string, unknown>>;
    insert.run(
      ...columns.map(([key, column]): SQLInputValue => {
        const value = given[key] ?? column.default ?? null;
        return value === null ? null : (column.mapToDriverValue(value) as SQLInputValue);
      }),
    );
  };
}

/** Runs `fill` without indexes and makes them again afterwards: several times quicker than row by row. */
export function withoutIndexes(db: DatabaseSync, fill: () => void): void {
  const indexes = db
    .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`)
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  fill();
  for (const { sql } of indexes) db.exec(String(sql));
}
