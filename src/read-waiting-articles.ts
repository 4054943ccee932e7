import type { Log } from './log.ts';
import type { ExtractionServices } from './open-extraction.ts';

/**
 * Reads the articles of all workspaces that wait: those whose quotes could not be found before, and those that a language
 * model has not read. Ends when `signal` fires. Rejects with StoreError: a store that fails now may work in a minute.
 */
export async function readWaitingArticles(
  extraction: ExtractionServices,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  for await (const outcome of extraction.readWaiting(null, signal)) {
    const { workspace, articleId, replaced, problem, error } = outcome;
    if (problem === null) log.info('an article was read again', { workspace, articleId, ...replaced });
    else if (replaced === null)
      log.warn('an article could not be read', { workspace, articleId, problem, error });
    else log.warn('an article was read in part', { workspace, articleId, problem, ...replaced });
  }
}
