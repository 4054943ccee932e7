import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';

/**
 * The one sentence a person is told about an error: its own, where it was meant for a person. Anything else is a bug: it
 * is logged whole under `id`, and the person is told the id alone.
 */
export function describeFailure(error: unknown, log: Log, id: string): string {
  if (error instanceof AppError) {
    log.info('told a person', { id, problem: error.userMessage, cause: error.cause ?? null });
    return error.userMessage;
  }
  log.error('a bug', { id, error });
  return `Something went wrong here. It is written down under ${id}; name that number when you report it.`;
}
