import type { ExpressionBuilder } from 'kysely';
import type { ClaimedArticle, Extraction, ExtractionClaim, Outdated } from '../records/extraction.ts';
import { articleOfRow } from './find-quotes.ts';
import { isId } from './ids.ts';
import type { Store } from './store.ts';
import type { Database, ExtractionRow, Tables } from './tables.ts';
import { findWorkspace } from './workspaces.ts';

/** Behind every instant that is written. */
const LAST_DAY = '9999';

type Extractions = Pick<
  Store,
  | 'findExtraction'
  | 'recordExtraction'
  | 'claimExtractions'
  | 'holdExtractions'
  | 'markOutdated'
  | 'countWaiting'
>;

/** The part of the store that knows which articles still wait for their quotes. */
export function keepExtractions(database: Database): Extractions {
  return {
    recordExtraction: async (workspace, articleId, extraction) => {
      const rowId = await findArticleRow(database, workspace, articleId);
      if (rowId !== null) await writeExtraction(database, rowId, extraction);
    },
    findExtraction: async (workspace, articleId) => {
      const rowId = await findArticleRow(database, workspace, articleId);
      const row = await database
        .selectFrom('extractions')
        .select(['version', 'model_stamp', 'awaits', 'problem', 'attempts', 'due_at'])
        .where('article_id', '=', rowId)
        .executeTakeFirst();
      return row === undefined ? null : extractionOf(row);
    },
    claimExtractions: (claim) => claimExtractions(database, claim),
    holdExtractions: async (articleIds, until) => {
      if (articleIds.length === 0) return;
      await database
        .updateTable('extractions')
        .set({ held_until: until })
        .where('article_id', 'in', (build) =>
          build.selectFrom('articles').select('row_id').where('id', 'in', articleIds),
        )
        .execute();
    },
    markOutdated: (outdated) => markOutdated(database, outdated),
    countWaiting: async (workspace, awaits, now) => {
      const within = await workspaceFilter(database, workspace);
      const { waiting } = await database
        .selectFrom('extractions')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('awaits', 'in', awaits)
        .where('due_at', '<=', now ?? LAST_DAY)
        .where(within)
        .executeTakeFirstOrThrow();
      return waiting;
    },
  };
}

/** The row of an article in its workspace. */
export async function findArticleRow(
  database: Database,
  workspace: string,
  articleId: string,
): Promise<number | null> {
  if (!isId(articleId)) return null;
  const row = await database
    .selectFrom('articles')
    .innerJoin('workspaces', 'workspaces.row_id', 'articles.workspace_id')
    .select('articles.row_id')
    .where('workspaces.name', '=', workspace)
    .where('articles.id', '=', articleId)
    .executeTakeFirst();
  return row?.row_id ?? null;
}

function rowOf({ version, modelStamp, awaits, problem, attempts, dueAt }: Extraction) {
  return { version, model_stamp: modelStamp, awaits, problem, attempts, due_at: dueAt, held_until: null };
}

function extractionOf(row: Omit<ExtractionRow, 'article_id' | 'workspace_id' | 'held_until'>): Extraction {
  const { version, model_stamp: modelStamp, awaits, problem, attempts, due_at: dueAt } = row;
  return { version, modelStamp, awaits, problem, attempts, dueAt };
}

/** Enters the state of an article that is being stored. */
export async function insertExtraction(
  database: Database,
  ids: { readonly article_id: number; readonly workspace_id: number },
  extraction: Extraction,
): Promise<void> {
  await database
    .insertInto('extractions')
    .values({ ...ids, ...rowOf(extraction) })
    .execute();
}

/** What came of an article's extraction; a claim on it ends with that. */
export async function writeExtraction(
  database: Database,
  articleRow: number,
  extraction: Extraction,
): Promise<void> {
  await database
    .updateTable('extractions')
    .set(rowOf(extraction))
    .where('article_id', '=', articleRow)
    .execute();
}

/** Both databases look at the conditions again once they hold the row, so that no article is claimed twice. */
async function claimExtractions(
  database: Database,
  { workspace, awaits, now, until, limit }: ExtractionClaim,
): Promise<readonly ClaimedArticle[]> {
  if (awaits.length === 0 || limit < 1) return [];
  const within = await workspaceFilter(database, workspace);
  const isFree = (build: Conditions) =>
    build.or([build('held_until', 'is', null), build('held_until', '<=', now)]);
  const due = database
    .selectFrom('extractions')
    .select('article_id')
    .where('awaits', 'in', awaits)
    .where('due_at', '<=', now)
    .where(isFree)
    .where(within);
  const claimed = await database
    .updateTable('extractions')
    .set({ held_until: until })
    .where('article_id', 'in', due.orderBy('due_at').orderBy('article_id').limit(limit))
    .where(isFree)
    .returning('article_id')
    .execute();
  if (claimed.length === 0) return [];
  const rows = await database
    .selectFrom('articles')
    .innerJoin('extractions', 'extractions.article_id', 'articles.row_id')
    .innerJoin('workspaces', 'workspaces.row_id', 'articles.workspace_id')
    .selectAll('articles')
    .select(['version', 'model_stamp', 'awaits', 'problem', 'attempts', 'due_at', 'name'])
    .where(
      'articles.row_id',
      'in',
      claimed.map((row) => row.article_id),
    )
    .orderBy('articles.row_id')
    .execute();
  return rows.map((row) => ({
    workspace: row.name,
    article: articleOfRow(row),
    extraction: extractionOf(row),
  }));
}

/** Those that wait already are due at once, whatever went wrong before: a person asks for them. */
async function markOutdated(
  database: Database,
  { workspace, version, modelStamp, now }: Outdated,
): Promise<void> {
  const within = await workspaceFilter(database, workspace);
  await database
    .updateTable('extractions')
    .set({ awaits: 'grammar', due_at: now, attempts: 0 })
    .where((build) =>
      build.or([
        build('version', '!=', version),
        ...(modelStamp === null ? [] : [build('model_stamp', '!=', modelStamp)]),
        build('awaits', '=', 'grammar'),
      ]),
    )
    .where(within)
    .execute();
}

type Conditions = ExpressionBuilder<Tables, 'extractions'>;

/** The condition that keeps to one workspace; none for null, and nothing fits where nobody has stored in it. */
async function workspaceFilter(database: Database, name: string | null) {
  const id = name === null ? null : await findWorkspace(database, name);
  return (build: Conditions) =>
    name === null ? build('workspace_id', '>', 0) : build('workspace_id', '=', id ?? 0);
}
