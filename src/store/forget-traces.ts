import { z } from 'zod';
import { FORGOTTEN } from './store.ts';
import type { Database } from './tables.ts';

interface Workspace {
  readonly workspace: string;
  readonly workspaceId: number;
}

interface ForgottenArticle {
  readonly id: string;
  readonly content_hash: string;
}

/**
 * Lets go of what else holds words of forgotten articles: answers kept for their buttons, briefings under way, replies of a
 * model, and files that gave them. That their quotes were told stays known, so that a copy is not told as news.
 */
export async function forgetTraces(
  database: Database,
  where: Workspace,
  articles: readonly ForgottenArticle[],
  quotes: readonly { readonly id: string }[],
): Promise<void> {
  for (const article of articles) {
    await forgetKept(database, where, article);
    await forgetReplies(database, where, article);
  }
  await forgetPosts(database, where, quotes);
}

async function forgetKept(
  database: Database,
  { workspace }: Workspace,
  { id }: ForgottenArticle,
): Promise<void> {
  await database
    .updateTable('component_states')
    .set({ payload: JSON.stringify(FORGOTTEN) })
    .where('workspace', '=', workspace)
    .where('payload', 'like', `%"${id}"%`)
    .execute();
  await database
    .deleteFrom('imported_files')
    .where('workspace', '=', workspace)
    .where('article_id', '=', id)
    .execute();
}

/** Replies are kept by the text they are about; another article may have the very same. */
async function forgetReplies(
  database: Database,
  { workspace, workspaceId }: Workspace,
  { content_hash: hash }: ForgottenArticle,
): Promise<void> {
  const twin = await database
    .selectFrom('articles')
    .select('row_id')
    .where('workspace_id', '=', workspaceId)
    .where('content_hash', '=', hash)
    .executeTakeFirst();
  if (twin !== undefined) return;
  await database
    .deleteFrom('model_replies')
    .where('workspace', '=', workspace)
    .where('key', 'like', `${hash} %`)
    .execute();
}

const Unfinished = z.looseObject({
  messages: z.array(z.looseObject({ messageId: z.string().nullable() })),
  told: z.array(z.string()),
  corrected: z.array(z.string()),
});

/**
 * Briefings that are under way and tell of the quotes: what is not posted yet is not posted any more; one of which nothing is
 * posted is composed anew. Those that are delivered hold no words.
 */
async function forgetPosts(
  database: Database,
  { workspace }: Workspace,
  quotes: readonly { readonly id: string }[],
): Promise<void> {
  const gone = new Set(quotes.map(({ id }) => id));
  const deliveries = await database
    .selectFrom('deliveries')
    .select(['row_id', 'record'])
    .where('workspace', '=', workspace)
    .where('state', '=', 'posting')
    .execute();
  for (const { row_id: rowId, record } of deliveries) {
    const unfinished = Unfinished.parse(JSON.parse(record));
    if (![...unfinished.told, ...unfinished.corrected].some((id) => gone.has(id))) continue;
    const messages = unfinished.messages
      .filter(({ messageId }) => messageId !== null)
      .map((message) => Object.assign(message, { body: null, files: [] }));
    const told = messages.length === 0 ? { told: [], corrected: [] } : {};
    await database
      .updateTable('deliveries')
      .set({ record: JSON.stringify({ ...unfinished, messages, ...told }) })
      .where('row_id', '=', rowId)
      .execute();
  }
}
