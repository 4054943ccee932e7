import type { StoredQuote } from '../records/search.ts';

/** The day a statement counts for: when it was said, else when its article appeared; empty when neither is known. */
export function dayOf(quote: Pick<StoredQuote, 'saidOn' | 'article'>): string {
  return quote.saidOn?.to ?? quote.article.publishedAt?.slice(0, 10) ?? '';
}

/** Newest first; quotes without a day come last, and those of one day stay in the order they came in. */
export function byNewest(left: StoredQuote, right: StoredQuote): number {
  const [first, second] = [dayOf(right), dayOf(left)];
  return first === second ? 0 : first < second ? -1 : 1;
}
