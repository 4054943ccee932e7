import type { ReplacedQuotes } from '../records/extraction.ts';
import type { Quote } from '../records/quote.ts';
import { batchesOf } from './batches.ts';
import { countQuotesOf, listEarlierQuotes, listEarlierRows, matchEarlier } from './earlier-revisions.ts';
import type { Engine } from './engine.ts';
import { findArticleRow, writeExtraction } from './extractions.ts';
import { loadQuotes } from './find-quotes.ts';
import { insertQuotes, type PlacedQuote, type QuotedArticle } from './insert-quotes.ts';
import { listRowIds, moveQuotes } from './move-quotes.ts';
import { addNames, countNames, removeNames } from './names.ts';
import { nameReplacements } from './revisions.ts';
import { rowIdsOf } from './row-ids.ts';
import type { NewQuote, Store } from './store.ts';
import type { Database } from './tables.ts';
import { forgetUtterances, groupUtterances } from './utterances.ts';

/** The part of the store that knows an article's quotes as a whole. */
export function keepArticleQuotes(
  database: Database,
  engine: Engine,
): Pick<Store, 'listArticleQuotes' | 'replaceQuotes'> {
  return {
    listArticleQuotes: async (workspace, articleId) => {
      const article = await findArticleRow(database, workspace, articleId);
      return article === null ? [] : loadQuotes(database, await listRowIds(database, article));
    },
    replaceQuotes: (workspace, articleId, quotes, extraction) =>
      database.transaction().execute(async (transaction) => {
        const rowId = await findArticleRow(transaction, workspace, articleId);
        if (rowId === null) return null;
        const replaced = (await isSuperseded(transaction, rowId))
          ? { kept: (await listRowIds(transaction, rowId)).length, added: 0, removed: 0 }
          : await replaceQuotes(transaction, engine, rowId, quotes);
        await writeExtraction(transaction, rowId, extraction);
        return replaced;
      }),
  };
}

/** What a revision had that is not the newest any more stays as it was read. */
async function isSuperseded(database: Database, articleRow: number): Promise<boolean> {
  const row = await database
    .selectFrom('articles')
    .select('superseded_by')
    .where('row_id', '=', articleRow)
    .executeTakeFirst();
  return row !== undefined && row.superseded_by !== null;
}

async function listStatements(database: Database, articleRow: number): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('quotes')
    .select('statement')
    .distinct()
    .where('article_id', '=', articleRow)
    .execute();
  return rows.map((row) => row.statement);
}

/** What makes two quotes of one article the same: where their words stand, and where their speaker is mentioned. */
function keyOf({ content, speaker }: Quote): string {
  return JSON.stringify([content.spans, speaker?.mention ?? null]);
}

async function replaceQuotes(
  database: Database,
  engine: Engine,
  articleRow: number,
  quotes: readonly NewQuote[],
): Promise<ReplacedQuotes> {
  const article = await lockArticle(database, articleRow);
  const rowIds = await listRowIds(database, articleRow);
  const stored = (await loadQuotes(database, rowIds)).map((quote, index) => ({
    quote,
    rowId: rowIds[index] ?? 0,
  }));
  const before = await listStatements(database, articleRow);
  const known = Map.groupBy(stored, ({ quote }) => keyOf(quote));
  const own: PlacedQuote[] = [];
  const unknown: NewQuote[] = [];
  for (const next of quotes) {
    const same = known.get(keyOf(next.quote))?.shift();
    if (same === undefined) unknown.push(next);
    else own.push({ ...next, rowId: same.rowId });
  }
  // What an earlier revision said is the same quote here, also where it is found after the revision was stored.
  const earlierRows = await listEarlierRows(database, articleRow);
  const { kept: earlier, fresh } = matchEarlier(unknown, await listEarlierQuotes(database, earlierRows));
  const kept = [...own, ...earlier];
  const gone = [...known.values()].flat().map(({ rowId }) => rowId);
  const first = await takeRowIds(database, article.workspaceId, fresh.length);
  await moveQuotes(database, engine, article, kept);
  await removeQuotes(database, engine, gone);
  const placed = fresh.map((next, index) => ({ ...next, rowId: first + index }));
  await insertQuotes(database, engine, article, placed);
  await countQuotesOf(database, [articleRow, ...earlierRows]);
  const former = earlierRows.at(-1);
  if (former !== undefined) await nameReplacements(database, former, placed);
  // Those of quotes that went may leave others of the cluster without a copy.
  await groupUtterances(database, articleRow, [...before, ...quotes.map(({ statement }) => statement)]);
  await replaceNames(
    database,
    article.workspaceId,
    stored.map(({ quote }) => quote),
    quotes.map(({ quote }) => quote),
  );
  return { kept: kept.length, added: fresh.length, removed: gone.length };
}

/** Touching the row first makes another writer of the same article wait. */
async function lockArticle(database: Database, articleRow: number): Promise<QuotedArticle> {
  const row = await database
    .updateTable('articles')
    .set((build) => ({ quote_count: build.ref('quote_count') }))
    .where('row_id', '=', articleRow)
    .returning(['workspace_id', 'text', 'outlet', 'published_at'])
    .executeTakeFirstOrThrow();
  const { text, outlet, published_at: publishedAt, workspace_id: workspaceId } = row;
  return { workspaceId, rowId: articleRow, article: { text, outlet, publishedAt } };
}

async function removeQuotes(database: Database, engine: Engine, rowIds: readonly number[]): Promise<void> {
  await forgetUtterances(database, rowIds);
  for (const batch of batchesOf(rowIds)) {
    await engine.forgetQuotes(database, batch);
    await database.deleteFrom('quotes').where('row_id', 'in', batch).execute();
  }
}

/** The first of `count` row ids that nothing else will have. */
async function takeRowIds(database: Database, workspaceId: number, count: number): Promise<number> {
  const { last_quote: last } = await database
    .updateTable('workspaces')
    .set((build) => ({ last_quote: build('last_quote', '+', count) }))
    .where('row_id', '=', workspaceId)
    .returning('last_quote')
    .executeTakeFirstOrThrow();
  return rowIdsOf(workspaceId).first + last - count;
}

async function replaceNames(
  database: Database,
  workspaceId: number,
  before: readonly Quote[],
  after: readonly Quote[],
): Promise<void> {
  const namesOf = (quotes: readonly Quote[]) =>
    countNames(quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  await addNames(database, workspaceId, 'speaker', namesOf(after));
  await removeNames(database, workspaceId, 'speaker', namesOf(before));
}
