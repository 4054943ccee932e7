import { StoreError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import { NOT_EXTRACTED, type Extraction } from '../records/extraction.ts';
import type { Engine } from './engine.ts';
import { insertExtraction } from './extractions.ts';
import { insertQuotes } from './insert-quotes.ts';
import { newId } from './ids.ts';
import { addNames, countNames } from './names.ts';
import { rowIdsOf } from './row-ids.ts';
import type { NewQuote, SavedArticle } from './store.ts';
import type { Database } from './tables.ts';

/** An article and its quotes, as they are handed to the store. */
export interface Submission {
  readonly article: ArticleDraft;
  readonly quotes: readonly NewQuote[];
  /** The instant it is stored, ISO 8601 in UTC. */
  readonly storedAt: string;
  /** How far its extraction has come; absent where nobody looked for quotes. */
  readonly extraction?: Extraction | undefined;
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
  return database.transaction().execute(async (transaction) => {
    const workspace = await enterWorkspace(transaction, workspaceName, quotes.length);
    const stored = await insertArticle(transaction, workspace.id, submission);
    if (stored === null)
      return (await findByContent(transaction, workspace.id, article.contentHash)) ?? gone();
    const ids = { article_id: stored.row_id, workspace_id: workspace.id };
    await insertExtraction(transaction, ids, submission.extraction ?? NOT_EXTRACTED);
    const owner = { workspaceId: workspace.id, rowId: stored.row_id, article };
    const placed = quotes.map((quote, index) => ({ ...quote, rowId: workspace.firstQuote + index }));
    await insertQuotes(transaction, engine, owner, placed);
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
      quiet: article.quiet === true ? 1 : 0,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'content_hash']).doNothing())
    .returning(['row_id', 'id'])
    .executeTakeFirst();
  return inserted ?? null;
}

function gone(): never {
  throw new Error('A row that this transaction has just seen is gone.');
}
