import { GAP } from '../records/span.ts';
import type { ArticleSource, SearchRequest, StoredQuote } from '../records/search.ts';
import type { Store } from '../store/store.ts';
import { mergeCopies } from './merge-copies.ts';

/** Words of a quote that its copies are looked up by, and how many quotes with these words are compared. */
const WORDS = 8;
const MAX_COMPARED = 50;

/** The other articles that carry a stored statement in the same words, oldest first. */
export async function findCopies(
  quote: StoredQuote,
  { workspace, store }: { workspace: string; store: Store },
): Promise<readonly ArticleSource[]> {
  const [first = ''] = quote.content.text.split(GAP);
  const phrase = (first.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, WORDS);
  if (phrase.length === 0) return quote.copies ?? [];
  const request: SearchRequest = {
    topic: { all: [phrase], none: [] },
    stances: [quote.stance],
    limit: MAX_COMPARED,
  };
  const { quotes } = await store.searchQuotes(workspace, request);
  // Next to this quote alone, what is merged is the same statement, and so are its own copies.
  const same = quotes.filter((other) => other.id !== quote.id && mergeCopies([quote, other]).length === 1);
  const carriers = [quote, ...same].flatMap(({ article, copies = [] }) => copies.concat(article));
  const others = new Map(carriers.map((article) => [article.id, article]));
  others.delete(quote.article.id);
  return [...others.values()].toSorted((left, right) =>
    (left.publishedAt ?? '') < (right.publishedAt ?? '') ? -1 : 1,
  );
}
