import type { CallParameters, CallResult, Method } from '../calls.ts';
import type { SqliteLimits } from './connection.ts';

/** What the main thread says to the worker thread. */
export interface Call<M extends Method = Method> {
  readonly id: number;
  readonly method: M;
  readonly parameters: CallParameters<M>;
}

/** `sentence` is the StoreError's for people; null for an error that is a bug. */
export interface Failure {
  readonly sentence: string | null;
  readonly cause: unknown;
}

export type Reply<M extends Method = Method> =
  | { readonly id: number; readonly result: CallResult<M> }
  | { readonly id: number; readonly failure: Failure };

export interface WorkerTask {
  readonly path: string;
  readonly limits: SqliteLimits;
}

/** The first message of the worker: the store is open, or why it is not. */
export type Opening = { readonly opened: true } | { readonly opened: false; readonly failure: Failure };
