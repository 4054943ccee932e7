import { sql } from 'kysely';
import { batchesOf } from './batches.ts';
import type { PlacedQuote } from './insert-quotes.ts';
import type { NewQuote } from './store.ts';
import type { Database } from './tables.ts';

/** The rows of all revisions that an article has superseded, directly or not, in the order of storing. */
export async function listEarlierRows(database: Database, articleRow: number): Promise<readonly number[]> {
  const { rows } = await sql<{ row_id: number }>`
    WITH RECURSIVE earlier (row_id) AS (
      SELECT row_id FROM articles WHERE superseded_by = ${articleRow}
      UNION
      SELECT articles.row_id FROM articles JOIN earlier ON articles.superseded_by = earlier.row_id
    ) SELECT row_id FROM earlier ORDER BY row_id`.execute(database);
  return rows.map((row) => row.row_id);
}

/** The newest of an article's revisions: itself, unless another superseded it. */
export async function findNewestRow(database: Database, articleRow: number): Promise<number> {
  const { rows } = await sql<{ row_id: number }>`
    WITH RECURSIVE later (row_id, superseded_by) AS (
      SELECT row_id, superseded_by FROM articles WHERE row_id = ${articleRow}
      UNION
      SELECT articles.row_id, articles.superseded_by FROM articles JOIN later ON articles.row_id = later.superseded_by
    ) SELECT row_id FROM later WHERE superseded_by IS NULL`.execute(database);
  return rows[0]?.row_id ?? articleRow;
}

/** A quote of a revision, as another takes it over. */
interface EarlierQuote {
  readonly row_id: number;
  readonly article_id: number;
  readonly statement: string;
}

/** The quotes that these articles hold and that can be known again, those of the articles named first before the others. */
export async function listEarlierQuotes(
  database: Database,
  articleRows: readonly number[],
): Promise<readonly EarlierQuote[]> {
  const found: EarlierQuote[] = [];
  for (const batch of batchesOf(articleRows)) {
    const rows = await database
      .selectFrom('quotes')
      .select(['row_id', 'article_id', 'statement'])
      .where('article_id', 'in', batch)
      .where('statement', '<>', '')
      .orderBy('row_id')
      .execute();
    found.push(...rows.toSorted((a, b) => batch.indexOf(a.article_id) - batch.indexOf(b.article_id)));
  }
  return found;
}

/** Which quotes say what an earlier revision says, each under the row of that one, and which are new. */
export function matchEarlier<New extends NewQuote>(
  quotes: readonly New[],
  earlier: readonly EarlierQuote[],
): { readonly kept: readonly (New & PlacedQuote)[]; readonly fresh: readonly New[] } {
  const known = Map.groupBy(earlier, (row) => row.statement);
  const kept: (New & PlacedQuote)[] = [];
  const fresh: New[] = [];
  for (const next of quotes) {
    const same = known.get(next.statement)?.shift();
    if (same === undefined) fresh.push(next);
    else kept.push({ ...next, rowId: same.row_id });
  }
  return { kept, fresh };
}

/** Counts anew how many quotes articles hold, after some went to another. */
export async function countQuotesOf(database: Database, articleRows: readonly number[]): Promise<void> {
  for (const batch of batchesOf([...new Set(articleRows)])) {
    await sql`UPDATE articles
      SET quote_count = (SELECT count(*) FROM quotes WHERE quotes.article_id = articles.row_id)
      WHERE row_id IN (${sql.join(batch)})`.execute(database);
  }
}
