import { sql } from 'kysely';
import type { ArticleSource } from '../records/search.ts';
import { batchesOf } from './batches.ts';
import type { Database } from './tables.ts';

/** After every day: where the day an article appeared is not known, it counts as the latest. */
const NO_DAY = '~';

/**
 * Brings the utterances of an article's cluster up to date: equal statements of its articles, or of one article, are one
 * utterance. `statements` are those that may have changed; null for all. Which came first makes no difference.
 */
export async function groupUtterances(
  database: Database,
  articleRow: number,
  statements: readonly string[] | null,
): Promise<void> {
  const { cluster_id: cluster } = await database
    .selectFrom('articles')
    .select('cluster_id')
    .where('row_id', '=', articleRow)
    .executeTakeFirstOrThrow();
  const parts = statements === null ? [null] : batchesOf([...new Set(statements)]);
  for (const part of parts) {
    const rows = await database
      .selectFrom('articles')
      .innerJoin('quotes', 'quotes.article_id', 'articles.row_id')
      .select(['quotes.row_id', 'quotes.statement', 'articles.published_at'])
      .where((where) =>
        cluster === null ? where('articles.row_id', '=', articleRow) : where('cluster_id', '=', cluster),
      )
      .where('articles.superseded_by', 'is', null)
      .where('quotes.statement', '<>', '')
      .$if(part !== null, (query) => query.where('quotes.statement', 'in', part ?? []))
      .execute();
    await forgetUtterances(
      database,
      rows.map((row) => row.row_id),
    );
    const groups = [...Map.groupBy(rows, (row) => row.statement).values()].filter((same) => same.length > 1);
    const members = groups.flatMap((same) => {
      const utterance = Math.min(...same.map((row) => row.row_id));
      return same.map((row) => ({
        quote_id: row.row_id,
        utterance_id: utterance,
        day: row.published_at?.slice(0, 'YYYY-MM-DD'.length) ?? NO_DAY,
      }));
    });
    for (const batch of batchesOf(members)) await database.insertInto('utterances').values(batch).execute();
  }
}

/** Takes quotes out of their utterances, before they go or are grouped anew. */
export async function forgetUtterances(database: Database, quoteRows: readonly number[]): Promise<void> {
  for (const batch of batchesOf(quoteRows)) {
    await database.deleteFrom('utterances').where('quote_id', 'in', batch).execute();
  }
}

/** The other articles that carry what these quotes say, oldest first, by the quotes' row ids. */
export async function findCarriers(
  database: Database,
  quoteRows: readonly number[],
): Promise<ReadonlyMap<number, readonly ArticleSource[]>> {
  const carriers = new Map<number, Map<string, ArticleSource>>();
  for (const batch of batchesOf(quoteRows)) {
    const rows = await database
      .selectFrom('utterances as own')
      .innerJoin('quotes as own_quote', 'own_quote.row_id', 'own.quote_id')
      .innerJoin('utterances as other', 'other.utterance_id', 'own.utterance_id')
      .innerJoin('quotes', 'quotes.row_id', 'other.quote_id')
      .innerJoin('articles', 'articles.row_id', 'quotes.article_id')
      .select(['own.quote_id', 'articles.id', 'title', 'outlet', 'url', 'published_at'])
      .where('own.quote_id', 'in', batch)
      .whereRef('quotes.article_id', '<>', 'own_quote.article_id')
      .orderBy('other.day')
      .orderBy('other.quote_id')
      .execute();
    for (const { quote_id: quote, published_at: publishedAt, ...source } of rows) {
      const known = carriers.get(quote) ?? new Map<string, ArticleSource>();
      carriers.set(quote, known.set(source.id, { ...source, publishedAt }));
    }
  }
  return new Map([...carriers].map(([quote, sources]) => [quote, [...sources.values()]]));
}

/**
 * Common table expressions that turn `found` (id, score) into `hits` (id, score), where each utterance comes once: as the
 * quote of the earliest of the articles that were found, with the best score of them all.
 */
export function onceEach(best: 'min' | 'max') {
  return sql`carried AS MATERIALIZED (
      SELECT id, score, utterance_id, day FROM found JOIN utterances ON quote_id = id
    ),
    hits AS MATERIALIZED (
      SELECT id, score FROM found WHERE id NOT IN (SELECT id FROM carried)
      UNION ALL
      SELECT id, score FROM (
        SELECT id, ${sql.raw(best)}(score) OVER (PARTITION BY utterance_id) AS score,
          row_number() OVER (PARTITION BY utterance_id ORDER BY day, id) AS place
        FROM carried
      ) AS placed WHERE place = 1
    )`;
}
