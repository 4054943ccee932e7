import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';
import { batchesOf } from './batches.ts';
import type { Engine } from './engine.ts';
import { facetsOf } from './facets.ts';
import { newId } from './ids.ts';
import { encodeQuote } from './quote-record.ts';
import { linkSpeakers, type LinkedSpeaker } from './speakers/link-speakers.ts';
import { speakerKey } from './speakers/speaker-key.ts';
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
  owner: QuotedArticle,
  quotes: readonly PlacedQuote[],
): Promise<void> {
  const { workspaceId, rowId: articleRow, article } = owner;
  const linked = await linkQuotes(database, owner, quotes);
  const rows = linked.map(({ quote, statement, rowId, speaker }) => ({
    row_id: rowId,
    id: newId('q'),
    workspace_id: workspaceId,
    article_id: articleRow,
    ...daysOf(quote, article),
    speaker_id: speaker?.rowId ?? null,
    record: encodeQuote(quote, article.text),
    statement,
  }));
  for (const batch of batchesOf(rows)) await database.insertInto('quotes').values(batch).execute();
  await indexQuotes(database, engine, owner, linked);
}

/** A quote with the record of its speaker; null where it has none. */
interface LinkedQuote extends PlacedQuote {
  readonly speaker: LinkedSpeaker | null;
}

/** The quotes with their speakers' records, which are made where there are none. */
export async function linkQuotes(
  database: Database,
  { workspaceId, article }: QuotedArticle,
  quotes: readonly PlacedQuote[],
): Promise<readonly LinkedQuote[]> {
  const speakers = await linkSpeakers(database, workspaceId, quotes, article);
  return quotes.map(({ quote, document, statement, aliases, rowId }) => {
    const key = quote.speaker === null ? null : speakerKey(quote.speaker);
    return { quote, document, statement, aliases, rowId, speaker: speakers.get(key ?? '') ?? null };
  });
}

/** Enters the words and facets under which quotes are found. */
export async function indexQuotes(
  database: Database,
  engine: Engine,
  { workspaceId, article }: QuotedArticle,
  quotes: readonly LinkedQuote[],
): Promise<void> {
  const indexed = quotes.map(({ quote, aliases, document, rowId, speaker }) => ({
    rowId,
    document,
    facets: facetsOf(workspaceId, { quote, aliases, speakerId: speaker?.id ?? null }, article.outlet),
  }));
  for (const batch of batchesOf(indexed)) await engine.indexQuotes(database, batch, workspaceId);
}

/** The days a date filter compares: when it was said, else the article's day, else none. */
export function daysOf({ saidOn }: Quote, { publishedAt }: Pick<ArticleDraft, 'publishedAt'>) {
  const published = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  return { day_from: saidOn?.from ?? published, day_to: saidOn?.to ?? published };
}
