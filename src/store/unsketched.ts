import { findArticleRow } from './extractions.ts';
import { linkCopies } from './link-copies.ts';
import type { Store } from './store.ts';
import type { Database } from './tables.ts';
import { groupUtterances } from './utterances.ts';
import { holdWorkspace } from './workspaces.ts';

/** The part of the store that links articles with their copies after they were stored. */
export function keepLinking(database: Database): Pick<Store, 'listUnsketched' | 'linkArticle'> {
  return {
    listUnsketched: async ({ workspace, after, limit }) =>
      database
        .selectFrom('articles')
        .innerJoin('workspaces', 'workspaces.row_id', 'articles.workspace_id')
        .leftJoin('sketches', 'sketches.article_id', 'articles.row_id')
        .select(['articles.row_id as position', 'articles.id as articleId', 'articles.text'])
        .select('workspaces.name as workspace')
        .where('sketches.article_id', 'is', null)
        .where('articles.superseded_by', 'is', null)
        .where('articles.row_id', '>', after)
        .$if(workspace !== null, (query) => query.where('workspaces.name', '=', workspace))
        .orderBy('articles.row_id')
        .limit(limit)
        .execute(),
    linkArticle: (workspace, articleId, sketch) =>
      database.transaction().execute(async (transaction) => {
        const workspaceId = await holdWorkspace(transaction, workspace);
        const rowId = await findArticleRow(transaction, workspace, articleId);
        if (workspaceId === null || rowId === null || (await isSketched(transaction, rowId))) return false;
        const own = { row_id: rowId, sketch };
        const { copyOf } = await linkCopies(transaction, workspaceId, own, { twins: [], former: null });
        if (copyOf === null) return false;
        await groupUtterances(transaction, rowId, null);
        return true;
      }),
  };
}

async function isSketched(database: Database, articleRow: number): Promise<boolean> {
  const sketched = await database
    .selectFrom('sketches')
    .select('article_id')
    .where('article_id', '=', articleRow)
    .executeTakeFirst();
  return sketched !== undefined;
}
