import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './problems.ts';

/** Limits that the tests lower. */
export interface SqliteLimits {
  /** Milliseconds to wait while another process writes; 5,000 when not given. */
  readonly busyTimeout?: number | undefined;
  /** Pages of 4,096 bytes the file may grow to before the disk counts as full. */
  readonly maxPages?: number | undefined;
}

const BUSY_TIMEOUT = 5000;
const PAUSE = 20;

/** Opens the file at `path` so that a commit is on the disk when it returns and other processes may read and write. */
export function connect(path: string, { busyTimeout = BUSY_TIMEOUT, maxPages }: SqliteLimits): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: busyTimeout });
  try {
    enterWriteAheadLog(database, busyTimeout);
    database.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY');
    if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite does not wait by itself when two processes turn a new file to the write-ahead log at once. */
function enterWriteAheadLog(database: DatabaseSync, patience: number): void {
  try {
    database.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (!isBusy(error) || patience <= 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    enterWriteAheadLog(database, patience - PAUSE);
  }
}
