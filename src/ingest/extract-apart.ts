import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';

/** In UTF-16 code units: above this, extraction would hold up everything else for more than a moment. */
const LARGE = 200_000;

/** The quotes of an article. A large one is read in a thread of its own, so that a bot goes on answering meanwhile. */
export async function extractApart(article: ArticleDraft): Promise<readonly Quote[]> {
  if (article.text.length <= LARGE) {
    const { extractQuotes } = await import('../quotes/extract.ts');
    return extractQuotes(article);
  }
  const thread = new Worker(new URL('./extract-thread.ts', import.meta.url), { workerData: article });
  const [quotes]: readonly Quote[][] = await once(thread, 'message');
  return quotes ?? [];
}
