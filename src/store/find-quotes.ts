import type { Article } from '../records/article.ts';
import type { StoredQuote, Superseded } from '../records/search.ts';
import { decodeQuote } from './quote-record.ts';
import type { ArticleRow, Database } from './tables.ts';
import { findCarriers } from './utterances.ts';

/** The stored quotes with these row ids, in their order, each checked against its article's text. */
export async function loadQuotes(
  database: Database,
  rowIds: readonly number[],
): Promise<readonly StoredQuote[]> {
  if (rowIds.length === 0) return [];
  const rows = await database
    .selectFrom('quotes')
    .leftJoin('speakers', 'speakers.row_id', 'quotes.speaker_id')
    .select(['quotes.row_id', 'quotes.id', 'article_id', 'record', 'replaced_by'])
    .select('speakers.id as speaker_id')
    .where('quotes.row_id', 'in', rowIds)
    .execute();
  const articles = await database
    .selectFrom('articles')
    .leftJoin('articles as later', 'later.row_id', 'articles.superseded_by')
    .select(['articles.row_id', 'articles.id', 'articles.title', 'articles.outlet', 'articles.url'])
    .select(['articles.published_at', 'articles.text', 'articles.teaser'])
    .select(({ fn }) => fn.coalesce('later.modified_at', 'later.stored_at').as('superseded_at'))
    .where('articles.row_id', 'in', [...new Set(rows.map((row) => row.article_id))])
    .execute();
  const articleOf = new Map(articles.map((article) => [article.row_id, article]));
  const carriersOf = await findCarriers(database, rowIds);
  const quoteOf = new Map(
    rows.map((row) => {
      const article = articleOf.get(row.article_id);
      if (article === undefined) throw new Error(`The article of quote ${row.id} is gone.`);
      const { id, title, outlet, url, published_at: publishedAt, text } = article;
      const quote = decodeQuote(row.id, row.record, text);
      const copies = carriersOf.get(row.row_id);
      const stored = { ...quote, id: row.id, article: { id, title, outlet, url, publishedAt } };
      const superseded = supersededOf(article, row.replaced_by);
      const found: StoredQuote = {
        ...stored,
        ...(row.speaker_id === null ? {} : { speakerId: row.speaker_id }),
        ...(copies === undefined ? {} : { copies }),
        ...(superseded === null ? {} : { superseded }),
        ...(superseded === null && article.teaser !== null ? { fromTeaser: true } : {}),
      };
      return [row.row_id, found];
    }),
  );
  return rowIds.map((rowId) => quoteOf.get(rowId)).filter((quote) => quote !== undefined);
}

function supersededOf(
  { superseded_at: instant, teaser }: { superseded_at: string | null; teaser: string | null },
  by: string | null,
): Superseded | null {
  if (instant === null) return null;
  const superseded = { on: instant.slice(0, 'YYYY-MM-DD'.length), by };
  return teaser === null ? superseded : { ...superseded, inTeaser: true };
}

export function articleOfRow(row: ArticleRow): Article {
  return {
    id: row.id,
    storedAt: row.stored_at,
    title: row.title,
    outlet: row.outlet,
    byline: row.byline,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
    language: row.language,
    url: row.url,
    text: row.text,
    contentHash: row.content_hash,
    ...(row.quiet === 1 ? { quiet: true } : {}),
    ...(row.teaser === null ? {} : { teaser: row.teaser }),
    ...(row.told_by === null ? {} : { toldBy: row.told_by }),
    ...(row.revision > 1 ? { revision: row.revision } : {}),
  };
}
