import { availableParallelism } from 'node:os';
import { MAX_ARTICLE_BYTES } from './article/limits.ts';
import { createFeedPool, type FeedPool } from './article/feed/feed-pool.ts';
import { createReadingPool, type ReadingLimits, type ReadingPool } from './article/pool.ts';
import { createExtractionPool, type ExtractionLimits, type ExtractionPool } from './quotes/pool.ts';

/** Each process holds what it works with, some 150 MB; the program itself keeps a processor. */
const PROCESSES = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * A page of 1.5 MB is read in less than 200 MB, all that the process holds; more is wanted only by what is built to want
 * it. Together with the program itself that stays below 512 MB.
 */
const READING: ReadingLimits = { size: PROCESSES, timeLimit: 30_000, memoryLimit: 340 };

const FEEDS: ReadingLimits = { size: 1, timeLimit: 20_000, memoryLimit: 340 };

const EXTRACTION: ExtractionLimits = {
  size: PROCESSES,
  timeLimit: 5 * 60_000,
  memoryLimit: 1024,
  longestText: MAX_ARTICLE_BYTES,
};

/** The processes in which articles are read and their quotes are found, each within limits of time and memory. */
export interface ArticleWorkers {
  readonly read: ReadingPool['read'];
  readonly readFeed: FeedPool['read'];
  readonly extract: ExtractionPool['extract'];
  readonly close: () => Promise<void>;
}

/** How many articles are worth having under way at once: one in each process, and one that waits for it. */
export const ARTICLES_AT_ONCE = PROCESSES * 2;

/** Starts no process before the first article that needs one. */
export function openArticleWorkers(): ArticleWorkers {
  const reading = createReadingPool(READING);
  const feeds = createFeedPool(FEEDS);
  const extraction = createExtractionPool(EXTRACTION);
  return {
    read: reading.read,
    readFeed: feeds.read,
    extract: extraction.extract,
    async close() {
      await Promise.all([reading.close(), feeds.close(), extraction.close()]);
    },
  };
}

/** Opens them for one piece of work and closes them after it, whatever becomes of it. */
export async function withArticleWorkers<Result>(
  work: (workers: ArticleWorkers) => Promise<Result>,
): Promise<Result> {
  const workers = openArticleWorkers();
  try {
    return await work(workers);
  } finally {
    await workers.close();
  }
}
