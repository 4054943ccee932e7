import { randomUUID } from 'node:crypto';
import { AppError, InputError } from '../errors.ts';
import { EXIT } from './verb.ts';

/** An error in one line for a person, and the exit code it gives. */
export interface Problem {
  readonly message: string;
  readonly exitCode: number;
  /** What was not foreseen, for the log; null for what a person can mend. */
  readonly bug: { readonly id: string; readonly error: unknown } | null;
}

/** What to tell a person of an error. A bug is told by an id alone: the log holds the rest under it. */
export function describeError(error: unknown): Problem {
  if (error instanceof AppError) {
    const exitCode = error instanceof InputError ? EXIT.badInput : EXIT.failure;
    return { message: error.userMessage.replace(/\s+/gu, ' '), exitCode, bug: null };
  }
  const id = randomUUID().slice(0, 8);
  const message = `Something went wrong in OnRecord itself. Run again with LOG_LEVEL=debug and report error ${id}.`;
  return { message, exitCode: EXIT.failure, bug: { id, error } };
}
