import { sql } from 'kysely';
import type { SearchRequest } from '../records/search.ts';

/** Joins the words of quotes with their articles, where only those that are news are asked for. */
export function ofLoudArticles({ recorded }: SearchRequest, key: 'rowid' | 'quote_id') {
  if (recorded === undefined) return sql``;
  return sql`JOIN quotes AS numbered ON numbered.row_id = quote_words.${sql.ref(key)}
    JOIN articles AS loud ON loud.row_id = numbered.article_id
      AND loud.quiet = 0 AND loud.stored_at >= ${recorded.storedSince}`;
}
