import { sql } from 'kysely';
import type { SearchRequest } from '../../records/search.ts';
import type { Engine, IndexedQuote, RankedQuotes } from '../engine.ts';
import { rowsRecorded } from '../row-ids.ts';
import { ofLoudArticles } from '../recorded.ts';
import type { Database } from '../tables.ts';
import { onceEach } from '../utterances.ts';
import { wordsOf } from '../words.ts';
import { matchExpression } from './match.ts';

/** Full-text search by FTS5: contentless, ranked by bm25, filtered by facets inside the match. */
export const sqliteEngine: Engine = { locksRows: false, indexQuotes, forgetQuotes, rankQuotes };

async function indexQuotes(database: Database, quotes: readonly IndexedQuote[]): Promise<void> {
  const rows = quotes.map(({ rowId, document, facets }) => {
    const { content, claim, context, title } = document;
    const columns = [content, claim, context, title].map((text) => wordsOf(text).join(' '));
    return sql`(${sql.join([rowId, ...columns, facets.join(' ')])})`;
  });
  await sql`INSERT INTO quote_words (rowid, content, claim, context, title, facets) VALUES ${sql.join(rows)}`.execute(
    database,
  );
}

async function forgetQuotes(database: Database, rowIds: readonly number[]): Promise<void> {
  if (rowIds.length === 0) return;
  await sql`DELETE FROM quote_words WHERE rowid IN (${sql.join(rowIds)})`.execute(database);
}

async function rankQuotes(
  database: Database,
  workspaceId: number,
  request: SearchRequest,
): Promise<RankedQuotes> {
  const match = matchExpression(workspaceId, request);
  if (match === null) return { rowIds: [], total: 0 };
  const limit = Math.max(1, request.limit);
  const { first, last } = rowsRecorded(workspaceId, request);
  // A quote found by the title alone has no score but the title's. Days are looked up for the best ones alone, and for those that tie with the last of them.
  const { rows } = await sql<{ row_id: number; total: number }>`
    WITH found AS MATERIALIZED (
      SELECT quote_words.rowid AS id, bm25(quote_words, 8, 6, 2, 1, 0) AS score
      FROM quote_words ${withinDays(request)} ${ofLoudArticles(request, 'rowid')}
      WHERE quote_words MATCH ${match} AND quote_words.rowid BETWEEN ${first} AND ${last}
        ${beyondTitle(request)}
    ),
    ${onceEach('min')}
    SELECT row_id, (SELECT count(*) FROM hits) AS total
    FROM hits JOIN quotes ON row_id = hits.id AND workspace_id = ${workspaceId}
    WHERE score <= ifnull((SELECT score FROM hits ORDER BY score LIMIT 1 OFFSET ${limit - 1}), 0)
    ORDER BY score, day_to DESC NULLS LAST, row_id DESC
    LIMIT ${limit}`.execute(database);
  return { rowIds: rows.slice(0, request.limit).map((row) => row.row_id), total: rows[0]?.total ?? 0 };
}

/** No quote is found by its article's title alone. */
function beyondTitle({ topic }: SearchRequest) {
  return topic.all.length === 0 ? sql`` : sql`AND bm25(quote_words, 1, 1, 1, 0, 0) < 0`;
}

/** Quotes whose days overlap those asked for; one without a day has no place in any. */
function withinDays({ since, until }: SearchRequest) {
  if (since === undefined && until === undefined) return sql``;
  return sql`JOIN quotes AS dated ON dated.row_id = quote_words.rowid
    AND dated.day_to >= ${since ?? ''} AND dated.day_from <= ${until ?? '9999-12-31'}`;
}
