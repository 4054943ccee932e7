import { StoreError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';
import type { Engine } from './engine.ts';
import { facetsOf } from './facets.ts';
import { newId } from './ids.ts';
import { addNames, countNames } from './names.ts';
import { encodeQuote } from './quote-record.ts';
import type { NewQuote, SavedArticle } from './store.ts';
import type { Database, NewQuoteRow } from './tables.ts';

/** Rows in one INSERT: as many as stay well below the databases' limits on parameters. */
const BATCH = 200;

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
  workspace: string,
  submission: Submission,
): Promise<SavedArticle> {
  const { article, quotes } = submission;
  refuseUnstorable(article);
  const records = quotes.map(({ quote }) => encodeQuote(quote, article.text));
  return database.transaction().execute(async (transaction) => {
    const workspaceId = await enterWorkspace(transaction, workspace);
    const stored = await insertArticle(transaction, workspaceId, submission);
    if (stored === null)
      return (await findByContent(transaction, workspaceId, article.contentHash)) ?? gone();
    const rows = quotes.map(({ quote }, index): NewQuoteRow & { id: string } => ({
      id: newId('q'),
      workspace_id: workspaceId,
      article_id: stored.row_id,
      ...daysOf(quote, article),
      record: records[index] ?? '',
    }));
    const rowIds = await insertQuotes(transaction, rows);
    const indexed = quotes.map(({ quote, document }, index) => ({
      rowId: rowIds.get(rows[index]?.id ?? '') ?? gone(),
      document,
      facets: facetsOf(workspaceId, quote, article.outlet),
    }));
    for (const batch of batchesOf(indexed)) await engine.indexQuotes(transaction, batch);
    const speakers = quotes.map(({ quote }) => quote.speaker).filter((speaker) => speaker !== null);
    await addNames(transaction, workspaceId, 'speaker', countNames(speakers));
    await addNames(transaction, workspaceId, 'outlet', countNames([{ name: article.outlet, role: null }]));
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

async function enterWorkspace(database: Database, name: string): Promise<number> {
  await database
    .insertInto('workspaces')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { row_id } = await database
    .selectFrom('workspaces')
    .select('row_id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row_id;
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

/** The row ids by the quotes' ids. */
async function insertQuotes(
  database: Database,
  rows: readonly NewQuoteRow[],
): Promise<ReadonlyMap<string, number>> {
  const rowIds = new Map<string, number>();
  for (const batch of batchesOf(rows)) {
    const inserted = await database.insertInto('quotes').values(batch).returning(['id', 'row_id']).execute();
    for (const row of inserted) rowIds.set(row.id, row.row_id);
  }
  return rowIds;
}

/** The days a date filter compares: when it was said, else the article's day, else none. */
function daysOf({ saidOn }: Quote, { publishedAt }: ArticleDraft) {
  const published = publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  return { day_from: saidOn?.from ?? published, day_to: saidOn?.to ?? published };
}

function batchesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}

function gone(): never {
  throw new Error('A row that this transaction has just seen is gone.');
}
