import { InputError } from '../errors.ts';
import type { StoredQuote, Topic } from '../records/search.ts';
import { parseTopic } from '../search/topic.ts';
import type { Store } from '../store/store.ts';

interface SuggestDeps {
  readonly workspace: string;
  readonly store: Pick<Store, 'listArticles' | 'listArticleQuotes' | 'searchQuotes'>;
}

/** Quotes that fit what a person types, while the last word is not whole yet; the newest where nothing is typed. */
export async function suggestQuotes(
  typed: string,
  limit: number,
  { workspace, store }: SuggestDeps,
): Promise<readonly StoredQuote[]> {
  if (typed.trim() === '') return listNewest(limit, { workspace, store });
  const whole = topicOf(typed);
  const found = whole === null ? [] : (await store.searchQuotes(workspace, { topic: whole, limit })).quotes;
  const begun = topicOf(typed.trim().replace(/\s*\S+$/u, ''));
  if (found.length > 0 || begun === null) return found;
  return (await store.searchQuotes(workspace, { topic: begun, limit })).quotes;
}

/** Articles that are looked at for their quotes. */
const NEWEST = 8;

async function listNewest(limit: number, { workspace, store }: SuggestDeps): Promise<readonly StoredQuote[]> {
  const { articles } = await store.listArticles(workspace, null, NEWEST);
  const newest: StoredQuote[] = [];
  for (const { id } of articles) {
    if (newest.length < limit) newest.push(...(await store.listArticleQuotes(workspace, id)));
  }
  return newest.slice(0, limit);
}

/** Null for words that nothing can be looked for by. */
function topicOf(typed: string): Topic | null {
  try {
    return parseTopic(typed);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
