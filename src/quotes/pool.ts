import { ExtractionError, InputError } from '../errors.ts';
import type { Quote } from '../records/quote.ts';
import type { ExtractorInput } from './extract.ts';
import { startExtractionThread, type ExtractionThread, type ThreadLimits } from './extraction-thread.ts';

/** Extracts in threads of its own, so that many articles at once never hold up an answer. */
export interface ExtractionPool {
  /**
   * The quotes of one article. Rejects with InputError when the article is too long; with ExtractionError when it
   * takes too long or brings its thread down: the articles behind it go on in a new thread.
   */
  readonly extract: (article: ExtractorInput) => Promise<readonly Quote[]>;
  /** Ends every thread, whatever it is doing; articles that still wait are rejected. */
  readonly close: () => Promise<void>;
}

export interface ExtractionLimits extends ThreadLimits {
  /** How many threads at most. Each starts with the first article that no other thread is free for. */
  readonly size: number;
  /** The longest text that is read, in UTF-16 code units. */
  readonly longestText: number;
}

interface WaitingArticle {
  readonly article: ExtractorInput;
  readonly resolve: (quotes: readonly Quote[]) => void;
  readonly reject: (error: unknown) => void;
}

const CLOSED = 'The program is stopping; give the article again when it runs.';

/** A pool without any thread yet. */
export function createExtractionPool({ size, longestText, ...limits }: ExtractionLimits): ExtractionPool {
  const waiting: WaitingArticle[] = [];
  const idle: ExtractionThread[] = [];
  const threads = new Set<ExtractionThread>();
  let lanes = 0;
  let isClosed = false;

  function takeThread(): ExtractionThread {
    const thread = idle.pop() ?? startExtractionThread(limits);
    threads.add(thread);
    return thread;
  }

  async function serve({ article, resolve, reject }: WaitingArticle): Promise<void> {
    const thread = takeThread();
    try {
      resolve(await thread.extract(article));
      idle.push(thread);
    } catch (error) {
      threads.delete(thread);
      await thread.stop();
      reject(isClosed ? new ExtractionError(CLOSED) : error);
    }
  }

  async function runLane(): Promise<void> {
    lanes += 1;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await serve(next);
    lanes -= 1;
  }

  return {
    async extract(article) {
      if (isClosed) throw new ExtractionError(CLOSED);
      if (article.text.length > longestText) throw new InputError(sayTooLong(longestText));
      const { promise, resolve, reject } = Promise.withResolvers<readonly Quote[]>();
      waiting.push({ article, resolve, reject });
      if (lanes < size) void runLane();
      return promise;
    },
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(new ExtractionError(CLOSED));
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}

function sayTooLong(longestText: number): string {
  return `The article is longer than ${longestText.toLocaleString('en')} characters; give it in parts.`;
}
