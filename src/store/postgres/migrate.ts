import { sql, type Transaction } from 'kysely';
import { StoreError } from '../../errors.ts';
import type { Database, Tables } from '../tables.ts';
import { MIGRATIONS } from './migrations.ts';

/** Any number that no other program is likely to lock: two processes may start on a new database at once. */
const LOCK = 736_201_402;

/** Brings the database to the newest version, in one transaction. Throws StoreError when it is newer still. */
export async function migrate(database: Database, place: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    await sql`CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)`.execute(transaction);
    const version = await versionOf(transaction);
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        `The store ${place} was written by a newer version of OnRecord (format ${version}; this one knows ${MIGRATIONS.length}); update the program.`,
      );
    }
    if (version === MIGRATIONS.length) return;
    for (const migration of MIGRATIONS.slice(version)) await sql.raw(migration).execute(transaction);
    await sql`DELETE FROM schema_version`.execute(transaction);
    await sql`INSERT INTO schema_version VALUES (${MIGRATIONS.length})`.execute(transaction);
  });
}

/** 0 for a new database. */
async function versionOf(transaction: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT version FROM schema_version`.execute(transaction);
  return rows[0]?.version ?? 0;
}
