import type { Article } from '../records/article.ts';
import type { SeenEntry } from '../records/feed-subscription.ts';
import { rereadDue, revisionOf, teaserDue } from './entry-rereads.ts';
import { passes } from './feed-entry.ts';
import { readFromUrl } from './ingest-url.ts';
import { explain, type EntryContext, type EntryDeps } from './poll-feed-entries.ts';

/** Each entry is noted under two keys. */
const KEYS_AT_ONCE = 40;

/**
 * Asks again for the pages of a feed's teasers that are due, whether or not the feed changed or still lists them. A page
 * that is there now is a revision of its teaser. Resolves to how many came. Rejects with StoreError alone.
 */
export async function retryTeasers(context: EntryContext, deps: EntryDeps): Promise<number> {
  const { workspace, subscription, stopAt, signal } = context;
  const due = await deps.store.findDueTeasers(workspace, {
    feedId: subscription.id,
    now: deps.now().toISOString(),
    limit: KEYS_AT_ONCE,
  });
  let came = 0;
  for (const [articleId, entries] of Map.groupBy(due, (entry) => entry.articleId)) {
    if (signal?.aborted === true || deps.now() >= stopAt) break;
    const article = articleId === null ? null : await deps.store.findArticle(workspace, articleId);
    const attempts = entries[0]?.attempts ?? 0;
    const changes = await retryPage(article, attempts, context, deps);
    await deps.store.noteSeenEntries(
      workspace,
      entries.map((entry) => changed(entry, changes)),
    );
    if (changes.status === 'stored') came += 1;
  }
  return came;
}

type Retried = Partial<Pick<SeenEntry, 'status' | 'attempts' | 'articleId' | 'dueAt'>>;

function changed(entry: SeenEntry, changes: Retried): SeenEntry {
  return { ...entry, ...changes };
}

/** Null for an article that was forgotten: it does not come back. */
async function retryPage(
  article: Article | null,
  attempts: number,
  { workspace, subscription, signal }: EntryContext,
  deps: EntryDeps,
): Promise<Retried> {
  const never = { dueAt: null };
  if (article === null || article.url === null) return never;
  try {
    const overrides = { published: article.publishedAt ?? undefined };
    const page = await readFromUrl(article.url, deps, { overrides, signal });
    const wanted = passes(`${page.title ?? ''}\n${page.text}`, subscription.filters);
    const revision = wanted ? revisionOf(page, article) : null;
    if (revision === null) return never;
    const title = revision.title ?? article.title;
    const { articleId } = await deps.ingest(workspace, { ...revision, title });
    return { status: 'stored', attempts: 0, articleId, dueAt: rereadDue(deps.now(), 0) };
  } catch (error) {
    const { isTried } = explain(error, { link: article.url }, deps);
    const tries = attempts + (isTried ? 1 : 0);
    return { attempts: tries, dueAt: teaserDue(deps.now(), tries) };
  }
}
