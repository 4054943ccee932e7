import { InputError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import { createProcessPool } from '../processes/process-pool.ts';
import { documentKindOf } from './documents/kind.ts';
import type { RawArticle } from './read.ts';

/** Reads articles: what may be heavy or hostile in processes that can be killed. */
export interface ReadingPool {
  /** As `readAnyArticle`; rejects with InputError, too, when reading takes too long or too much memory. */
  readonly read: (raw: RawArticle) => Promise<ArticleDraft>;
  /** Ends every process, whatever it is doing; articles that still wait are rejected. */
  readonly close: () => Promise<void>;
}

export interface ReadingLimits {
  /** How many processes at most. */
  readonly size: number;
  /** In milliseconds, for one article. */
  readonly timeLimit: number;
  /** In MB, for one process. */
  readonly memoryLimit: number;
}

/** Up to here, text is read faster than a process could be asked to; in bytes. */
const SMALL = 64 * 1024;

/** A pool without any process yet. */
export function createReadingPool(limits: ReadingLimits): ReadingPool {
  const processes = createProcessPool<RawArticle, ArticleDraft>({
    ...limits,
    script: new URL('./reading-worker.ts', import.meta.url),
    tooSlow: 'Reading the article took too long; save its words as a text file and give that.',
    crashed: 'The article could not be read; save its words as a text file and give that.',
    toError: (sentence, options) => new InputError(sentence, options),
  });
  return {
    async read(raw) {
      if (!isSmallText(raw)) return processes.run(raw);
      const { readArticle } = await import('./read.ts');
      const { withLanguage } = await import('./language.ts');
      return withLanguage(readArticle(raw));
    },
    close: processes.close,
  };
}

function isSmallText({ bytes, fileName, contentType }: RawArticle): boolean {
  if (contentType !== undefined || bytes.length > SMALL || documentKindOf(bytes, fileName) !== null)
    return false;
  if (fileName !== null) return /\.(?:txt|text|md|markdown)$/iu.test(fileName);
  return !/^\s*</u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)));
}
