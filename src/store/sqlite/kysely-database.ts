import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type { Tables } from '../tables.ts';

/** Kysely over node:sqlite. */
export function queryBuilderOver(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asBetterSqlite(database) }) });
}

/**
 * Makes node:sqlite look like better-sqlite3, which Kysely's dialect expects. Transactions are for writing and take
 * the lock at once: one that reads first and then writes fails when another process wrote in between. SQLite has
 * rolled back by itself when the disk was full.
 */
function asBetterSqlite(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      if (sql === 'rollback' && !database.isTransaction) return asStatement(database, 'select 1');
      return asStatement(database, sql === 'begin' ? 'begin immediate' : sql);
    },
  };
}

function asStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(asInput)),
    run: (values) => statement.run(...values.map(asInput)),
    iterate: (values) => statement.iterate(...values.map(asInput)),
  };
}

function asInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`SQLite is given text, numbers and null only, not ${typeof value}.`);
}
