import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { withClock } from '../sql-store.ts';
import type { Store } from '../store.ts';
import type { SqliteLimits } from './connection.ts';
import type { WorkerTask } from './protocol.ts';
import { connectToWorker } from './worker-client.ts';

export interface SqliteDeps extends SqliteLimits {
  readonly now: () => Date;
}

/** Opens an SQLite store in a thread of its own; see `openStore`. */
export async function openSqliteStore(
  location: string,
  { now, busyTimeout, maxPages }: SqliteDeps,
): Promise<Store> {
  return withClock(await connectToWorker(startSqliteWorker(location, { busyTimeout, maxPages })), now);
}

/** The worker thread on the file at `location`, not yet known to have opened it. */
export function startSqliteWorker(location: string, limits: SqliteLimits): Worker {
  const path = location === ':memory:' ? location : resolve(location);
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { path, limits } satisfies WorkerTask,
  });
}
