import { openSqliteStore, type SqliteDeps } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

/**
 * Opens the store at `location`: the path of an SQLite file, made with its folders where there is none, or `:memory:`.
 * Throws StoreError when it can't be opened or was written by a newer version of this program.
 */
export function openStore(location: string, deps: SqliteDeps): Promise<Store> {
  return openSqliteStore(location, deps);
}
