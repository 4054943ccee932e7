import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { StoreError } from '../../errors.ts';
import { runCall, storeOver, type MakeCall } from '../calls.ts';
import { createSqlStore, withClock, type TimelessStore } from '../sql-store.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { postgresEngine } from './engine.ts';
import { migrate } from './migrate.ts';
import { explainProblem } from './problems.ts';

const CONNECT_TIMEOUT = 5000;
const STATEMENT_TIMEOUT = 30_000;

/** Opens the store in a PostgreSQL database; see `openStore`. */
export async function openPostgresStore(url: string, { now }: { readonly now: () => Date }): Promise<Store> {
  const place = placeOf(url);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(url) }) });
  try {
    await migrate(database, place);
  } catch (error) {
    await database.destroy();
    throw explainProblem(error, place);
  }
  return withClock(storeOver(followCalls(createSqlStore(database, postgresEngine), place)), now);
}

function poolOf(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    // The driver gives long integers as text; ours stay below 2 ** 53.
    types: {
      getTypeParser: (type, format) =>
        type === types.builtins.INT8 ? Number : types.getTypeParser(type, format),
    },
  });
  // A connection that breaks while nobody uses it is replaced when the next query wants one.
  pool.on('error', () => {});
  return pool;
}

/** Closes when all that was asked before is done, and tells problems in words for people. */
function followCalls(store: TimelessStore, place: string): MakeCall {
  const running = new Set<Promise<unknown>>();
  return async (method, ...parameters) => {
    if (method === 'close') await Promise.allSettled(running);
    const result = runCall(store, method, parameters);
    running.add(result);
    try {
      return await result;
    } catch (error) {
      throw explainProblem(error, place);
    } finally {
      running.delete(result);
    }
  };
}

/** The database as people may read it, without the password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch (cause) {
    throw new StoreError('DATABASE_URL is not a PostgreSQL address such as postgres://user@host/database.', {
      cause,
    });
  }
}
