import { StoreError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import { NOT_EXTRACTED, type Extraction } from '../records/extraction.ts';
import type { Engine } from './engine.ts';
import { insertExtraction } from './extractions.ts';
import { insertQuotes } from './insert-quotes.ts';
import { newId } from './ids.ts';
import { linkCopies } from './link-copies.ts';
import { addNames, countNames } from './names.ts';
import { findFormer, insertEarlierRevision, insertRevision, isOlder, type Former } from './revisions.ts';
import { rowIdsOf } from './row-ids.ts';
import type { ArticleIdentity, NewArticle, NewQuote, SavedArticle } from './store.ts';
import type { Database } from './tables.ts';
import { groupUtterances } from './utterances.ts';
import { wordsOf } from './words.ts';

/** An article and its quotes, as they are handed to the store. */
export interface Submission {
  readonly article: NewArticle;
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
    const twins = await findTwins(transaction, workspace.id, article.contentHash);
    const former = await findFormer(transaction, workspace.id, article);
    const known = duplicateAmong(twins, article, former);
    if (known !== null) return known;
    const older = former !== null && isOlder(article, former);
    const stored = await insertArticle(transaction, workspace.id, submission, former);
    const ids = { article_id: stored.row_id, workspace_id: workspace.id };
    await insertExtraction(transaction, ids, submission.extraction ?? NOT_EXTRACTED);
    const owner = { workspaceId: workspace.id, rowId: stored.row_id, article };
    const placed = quotes.map((quote, index) => ({ ...quote, rowId: workspace.firstQuote + index }));
    if (former === null) await insertQuotes(transaction, engine, owner, placed);
    else if (older) await insertEarlierRevision(transaction, engine, owner, { former, quotes: placed });
    else await insertRevision(transaction, engine, owner, { former, quotes: placed });
    if (!older) await suggestNamesOf(transaction, workspace.id, submission);
    const own = { row_id: stored.row_id, sketch: article.sketch ?? [] };
    const { copyOf, joined } = await linkCopies(transaction, workspace.id, own, { twins, former });
    const statements = quotes.map(({ statement }) => statement);
    await groupUtterances(transaction, stored.row_id, joined || former !== null ? null : statements);
    const saved = { articleId: stored.id, quotes: quotes.length };
    if (former !== null) return { ...saved, status: 'revised', revisionOf: former.id };
    return copyOf === null ? { ...saved, status: 'stored' } : { ...saved, status: 'near-duplicate', copyOf };
  });
}

/** The speakers and the outlet of an article are suggested from now on. */
async function suggestNamesOf(
  database: Database,
  workspaceId: number,
  { article, quotes }: Submission,
): Promise<void> {
  const speakers = quotes.map(({ quote }) => quote.speaker).filter((speaker) => speaker !== null);
  await addNames(database, workspaceId, 'speaker', countNames(speakers));
  await addNames(database, workspaceId, 'outlet', countNames([{ name: article.outlet, role: null }]));
}

/** The stored article of which one is a duplicate: the same text, and not known to come from another outlet. */
export async function findByContent(
  database: Database,
  workspaceId: number,
  identity: ArticleIdentity,
): Promise<SavedArticle | null> {
  const twins = await findTwins(database, workspaceId, identity.contentHash);
  if (twins.length === 0) return null;
  return duplicateAmong(twins, identity, await findFormer(database, workspaceId, identity));
}

/** The articles of this workspace with this very text: those that stand, then those that others superseded, each in the order of storing. */
async function findTwins(database: Database, workspaceId: number, contentHash: string) {
  const twins = await database
    .selectFrom('articles')
    .select(['row_id', 'id', 'cluster_id', 'quote_count', 'outlet', 'url', 'told_by', 'superseded_by'])
    .where('workspace_id', '=', workspaceId)
    .where('content_hash', '=', contentHash)
    .orderBy('row_id')
    .execute();
  const isFormer = (twin: { superseded_by: number | null }) => (twin.superseded_by === null ? 0 : 1);
  return twins.toSorted((a, b) => isFormer(a) - isFormer(b));
}

/** `former` is what stands at the article's address. Its page may have gone back to a text that it had before. */
function duplicateAmong(
  twins: Awaited<ReturnType<typeof findTwins>>,
  identity: ArticleIdentity,
  former: Former | null,
): SavedArticle | null {
  const twin = twins.find((known) => !isElsewhere(known, identity));
  if (twin === undefined) return null;
  const isBack =
    identity.isLive === true &&
    former !== null &&
    twin.superseded_by !== null &&
    twin.url === identity.url &&
    twin.told_by === (identity.toldBy ?? null) &&
    !isOlder(identity, former);
  return isBack ? null : { articleId: twin.id, status: 'duplicate', quotes: twin.quote_count };
}

type Place = Pick<ArticleDraft, 'outlet' | 'url'>;

/** Whether two places are known to be different outlets: by their names, else by the hosts of their addresses. */
function isElsewhere(one: Place, other: Place): boolean {
  if (one.url !== null && one.url === other.url) return false;
  const [first, second] = [one, other].map(({ outlet }) => wordsOf(outlet ?? '').join(' '));
  if (first && second) return first !== second;
  const [host, otherHost] = [one, other].map(({ url }) => URL.parse(url ?? '')?.host.replace(/^www\./u, ''));
  return host !== undefined && otherHost !== undefined && host !== otherHost;
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

/**
 * The workspace, made when it is new, and the row id of the first of `count` quotes to come. Its row stays locked until
 * the transaction ends, so that of two articles stored at once one sees the other.
 */
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

async function insertArticle(
  database: Database,
  workspaceId: number,
  submission: Submission,
  former: Former | null,
) {
  const { article, quotes, storedAt } = submission;
  return database
    .insertInto('articles')
    .values({
      id: newId('a'),
      workspace_id: workspaceId,
      revision: (former?.revision ?? 0) + 1,
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
      teaser: article.teaser ?? null,
      told_by: article.toldBy ?? null,
    })
    .returning(['row_id', 'id'])
    .executeTakeFirstOrThrow();
}
