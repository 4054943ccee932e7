import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';
import { batchesOf } from './batches.ts';
import type { Engine } from './engine.ts';
import { facetsOf } from './facets.ts';
import { newId } from './ids.ts';
import { encodeQuote } from './quote-record.ts';
import type { NewQuote } from './store.ts';
import type { Database } from './tables.ts';

/** The article that quotes belong to, as its row tells it. */
export interface QuotedArticle {
  readonly workspaceId: number;
  readonly rowId: number;
  readonly article: Pick<ArticleDraft, 'text' | 'outlet' | 'publishedAt'>;
}

/** A quote under the row id it is to have. */
export interface PlacedQuote extends NewQuote {
  readonly rowId: number;
}

/** Stores new quotes of an article and their words. Throws StoreError where one is not word for word in it. */
export async function insertQuotes(
  database: Database,
  engine: Engine,
  { workspaceId, rowId: articleRow, article }: QuotedArticle,
  quotes: readonly PlacedQuote[],
): Promise<void> {
  const rows = quotes.map(({ quote, statement, rowId }) => ({
    row_id: rowId,
    id: newId('q'),
    workspace_id: workspaceId,
    article_id: articleRow,
    ...daysOf(quote, article),
    record: encodeQuote(quote, article.text),
    statement,
  }));
  for (const batch of batchesOf(rows)) await database.insertInto('quotes').values(batch).execute();
  await indexQuotes(database, engine, { workspaceId, article }, quotes);
}

/** Enters the words and facets under which quotes are found. */
export async function indexQuotes(
  database: Database,
  engine: Engine,
  { workspaceId, article }: Pick<QuotedArticle, 'workspaceId' | 'article'>,
  quotes: readonly PlacedQuote[],
): Promise<void> {
  const indexed = quotes.map(({ quote, document, rowId }) => ({
    rowId,
    document,
    facets: facetsOf(workspaceId, quote, article.outlet),
  }));
  for (const batch of batchesOf(indexed)) await engine.indexQuotes(database, batch, workspaceId);
}

/** The days a date filter compares: when it was said, else the article's day, else none. */
export function daysOf({ saidOn }: Quote, { publishedAt }: Pick<ArticleDraft, 'publishedAt'>) {
  const published = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  return { day_from: saidOn?.from ?? published, day_to: saidOn?.to ?? published };
}
