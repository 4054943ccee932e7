import { sql } from 'kysely';
import type { ArticleList } from './store.ts';
import type { Database } from './tables.ts';

/** The articles of a workspace that were stored last, and how many there are in all. */
export async function listArticles(
  database: Database,
  workspaceId: number | null,
  title: string | null,
  limit: number,
): Promise<ArticleList> {
  const pattern = title === null ? null : `%${title.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const chosen = database
    .selectFrom('articles')
    .where('workspace_id', '=', workspaceId)
    .where('superseded_by', 'is', null)
    .$if(pattern !== null, (query) => query.where(sql<boolean>`lower(title) like ${pattern} escape '\\'`));
  const { total } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .select(['id', 'title', 'outlet', 'published_at', 'stored_at', 'quote_count'])
    .orderBy('row_id', 'desc')
    .limit(limit)
    .execute();
  const articles = rows.map((row) => ({
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    publishedAt: row.published_at,
    storedAt: row.stored_at,
    quotes: row.quote_count,
  }));
  return { articles, total };
}
