import { sql } from 'kysely';
import type { SearchRequest } from '../../records/search.ts';
import type { Engine, IndexedQuote, RankedQuotes } from '../engine.ts';
import type { Database } from '../tables.ts';
import { ofLoudArticles } from '../recorded.ts';
import { rowsRecorded } from '../row-ids.ts';
import { onceEach } from '../utterances.ts';
import { wordsOf } from '../words.ts';
import { facetLexemes, tsqueryOf } from './match.ts';

/** A tsvector numbers 16,383 words at most, and the content of a quote comes first. */
const WORDS_A_FIELD = 4000;

/** Full-text search by tsvector: content, claim, context and title as weights A to D, filtered by facets inside the match. */
export const postgresEngine: Engine = { locksRows: true, indexQuotes, forgetQuotes, rankQuotes };

async function indexQuotes(
  database: Database,
  quotes: readonly IndexedQuote[],
  workspaceId: number,
): Promise<void> {
  const rows = quotes.map(({ rowId, document, facets }) => {
    const fields = [document.content, document.claim, document.context, document.title];
    const vectors = fields.map((field, index) => {
      const words = wordsOf(field).slice(0, WORDS_A_FIELD).join(' ');
      return sql`setweight(to_tsvector('onrecord', ${words}), ${sql.lit('ABCD'.charAt(index))})`;
    });
    // The sign between the fields keeps a phrase from being found across two of them.
    const words = sql.join(vectors, sql` || '¶:1'::tsvector || `);
    return sql`(${rowId}, ${words} || array_to_tsvector(${facetLexemes(workspaceId, facets)}))`;
  });
  await sql`INSERT INTO quote_words (quote_id, words) VALUES ${sql.join(rows)}`.execute(database);
}

async function forgetQuotes(database: Database, rowIds: readonly number[]): Promise<void> {
  if (rowIds.length === 0) return;
  await sql`DELETE FROM quote_words WHERE quote_id IN (${sql.join(rowIds)})`.execute(database);
}

async function rankQuotes(
  database: Database,
  workspaceId: number,
  request: SearchRequest,
): Promise<RankedQuotes> {
  const query = tsqueryOf(workspaceId, request);
  if (query === null) return { rowIds: [], total: 0 };
  const { first, last } = rowsRecorded(workspaceId, request);
  const words = sql`to_tsquery('onrecord', ${query.words})`;
  const { rows } = await sql<{ row_id: number; total: number }>`
    WITH found AS MATERIALIZED (
      SELECT quote_words.quote_id AS id, ts_rank('{0.125, 0.25, 0.75, 1}', quote_words.words, ${words}) AS score
      FROM quote_words ${withinDays(request)} ${ofLoudArticles(request, 'quote_id')}
      WHERE quote_words.words @@ (${words} && ${query.facets}::tsquery)
        AND quote_words.quote_id BETWEEN ${first} AND ${last}
    ),
    ${onceEach('max')}
    SELECT row_id, (SELECT count(*) FROM hits) AS total
    FROM hits JOIN quotes ON row_id = hits.id AND workspace_id = ${workspaceId}
    ORDER BY score DESC, day_to DESC NULLS LAST, row_id DESC
    LIMIT ${Math.max(1, request.limit)}`.execute(database);
  return { rowIds: rows.slice(0, request.limit).map((row) => row.row_id), total: rows[0]?.total ?? 0 };
}

/** Quotes whose days overlap those asked for; one without a day has no place in any. */
function withinDays({ since, until }: SearchRequest) {
  if (since === undefined && until === undefined) return sql``;
  return sql`JOIN quotes AS dated ON dated.row_id = quote_words.quote_id
    AND dated.day_to >= ${since ?? ''} AND dated.day_from <= ${until ?? '9999-12-31'}`;
}
