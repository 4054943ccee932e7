import { setInterval as ticks } from 'node:timers/promises';
import type { Log } from './log.ts';
import type { ExtractionServices } from './open-extraction.ts';

const EVERY = 60_000;

/**
 * Reads articles that wait, of all workspaces, once a minute until `signal` fires: those whose quotes could not be found
 * before, and those that a language model has not read. Never rejects.
 */
export async function keepReading(
  extraction: ExtractionServices,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  try {
    const read = () => readOnce(extraction, log, signal);
    for await (const next of ticks(EVERY, read, { signal, ref: false })) await next();
  } catch (error) {
    if (!signal.aborted) log.error('reading articles again has ended', { error });
  }
}

/** A store that fails now may work in a minute. */
async function readOnce(extraction: ExtractionServices, log: Log, signal: AbortSignal): Promise<void> {
  try {
    for await (const outcome of extraction.readWaiting(null, signal)) {
      const { workspace, articleId, replaced, problem, error } = outcome;
      if (problem === null) log.info('an article was read again', { workspace, articleId, ...replaced });
      else if (replaced === null)
        log.warn('an article could not be read', { workspace, articleId, problem, error });
      else log.warn('an article was read in part', { workspace, articleId, problem, ...replaced });
    }
  } catch (error) {
    log.error('reading articles again failed', { error });
  }
}
