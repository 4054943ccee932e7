import { ExtractionError, InputError } from '../errors.ts';
import type { Quote } from '../records/quote.ts';
import { createProcessPool } from '../processes/process-pool.ts';
import type { ExtractorInput } from './extract.ts';

/** Extracts in processes of its own, so that many articles at once never hold up an answer. */
export interface ExtractionPool {
  /**
   * The quotes of one article. Rejects with InputError when the article is too long; with ExtractionError when it
   * takes too long or brings its process down.
   */
  readonly extract: (article: ExtractorInput) => Promise<readonly Quote[]>;
  /** Ends every process, whatever it is doing; articles that still wait are rejected. */
  readonly close: () => Promise<void>;
}

export interface ExtractionLimits {
  /** How many processes at most. */
  readonly size: number;
  /** In milliseconds, for one article. */
  readonly timeLimit: number;
  /** In MB, for one process. */
  readonly memoryLimit: number;
  /** The longest text that is read, in UTF-16 code units. */
  readonly longestText: number;
}

/** A pool without any process yet. */
export function createExtractionPool({ longestText, ...limits }: ExtractionLimits): ExtractionPool {
  const processes = createProcessPool<ExtractorInput, readonly Quote[]>({
    ...limits,
    script: new URL('./extraction-worker.ts', import.meta.url),
    tooSlow: 'Finding the quotes in the article took too long; give it in parts.',
    crashed: 'The quotes in the article could not be found; give it in parts.',
    toError: (sentence, options) => new ExtractionError(sentence, options),
  });
  return {
    async extract({ text, title, publishedAt }) {
      if (text.length > longestText) throw new InputError(sayTooLong(longestText));
      return processes.run({ text, title, publishedAt });
    },
    close: processes.close,
  };
}

function sayTooLong(longestText: number): string {
  return `The article is longer than ${longestText.toLocaleString('en')} characters; give it in parts.`;
}
