import { batchesOf } from './batches.ts';
import type { Engine } from './engine.ts';
import { daysOf, indexQuotes, linkQuotes, type PlacedQuote, type QuotedArticle } from './insert-quotes.ts';
import { encodeQuote } from './quote-record.ts';
import type { Database } from './tables.ts';

/** The rows of an article's quotes, in the order in which they were stored. */
export async function listRowIds(database: Database, articleRow: number): Promise<readonly number[]> {
  const rows = await database
    .selectFrom('quotes')
    .select('row_id')
    .where('article_id', '=', articleRow)
    .orderBy('row_id')
    .execute();
  return rows.map((row) => row.row_id);
}

/**
 * Quotes that are stored already, under the same ids and as they stand in `article` now, whichever revision had them: their
 * place, and whatever else was read otherwise this time, such as stance, day and name.
 */
export async function moveQuotes(
  database: Database,
  engine: Engine,
  article: QuotedArticle,
  quotes: readonly PlacedQuote[],
): Promise<void> {
  const linked = await linkQuotes(database, article, quotes);
  for (const { quote, statement, rowId, speaker } of linked) {
    const record = encodeQuote(quote, article.article.text);
    const place = { article_id: article.rowId, replaced_by: null };
    await database
      .updateTable('quotes')
      .set({ ...place, record, statement, speaker_id: speaker?.rowId ?? null })
      .set(daysOf(quote, article.article))
      .where('row_id', '=', rowId)
      .execute();
  }
  for (const batch of batchesOf(quotes)) {
    await engine.forgetQuotes(
      database,
      batch.map(({ rowId }) => rowId),
    );
  }
  await indexQuotes(database, engine, article, linked);
}
