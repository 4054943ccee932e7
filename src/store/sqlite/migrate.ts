import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../errors.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Brings the database to the newest version, in one transaction. Throws StoreError when it is newer still, or is the
 * database of another program.
 */
export function migrate(database: DatabaseSync, path: string): void {
  if (versionOf(database, path) === MIGRATIONS.length) return;
  // Kept on, it would not let a table go that is made anew; https://www.sqlite.org/lang_altertable.html#otheralter
  database.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
  try {
    const version = versionOf(database, path);
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(
      'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT; DELETE FROM schema_version',
    );
    database.prepare('INSERT INTO schema_version VALUES (?)').run(MIGRATIONS.length);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.exec('PRAGMA foreign_keys = ON');
  }
}

/** 0 for a new database. */
function versionOf(database: DatabaseSync, path: string): number {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === 'schema_version')) {
    throw new StoreError(`The file ${path} is the database of another program; choose another path.`);
  }
  const version = Number(database.prepare('SELECT version FROM schema_version').get()?.['version'] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      `The store ${path} was written by a newer version of OnRecord (format ${version}; this one knows ${MIGRATIONS.length}); update the program.`,
    );
  }
  return version;
}
