import type { Engine } from './engine.ts';
import { batchesOf } from './batches.ts';
import { loadQuotes } from './find-quotes.ts';
import { isId } from './ids.ts';
import { forgetSketches } from './link-copies.ts';
import { countNames, removeNames } from './names.ts';
import { forgetSpeakers } from './speakers/forget-speakers.ts';
import { forgetTraces } from './forget-traces.ts';
import type { Forgetting, Store } from './store.ts';
import type { Database } from './tables.ts';
import { forgetUtterances, groupUtterances } from './utterances.ts';
import { findWorkspace, holdWorkspace } from './workspaces.ts';

/** The part of the store that lets go of articles. */
export function keepForgetting(
  database: Database,
  engine: Engine,
): Pick<Store, 'previewForgetting' | 'forgetArticle'> {
  return {
    async previewForgetting(workspace, articleId) {
      const workspaceId = await findWorkspace(database, workspace);
      const doomed = workspaceId && (await findDoomed(database, workspaceId, articleId));
      return doomed ? tellForgetting(doomed, await listDoomedQuotes(database, doomed)) : null;
    },
    forgetArticle: (workspace, articleId) =>
      database.transaction().execute(async (transaction) => {
        // Nobody links a new copy to what is about to go.
        const workspaceId = await holdWorkspace(transaction, workspace);
        const doomed = workspaceId && (await findDoomed(transaction, workspaceId, articleId));
        if (!doomed) return null;
        const quotes = await listDoomedQuotes(transaction, doomed);
        await forgetNamesOf(transaction, workspaceId, doomed, quotes);
        await forgetQuotes(transaction, engine, quotes);
        await forgetArticleRows(transaction, doomed);
        await forgetSpeakers(
          transaction,
          quotes.map((quote) => quote.speaker_id).filter((id) => id !== null),
        );
        await regroupCopies(transaction, doomed, quotes);
        await forgetTraces(transaction, { workspace, workspaceId }, doomed.rows, quotes);
        return tellForgetting(doomed, quotes);
      }),
  };
}

type Doomed = NonNullable<Awaited<ReturnType<typeof findDoomed>>>;
type DoomedQuotes = Awaited<ReturnType<typeof listDoomedQuotes>>;

/**
 * The rows that go with an article, the named one first: the newest revision takes all before it along, since none of
 * them is what stands at the address now; a former one goes alone.
 */
async function findDoomed(database: Database, workspaceId: number, articleId: string) {
  if (!isId(articleId)) return null;
  const columns = ['row_id', 'id', 'title', 'outlet', 'cluster_id', 'content_hash', 'superseded_by'] as const;
  const named = await database
    .selectFrom('articles')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (named === undefined) return null;
  const rows = [named];
  for (let last = named.superseded_by === null ? [named] : []; last.length > 0;) {
    const newer = last.map((row) => row.row_id);
    last = await database
      .selectFrom('articles')
      .select(columns)
      .where('superseded_by', 'in', newer)
      .orderBy('row_id')
      .execute();
    rows.push(...last);
  }
  return { named, rows };
}

/** The quotes of all rows that go, in the order in which they were stored. */
async function listDoomedQuotes(database: Database, { rows }: Doomed) {
  return database
    .selectFrom('quotes')
    .select(['row_id', 'id', 'article_id', 'statement', 'speaker_id'])
    .where(
      'article_id',
      'in',
      rows.map((row) => row.row_id),
    )
    .orderBy('row_id')
    .execute();
}

function tellForgetting({ named, rows }: Doomed, quotes: DoomedQuotes): Forgetting {
  const { id: articleId, title, outlet } = named;
  return { articleId, title, outlet, quotes: quotes.length, revisions: rows.length };
}

/** Only the newest revision's names are suggested. */
async function forgetNamesOf(
  database: Database,
  workspaceId: number,
  { named }: Doomed,
  quotes: DoomedQuotes,
): Promise<void> {
  if (named.superseded_by !== null) return;
  const own = quotes.filter((quote) => quote.article_id === named.row_id).map((quote) => quote.row_id);
  const speakers = (await loadQuotes(database, own)).flatMap(({ speaker }) => speaker ?? []);
  await removeNames(database, workspaceId, 'speaker', countNames(speakers));
  await removeNames(database, workspaceId, 'outlet', countNames([{ name: named.outlet, role: null }]));
}

async function forgetQuotes(database: Database, engine: Engine, quotes: DoomedQuotes): Promise<void> {
  await forgetUtterances(
    database,
    quotes.map((quote) => quote.row_id),
  );
  for (const batch of batchesOf(quotes)) {
    const rowIds = batch.map((quote) => quote.row_id);
    await engine.forgetQuotes(database, rowIds);
    await database.deleteFrom('quotes').where('row_id', 'in', rowIds).execute();
  }
}

async function forgetArticleRows(database: Database, { named, rows }: Doomed): Promise<void> {
  const rowIds = rows.map((row) => row.row_id);
  await forgetSketches(database, rowIds);
  await database.deleteFrom('extractions').where('article_id', 'in', rowIds).execute();
  // A former revision that goes alone leaves those before it to the one after it.
  await database
    .updateTable('articles')
    .set({ superseded_by: named.superseded_by })
    .where('superseded_by', 'in', rowIds)
    .execute();
  await database.deleteFrom('articles').where('row_id', 'in', rowIds).execute();
}

/** What one of two copies carried is a statement of the other alone now. */
async function regroupCopies(database: Database, { named }: Doomed, quotes: DoomedQuotes): Promise<void> {
  const statements = quotes.map((quote) => quote.statement).filter((statement) => statement !== '');
  if (named.cluster_id === null || statements.length === 0) return;
  const left = await database
    .selectFrom('articles')
    .select('row_id')
    .where('cluster_id', '=', named.cluster_id)
    .executeTakeFirst();
  if (left !== undefined) await groupUtterances(database, left.row_id, statements);
}
