import { InputError } from '../../errors.ts';
import type { Feed } from '../../records/feed.ts';
import { createProcessPool } from '../../processes/process-pool.ts';
import type { ReadingLimits } from '../pool.ts';
import type { RawFeed } from './read-feed.ts';

/** Reads feeds: large ones in a process that can be killed. */
export interface FeedPool {
  /** As `readFeed`; rejects with InputError, too, when reading takes too long or too much memory. */
  readonly read: (raw: RawFeed) => Promise<Feed>;
  readonly close: () => Promise<void>;
}

/** Up to here, a feed is read in a few milliseconds whatever it holds; in bytes. */
const SMALL = 64 * 1024;

/** A pool without any process yet. */
export function createFeedPool(limits: ReadingLimits): FeedPool {
  const processes = createProcessPool<RawFeed, Feed>({
    ...limits,
    script: new URL('./feed-worker.ts', import.meta.url),
    tooSlow: 'Reading this feed took too long: ask its publisher for a smaller one.',
    crashed: 'This feed could not be read: ask its publisher for a smaller one.',
    toError: (sentence, options) => new InputError(sentence, options),
  });
  return {
    async read(raw) {
      if (raw.bytes.length > SMALL) return processes.run(raw);
      const { readFeed } = await import('./read-feed.ts');
      return readFeed(raw);
    },
    close: processes.close,
  };
}
