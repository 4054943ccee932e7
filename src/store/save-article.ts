import { StoreError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';
import { batchesOf } from './batches.ts';
import type { Engine } from './engine.ts';
import { facetsOf } from './facets.ts';
import { newId } from './ids.ts';
import { addNames, countNames } from './names.ts';
import { encodeQuote } from './quote-record.ts';
import { rowIdsOf } from './row-ids.ts';
import type { NewQuote, SavedArticle } from './store.ts';
import type { Database } from './tables.ts';

/** An article and its quotes, as they are handed to the store. */
export interface Submission {
  readonly article: ArticleDraft;
  readonly quotes: readonly NewQuote[];
  /** The instant it is stored, ISO 8601 in UTC. */
  readonly storedAt: string;
}

/** Stores an article with its quotes in one transaction; see `Store.saveArticle`. */
export async function saveArticle(
  database: Database,
  engine: Engine,
  workspaceName: string,
  submission: Submission,
): Promise<SavedArticle> {
  const { article, quotes } = submission;
  refuseUnstorable(article);
  const records = quotes.map(({ quote }) => encodeQuote(quote, article.text));
  return database.transaction().execute(async (transaction) => {
    const workspace = await enterWorkspace(transaction, workspaceName, quotes.length);
    const stored = await insertArticle(transaction, workspace.id, submission);
    if (stored === null)
      return (await findByContent(transaction, workspace.id, article.contentHash)) ?? gone();
    const rows = quotes.map(({ quote }, index) => ({
      row_id: workspace.firstQuote + index,
      id: newId('q'),
      workspace_id: workspace.id,
      article_id: stored.row_id,
      ...daysOf(quote, article),
      record: records[index] ?? gone(),
    }));
    for (const batch of batchesOf(rows)) await transaction.insertInto('quotes').values(batch).execute();
    const indexed = quotes.map(({ quote, document }, index) => ({
      rowId: workspace.firstQuote + index,
      document,
      facets: facetsOf(workspace.id, quote, article.outlet),
    }));
    for (const batch of batchesOf(indexed)) await engine.indexQuotes(transaction, batch, workspace.id);
    const speakers = quotes.map(({ quote }) => quote.speaker).filter((speaker) => speaker !== null);
    await addNames(transaction, workspace.id, 'speaker', countNames(speakers));
    await addNames(transaction, workspace.id, 'outlet', countNames([{ name: article.outlet, role: null }]));
    return { articleId: stored.id, status: 'stored', quotes: quotes.length };
  });
}

/** The article of this workspace with this content hash. */
export async function findByContent(
  database: Database,
  workspaceId: number,
  contentHash: string,
): Promise<SavedArticle | null> {
  const row = await database
    .selectFrom('articles')
    .select(['id', 'quote_count'])
    .where('workspace_id', '=', workspaceId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
  return row === undefined ? null : { articleId: row.id, status: 'duplicate', quotes: row.quote_count };
}

/** Neither database gives such texts back as they were, and then no span would fit. */
function refuseUnstorable(article: ArticleDraft): void {
  const texts = Object.values(article).filter((value): value is string => typeof value === 'string');
  if (texts.some((text) => !text.isWellFormed() || text.includes('\0'))) {
    throw new StoreError(
      'This article holds broken characters, so it was not stored; save it as UTF-8 text and try again.',
    );
  }
}

/** The workspace, made when it is new, and the row id of the first of `count` quotes to come. */
async function enterWorkspace(database: Database, name: string, count: number) {
  const { row_id: id, last_quote: last } = await database
    .insertInto('workspaces')
    .values({ name, last_quote: count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((build) => ({
        last_quote: build('workspaces.last_quote', '+', build.ref('excluded.last_quote')),
      })),
    )
    .returning(['row_id', 'last_quote'])
    .executeTakeFirstOrThrow();
  return { id, firstQuote: rowIdsOf(id).first + last - count };
}

/** Null when this workspace has the same text already. */
async function insertArticle(database: Database, workspaceId: number, submission: Submission) {
  const { article, quotes, storedAt } = submission;
  const inserted = await database
    .insertInto('articles')
    .values({
      id: newId('a'),
      workspace_id: workspaceId,
      quote_count: quotes.length,
      content_hash: article.contentHash,
      stored_at: storedAt,
      title: article.title,
      outlet: article.outlet,
      byline: article.byline,
      published_at: article.publishedAt,
      modified_at: article.modifiedAt,
      language: article.language,
      url: article.url,
      text: article.text,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'content_hash']).doNothing())
    .returning(['row_id', 'id'])
    .executeTakeFirst();
  return inserted ?? null;
}

/** The days a date filter compares: when it was said, else the article's day, else none. */
function daysOf({ saidOn }: Quote, { publishedAt }: ArticleDraft) {
  const published = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  return { day_from: saidOn?.from ?? published, day_to: saidOn?.to ?? published };
}

function gone(): never {
  throw new Error('A row that this transaction has just seen is gone.');
}
