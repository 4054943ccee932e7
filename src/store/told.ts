import type { StoredQuote } from '../records/search.ts';
import { batchesOf } from './batches.ts';
import { loadQuotes } from './find-quotes.ts';
import { findSaidBefore, TELLING_WORDS } from './said-before.ts';
import type { Database } from './tables.ts';
import type { ToldStore } from './told-store.ts';
import { wordsOf } from './words.ts';
import { findWorkspace } from './workspaces.ts';

/** The part of the store that knows what was told. A teller is a briefing's or a watch's id. */
export function keepTold(database: Database): ToldStore {
  const inWorkspace = workspaceReader(database);
  return {
    measureRecord: async (workspace) => {
      const row = await database
        .selectFrom('workspaces')
        .select('last_quote')
        .where('name', '=', workspace)
        .executeTakeFirst();
      return row?.last_quote ?? 0;
    },
    findTold: (workspace, teller, quoteIds) =>
      inWorkspace(workspace, new Set<string>(), async (id) => {
        const told = new Set<string>();
        for (const batch of batchesOf(quoteIds)) {
          for (const quote of await findToldAmong(database, id, teller, batch)) told.add(quote);
        }
        return told;
      }),
    findSaidBefore: (workspace, quoteIds, before) =>
      inWorkspace(workspace, new Set<string>(), (id) => findSaidBefore(database, id, quoteIds, before)),
    listTold: (workspace, teller, limit) =>
      inWorkspace(workspace, [], (id) => listTold(database, id, teller, limit)),
    noteTold: (workspace, teller, quoteIds) =>
      inWorkspace(workspace, undefined, async (id) => {
        for (const batch of batchesOf(quoteIds)) await noteTold(database, id, teller, batch);
      }),
    listCorrected: (workspace, teller, limit) =>
      inWorkspace(workspace, [], (id) => listCorrected(database, id, teller, limit)),
    noteCorrected: (workspace, teller, quoteIds) =>
      inWorkspace(workspace, undefined, async (id) => {
        for (const batch of batchesOf(quoteIds)) {
          await database
            .updateTable('told_quotes')
            .set({ is_corrected: 1 })
            .where('workspace_id', '=', id)
            .where('teller', '=', teller)
            .where('quote_id', 'in', batch)
            .execute();
        }
      }),
    forgetTold: (workspace, teller) =>
      inWorkspace(workspace, undefined, async (id) => {
        await database
          .deleteFrom('told_quotes')
          .where('workspace_id', '=', id)
          .where('teller', '=', teller)
          .execute();
      }),
  };
}

/** Runs work for a workspace's row; gives `nothing` for one that nobody has stored in. */
function workspaceReader(database: Database) {
  return async <Result>(
    workspace: string,
    nothing: Result,
    work: (workspaceId: number) => Promise<Result>,
  ): Promise<Result> => {
    const id = await findWorkspace(database, workspace);
    return id === null ? nothing : work(id);
  };
}

async function findToldAmong(
  database: Database,
  workspaceId: number,
  teller: string,
  quoteIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('quotes')
    .innerJoin('articles', 'articles.row_id', 'quotes.article_id')
    .innerJoin('told_quotes', (join) =>
      join
        .onRef('told_quotes.workspace_id', '=', 'quotes.workspace_id')
        .onRef('told_quotes.statement', '=', 'quotes.statement'),
    )
    .leftJoin('quotes as before', 'before.id', 'told_quotes.quote_id')
    .leftJoin('articles as earlier', 'earlier.row_id', 'before.article_id')
    .select('quotes.id')
    .distinct()
    .where('quotes.statement', '<>', '')
    .where('quotes.workspace_id', '=', workspaceId)
    .where('quotes.id', 'in', quoteIds)
    .where('teller', '=', teller)
    .where((same) =>
      same.or([
        same('told_quotes.quote_id', '=', same.ref('quotes.id')),
        same('is_short', '=', 0),
        same('told_quotes.day', '=', same.ref('quotes.day_to')),
        same('earlier.cluster_id', '=', same.ref('articles.cluster_id')),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

async function listTold(
  database: Database,
  workspaceId: number,
  teller: string,
  limit: number,
): Promise<readonly StoredQuote[]> {
  const rows = await database
    .selectFrom('told_quotes')
    .innerJoin('quotes', 'quotes.id', 'told_quotes.quote_id')
    .select('quotes.row_id')
    .where('told_quotes.workspace_id', '=', workspaceId)
    .where('quotes.workspace_id', '=', workspaceId)
    .where('teller', '=', teller)
    .orderBy('quotes.row_id', 'desc')
    .limit(limit)
    .execute();
  return loadQuotes(
    database,
    rows.map((row) => row.row_id),
  );
}

async function noteTold(
  database: Database,
  workspaceId: number,
  teller: string,
  quoteIds: readonly string[],
): Promise<void> {
  const rows = await database
    .selectFrom('quotes')
    .select(['row_id', 'id', 'statement', 'day_to'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', quoteIds)
    .execute();
  const quotes = await loadQuotes(
    database,
    rows.map((row) => row.row_id),
  );
  const wordsById = new Map(quotes.map(({ id, content }) => [id, wordsOf(content.text).length]));
  if (rows.length === 0) return;
  await database
    .insertInto('told_quotes')
    .values(
      rows.map((row) => ({
        workspace_id: workspaceId,
        teller,
        quote_id: row.id,
        statement: row.statement,
        is_short: (wordsById.get(row.id) ?? 0) < TELLING_WORDS ? 1 : 0,
        day: row.day_to,
        is_corrected: 0,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'teller', 'quote_id']).doNothing())
    .execute();
}

async function listCorrected(
  database: Database,
  workspaceId: number,
  teller: string,
  limit: number,
): Promise<readonly StoredQuote[]> {
  const rows = await database
    .selectFrom('told_quotes')
    .innerJoin('quotes', 'quotes.id', 'told_quotes.quote_id')
    .innerJoin('articles', 'articles.row_id', 'quotes.article_id')
    .leftJoin('extractions', 'extractions.article_id', 'articles.superseded_by')
    .select('quotes.row_id')
    .where('told_quotes.workspace_id', '=', workspaceId)
    .where('quotes.workspace_id', '=', workspaceId)
    .where('teller', '=', teller)
    .where('is_corrected', '=', 0)
    .where('articles.superseded_by', 'is not', null)
    // Nobody took back what only a teaser said, nor is it known what a revision says that nobody could read yet.
    .where('articles.teaser', 'is', null)
    .where((build) => build.or([build('awaits', 'is', null), build('awaits', '!=', 'grammar')]))
    .orderBy('quotes.row_id')
    .limit(limit)
    .execute();
  return loadQuotes(
    database,
    rows.map((row) => row.row_id),
  );
}
