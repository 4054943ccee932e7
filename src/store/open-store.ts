import { openSqliteStore, type SqliteDeps } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

/**
 * Opens the store at `location`: the path of an SQLite file, made with its folders where there is none; `:memory:`;
 * or the address of a PostgreSQL database, `postgres://user:password@host/database`.
 * Throws StoreError when it can't be opened or was written by a newer version of this program.
 */
export async function openStore(location: string, deps: SqliteDeps): Promise<Store> {
  if (!/^postgres(?:ql)?:\/\//u.test(location)) return openSqliteStore(location, deps);
  const { openPostgresStore } = await import('./postgres/open-postgres-store.ts');
  return openPostgresStore(location, deps);
}
