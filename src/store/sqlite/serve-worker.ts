import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { StoreError } from '../../errors.ts';
import { runCall } from '../calls.ts';
import { createSqlStore, type TimelessStore } from '../sql-store.ts';
import { connect } from './connection.ts';
import { sqliteEngine } from './engine.ts';
import { queryBuilderOver } from './kysely-database.ts';
import { migrate } from './migrate.ts';
import { explainProblem } from './problems.ts';
import type { Call, Failure, Opening, Reply, WorkerTask } from './protocol.ts';

/** The thread in which SQLite works, so that a long query or a slow disk never holds up the rest of the program. */
const task: WorkerTask = workerData;
if (parentPort !== null) open(parentPort);

function open(port: MessagePort): void {
  try {
    const database = connect(task.path, task.limits);
    migrate(database, task.path);
    const store = {
      ...createSqlStore(queryBuilderOver(database), sqliteEngine),
      // Not Kysely's: that leaves the file open when it was never asked anything.
      close: async () => database.close(),
    };
    let served = Promise.resolve();
    port.on('message', (call: Call) => {
      served = served.then(() => serve(port, store, call));
    });
    port.postMessage({ opened: true } satisfies Opening);
  } catch (error) {
    port.postMessage({ opened: false, failure: failureOf(error) } satisfies Opening);
  }
}

async function serve(port: MessagePort, store: TimelessStore, call: Call): Promise<void> {
  port.postMessage(await answer(store, call));
  if (call.method === 'close') port.close();
}

async function answer(store: TimelessStore, { id, method, parameters }: Call): Promise<Reply> {
  try {
    return { id, result: await runCall(store, method, parameters) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  const explained = explainProblem(error, task.path);
  return { sentence: explained instanceof StoreError ? explained.userMessage : null, cause: error };
}
