import { keepBriefings } from './briefings.ts';
import { keepDeliveries } from './deliveries.ts';
import type { Engine } from './engine.ts';
import { keepFeeds } from './feeds.ts';
import { articleOfRow, loadQuotes } from './find-quotes.ts';
import { keepExtractions } from './extractions.ts';
import { keepForgetting } from './forget-article.ts';
import { isId } from './ids.ts';
import { keepImportedFiles } from './imported-files.ts';
import { listArticles } from './list-articles.ts';
import { keepModelRuns } from './model-runs.ts';
import { keepSeenEntries } from './seen-entries.ts';
import { keepSettings } from './settings.ts';
import { findSpeakers } from './speakers/find-speakers.ts';
import { suggestSpeakers } from './speakers/suggest-speakers.ts';
import { keepSettlements } from './settle-delivery.ts';
import { suggestNames } from './names.ts';
import { keepArticleQuotes } from './article-quotes.ts';
import { findByContent, saveArticle, type Submission } from './save-article.ts';
import type { ComponentState, CorpusSize, SavedArticle, Store } from './store.ts';
import { keepTopics } from './asked-topics.ts';
import type { Database } from './tables.ts';
import { keepLinking } from './unsketched.ts';
import { keepWatches } from './watches.ts';
import { keepTold } from './told.ts';
import { findWorkspace } from './workspaces.ts';

/** The store without a clock: the hour of storing comes with each article. The worker thread serves this one. */
export interface TimelessStore extends Omit<Store, 'saveArticle'> {
  saveArticle(workspace: string, submission: Submission): Promise<SavedArticle>;
}

/** Completes a store with the clock. */
export function withClock(store: TimelessStore, now: () => Date): Store {
  return {
    ...store,
    saveArticle: (workspace, article, quotes, extraction) =>
      store.saveArticle(workspace, { article, quotes, storedAt: now().toISOString(), extraction }),
  };
}

/** The store over either database; `engine` is what differs. A workspace nobody has stored in is an empty one. */
export function createSqlStore(database: Database, engine: Engine): TimelessStore {
  const kept = createKeptState(database);
  const workspaceId = (name: string) => findWorkspace(database, name);
  return {
    saveArticle: (workspace, submission) => saveArticle(database, engine, workspace, submission),
    ...keepExtractions(database),
    ...keepArticleQuotes(database, engine),
    ...keepForgetting(database, engine),
    ...keepLinking(database),
    findByContent: async (workspace, identity) => {
      const id = await workspaceId(workspace);
      return id === null ? null : findByContent(database, id, identity);
    },
    findArticle: async (workspace, articleId) => {
      if (!isId(articleId)) return null;
      const row = await database
        .selectFrom('articles')
        .selectAll()
        .where('workspace_id', '=', await workspaceId(workspace))
        .where('id', '=', articleId)
        .executeTakeFirst();
      return row === undefined ? null : articleOfRow(row);
    },
    listArticles: async (workspace, title, limit) =>
      listArticles(database, await workspaceId(workspace), title, limit),
    findQuote: async (workspace, quoteId) => {
      if (!isId(quoteId)) return null;
      const row = await database
        .selectFrom('quotes')
        .select('row_id')
        .where('workspace_id', '=', await workspaceId(workspace))
        .where('id', '=', quoteId)
        .executeTakeFirst();
      const [quote] = await loadQuotes(database, row === undefined ? [] : [row.row_id]);
      return quote ?? null;
    },
    searchQuotes: async (workspace, request) => {
      const id = await workspaceId(workspace);
      if (id === null) return { quotes: [], total: 0 };
      const { rowIds, total } = await engine.rankQuotes(database, id, request);
      return { quotes: await loadQuotes(database, rowIds), total };
    },
    ...knowNames(database),
    measureCorpus: async (workspace) => measureCorpus(database, await workspaceId(workspace)),
    ...kept,
    ...keepSettings(kept),
    ...keepImportedFiles(database),
    ...keepModelRuns(database),
    ...keepFeeds(database, engine),
    ...keepSeenEntries(database),
    ...keepWatches(database, engine),
    ...keepTold(database),
    ...keepTopics(database),
    ...keepBriefings(database, engine),
    ...keepDeliveries(database),
    ...keepSettlements(database, engine),
    close: () => database.destroy(),
  };
}

type Names = Pick<Store, 'suggestSpeakers' | 'findSpeakers' | 'suggestOutlets'>;

function knowNames(database: Database): Names {
  const workspaceId = (name: string) => findWorkspace(database, name);
  return {
    suggestSpeakers: async (workspace, typed, limit) => {
      const id = await workspaceId(workspace);
      return id === null ? [] : suggestSpeakers(database, id, typed, limit);
    },
    findSpeakers: async (workspace, name, limit) => {
      const id = await workspaceId(workspace);
      return id === null ? [] : findSpeakers(database, id, name, limit);
    },
    suggestOutlets: async (workspace, typed, limit) => {
      const id = await workspaceId(workspace);
      const outlets = id === null ? [] : await suggestNames(database, id, 'outlet', { typed, limit });
      return outlets.map(({ name }) => name);
    },
  };
}

type KeptState = Pick<Store, 'saveComponentState' | 'findComponentState' | 'readNote' | 'writeNote'>;

function createKeptState(database: Database): KeptState {
  return {
    saveComponentState: async (workspace, id, { userId, payload }) => {
      const row = { user_id: userId, payload: JSON.stringify(payload) };
      await database
        .insertInto('component_states')
        .values({ workspace, id, ...row })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(row))
        .execute();
    },
    findComponentState: async (workspace, id): Promise<ComponentState | null> => {
      const row = await database
        .selectFrom('component_states')
        .select(['user_id', 'payload'])
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : { userId: row.user_id, payload: JSON.parse(row.payload) };
    },
    readNote: async (key) => {
      const row = await database
        .selectFrom('notes')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value ?? null;
    },
    writeNote: async (key, value) => {
      await database
        .insertInto('notes')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
  };
}

async function measureCorpus(database: Database, workspaceId: number | null): Promise<CorpusSize> {
  const { articles, quotes } = await database
    .selectFrom('articles')
    .select(({ fn }) => [
      fn.countAll<number>().as('articles'),
      fn.sum<number | null>('quote_count').as('quotes'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('superseded_by', 'is', null)
    .executeTakeFirstOrThrow();
  const { outlets } = await database
    .selectFrom('names')
    .select(({ fn }) => fn.countAll<number>().as('outlets'))
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'outlet')
    .executeTakeFirstOrThrow();
  return { articles, quotes: quotes ?? 0, outlets };
}
