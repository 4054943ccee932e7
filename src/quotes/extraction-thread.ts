import { Worker } from 'node:worker_threads';
import { ExtractionError } from '../errors.ts';
import type { Quote } from '../records/quote.ts';
import type { ExtractorInput } from './extract.ts';

/** A thread that extracts, one article at a time. */
export interface ExtractionThread {
  /** Rejects with ExtractionError when the thread dies or the time is over; the thread is of no more use then. */
  extract(article: ExtractorInput): Promise<readonly Quote[]>;
  stop(): Promise<void>;
}

export interface ThreadLimits {
  /** In milliseconds, for one article, from when its thread takes it up. */
  readonly timeLimit: number;
  /** In MB. An article that needs more ends its own thread, not the program. */
  readonly memoryLimit: number;
}

const TOO_SLOW = 'Finding the quotes in the article took too long; give it in parts.';
const CRASHED = 'The quotes in the article could not be found; give it in parts.';

/** Starts a thread. While it has nothing to do it does not keep the process alive. */
export function startExtractionThread({ timeLimit, memoryLimit }: ThreadLimits): ExtractionThread {
  const worker = new Worker(new URL('./extraction-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  const loaded = nextMessage<'loaded'>(worker, null);
  let death: unknown = null;
  worker.on('error', (error) => (death = error));
  return {
    async extract({ text, title, publishedAt }) {
      worker.ref();
      await loaded;
      if (death !== null) throw new ExtractionError(CRASHED, { cause: death });
      const answer = nextMessage<readonly Quote[]>(worker, timeLimit);
      worker.postMessage({ text, title, publishedAt } satisfies ExtractorInput);
      const quotes = await answer;
      worker.unref();
      return quotes;
    },
    async stop() {
      await worker.terminate();
    },
  };
}

/** The worker's next message. Rejects with ExtractionError when it ends before, or after `timeLimit` milliseconds. */
async function nextMessage<Message>(worker: Worker, timeLimit: number | null): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  const fail = (cause: unknown): void => reject(new ExtractionError(CRASHED, { cause }));
  worker.on('message', resolve).on('error', fail).on('exit', fail);
  const timer =
    timeLimit === null ? null : setTimeout(() => reject(new ExtractionError(TOO_SLOW)), timeLimit);
  try {
    return await promise;
  } finally {
    if (timer !== null) clearTimeout(timer);
    worker.off('message', resolve).off('error', fail).off('exit', fail);
  }
}
