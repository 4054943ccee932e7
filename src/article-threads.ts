import { availableParallelism } from 'node:os';
import { MAX_ARTICLE_BYTES } from './article/limits.ts';
import { createReadingPool, type ReadingLimits, type ReadingPool } from './article/pool.ts';
import { createExtractionPool, type ExtractionLimits, type ExtractionPool } from './quotes/pool.ts';

/** Each thread holds what it works with, some 100 MB; the main thread keeps a processor for itself. */
const THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * A page of 1.5 MB is read in less than 128 MB; more is wanted only by what is built to want it. The whole program stays
 * below 512 MB whatever it reads, as test/fault/fetch makes sure.
 */
const READING: ReadingLimits = { size: THREADS, timeLimit: 60_000, memoryLimit: 160 };

const EXTRACTION: ExtractionLimits = {
  size: THREADS,
  timeLimit: 5 * 60_000,
  memoryLimit: 1024,
  longestText: MAX_ARTICLE_BYTES,
};

/** The threads in which articles are read and their quotes are found, each within limits of time and memory. */
export interface ArticleThreads {
  readonly read: ReadingPool['read'];
  readonly extract: ExtractionPool['extract'];
  readonly close: () => Promise<void>;
}

/** How many articles are worth having under way at once: one in each thread, and one that waits for it. */
export const ARTICLES_AT_ONCE = THREADS * 2;

/** Starts no thread before the first article that needs one. */
export function openArticleThreads(): ArticleThreads {
  const reading = createReadingPool(READING);
  const extraction = createExtractionPool(EXTRACTION);
  return {
    read: reading.read,
    extract: extraction.extract,
    async close() {
      await Promise.all([reading.close(), extraction.close()]);
    },
  };
}

/** Opens the threads for one piece of work and closes them after it, whatever becomes of it. */
export async function withArticleThreads<Result>(
  work: (threads: ArticleThreads) => Promise<Result>,
): Promise<Result> {
  const threads = openArticleThreads();
  try {
    return await work(threads);
  } finally {
    await threads.close();
  }
}
