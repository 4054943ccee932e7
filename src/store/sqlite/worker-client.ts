import type { Worker } from 'node:worker_threads';
import { StoreError } from '../../errors.ts';
import { storeOver, type CallResult, type MakeCall } from '../calls.ts';
import type { TimelessStore } from '../sql-store.ts';
import type { Failure, Opening, Reply } from './protocol.ts';

interface PendingCall {
  settle(reply: Reply): void;
  abandon(error: Error): void;
}

/**
 * Waits until the worker has opened its store, then makes each method of the store a message to it. When the worker
 * dies, whoever waits for it gets a StoreError, and so does everyone who calls later.
 */
export async function connectToWorker(worker: Worker): Promise<TimelessStore> {
  const opening = await firstMessage(worker);
  if (!opening.opened) {
    await worker.terminate();
    throw errorOf(opening.failure);
  }
  return storeOver(exchangeWith(worker));
}

function firstMessage(worker: Worker): Promise<Opening> {
  const { promise, resolve, reject } = Promise.withResolvers<Opening>();
  worker.once('message', resolve);
  worker.once('error', (cause) => reject(stopped(cause)));
  worker.once('exit', () => reject(stopped()));
  return promise;
}

function exchangeWith(worker: Worker): MakeCall {
  const pending = new Map<number, PendingCall>();
  let calls = 0;
  let refusal: Error | null = null;
  const abandonAll = (error: Error) => {
    refusal ??= error;
    for (const call of pending.values()) call.abandon(error);
    pending.clear();
  };
  worker.on('message', (reply: Reply) => {
    pending.get(reply.id)?.settle(reply);
    pending.delete(reply.id);
  });
  worker.on('error', (cause) => abandonAll(stopped(cause)));
  worker.on('exit', () => abandonAll(stopped()));
  return async (method, ...parameters) => {
    if (refusal !== null) throw refusal;
    calls += 1;
    const id = calls;
    const { promise, resolve, reject } = Promise.withResolvers<CallResult<typeof method>>();
    worker.postMessage({ id, method, parameters });
    pending.set(id, {
      settle: (reply: Reply<typeof method>) =>
        'failure' in reply ? reject(errorOf(reply.failure)) : resolve(reply.result),
      abandon: reject,
    });
    return promise;
  };
}

function errorOf({ sentence, cause }: Failure): Error {
  if (sentence !== null) return new StoreError(sentence, { cause });
  return cause instanceof Error ? cause : new Error('The store failed.', { cause });
}

function stopped(cause?: unknown): StoreError {
  return new StoreError(
    'The store stopped unexpectedly; start the program again. What it confirmed is stored.',
    {
      cause,
    },
  );
}
