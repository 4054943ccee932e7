import type { ArticleDraft } from '../records/article.ts';
import { speakerLabel } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import { batchesOf } from './batches.ts';
import {
  countQuotesOf,
  findNewestRow,
  listEarlierQuotes,
  listEarlierRows,
  matchEarlier,
} from './earlier-revisions.ts';
import type { Engine } from './engine.ts';
import { loadQuotes } from './find-quotes.ts';
import { insertQuotes, type PlacedQuote, type QuotedArticle } from './insert-quotes.ts';
import { listRowIds, moveQuotes } from './move-quotes.ts';
import { countNames, removeNames } from './names.ts';
import type { NewQuote } from './store.ts';
import type { Database } from './tables.ts';
import { forgetUtterances } from './utterances.ts';
import { wordsOf } from './words.ts';

/** The newest revision at an address, before another comes. */
export interface Former {
  readonly row_id: number;
  readonly id: string;
  readonly cluster_id: number | null;
  readonly revision: number;
  readonly outlet: string | null;
  readonly modified_at: string | null;
}

/** What tells the address an article stands at, and whose word it is. */
type Standing = Pick<ArticleDraft, 'url' | 'toldBy' | 'revises'>;

/**
 * The newest revision of what an article is another text of: what is stored of its address, else the article that it is
 * said to revise. Who only tells of another site's page never speaks under its address: what a feed says is there is a
 * revision of what the same feed said before, and of nothing else. Null where there is none.
 */
export async function findFormer(
  database: Database,
  workspaceId: number,
  { url, toldBy, revises }: Standing,
): Promise<Former | null> {
  const newest = database
    .selectFrom('articles')
    .select(['row_id', 'id', 'cluster_id', 'revision', 'outlet', 'modified_at'])
    .where('workspace_id', '=', workspaceId);
  const atAddress =
    url === null
      ? undefined
      : await newest
          .where('url', '=', url)
          .where('told_by', toldBy === undefined ? 'is' : '=', toldBy ?? null)
          .where('superseded_by', 'is', null)
          .orderBy('row_id', 'desc')
          .executeTakeFirst();
  if (atAddress !== undefined || revises === undefined) return atAddress ?? null;
  const named = await newest.where('id', '=', revises).executeTakeFirst();
  if (named === undefined) return null;
  const row = await newest
    .where('row_id', '=', await findNewestRow(database, named.row_id))
    .executeTakeFirst();
  return row ?? null;
}

/** Whether an article is older than what is stored of its address; where one of them does not tell, it is newer. */
export function isOlder(
  { modifiedAt = null }: Partial<Pick<ArticleDraft, 'modifiedAt'>>,
  { modified_at: known }: Former,
): boolean {
  return modifiedAt !== null && known !== null && Date.parse(modifiedAt) < Date.parse(known);
}

/**
 * Stores the quotes of a new revision. What stood in an earlier one keeps its id and is found in the new one from now on;
 * what does not stand in it any more is kept where it was, and found no longer.
 */
export async function insertRevision(
  database: Database,
  engine: Engine,
  owner: QuotedArticle,
  { former, quotes }: { readonly former: Former; readonly quotes: readonly PlacedQuote[] },
): Promise<void> {
  const rows = [former.row_id, ...(await listEarlierRows(database, former.row_id))];
  const { kept, fresh } = matchEarlier(quotes, await listEarlierQuotes(database, rows));
  const before = await listRowIds(database, former.row_id);
  await forgetNames(database, owner.workspaceId, await loadQuotes(database, before), former);
  for (const batch of batchesOf(before)) await engine.forgetQuotes(database, batch);
  await forgetUtterances(database, before);
  await moveQuotes(database, engine, owner, kept);
  await insertQuotes(database, engine, owner, fresh);
  await database
    .updateTable('articles')
    .set({ superseded_by: owner.rowId })
    .where('row_id', '=', former.row_id)
    .execute();
  await countQuotesOf(database, rows);
  await nameReplacements(database, former.row_id, fresh);
}

/** Stores the quotes of a revision that comes after a newer one: those that no other revision has, found by nobody. */
export async function insertEarlierRevision(
  database: Database,
  engine: Engine,
  owner: QuotedArticle,
  { former, quotes }: { readonly former: Former; readonly quotes: readonly PlacedQuote[] },
): Promise<void> {
  const rows = [former.row_id, ...(await listEarlierRows(database, former.row_id))];
  const known = new Set((await listEarlierQuotes(database, rows)).map((row) => row.statement));
  const gone = quotes.filter(({ statement }) => !known.has(statement));
  await insertQuotes(database, engine, owner, gone);
  for (const batch of batchesOf(gone)) {
    await engine.forgetQuotes(
      database,
      batch.map(({ rowId }) => rowId),
    );
  }
  await database
    .updateTable('articles')
    .set({ superseded_by: former.row_id, revision: former.revision, quote_count: gone.length })
    .where('row_id', '=', owner.rowId)
    .execute();
  await database
    .updateTable('articles')
    .set({ revision: former.revision + 1 })
    .where('row_id', '=', former.row_id)
    .execute();
}

/** The names of a revision are suggested no longer; those of the new one are counted as any article's. */
async function forgetNames(
  database: Database,
  workspaceId: number,
  quotes: readonly StoredQuote[],
  { outlet }: Former,
): Promise<void> {
  const speakers = quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  await removeNames(database, workspaceId, 'speaker', countNames(speakers));
  await removeNames(database, workspaceId, 'outlet', countNames([{ name: outlet, role: null }]));
}

/** Tells each quote that went which new one of the same speaker has half of its words or more, where there is one. */
export async function nameReplacements(
  database: Database,
  formerRow: number,
  fresh: readonly PlacedQuote[],
): Promise<void> {
  if (fresh.length === 0) return;
  const rowIds = await listRowIds(database, formerRow);
  const gone = await loadQuotes(database, rowIds);
  for (const [index, old] of gone.entries()) {
    const match = fresh.find((next) => isChanged(old, next));
    const rowId = rowIds[index];
    if (match === undefined || rowId === undefined) continue;
    await database
      .updateTable('quotes')
      .set((build) => ({
        replaced_by: build
          .selectFrom('quotes as next')
          .select('next.id')
          .where('next.row_id', '=', match.rowId),
      }))
      .where('row_id', '=', rowId)
      .execute();
  }
}

function isChanged(old: StoredQuote, { quote }: NewQuote): boolean {
  const label = ({ speaker }: Pick<StoredQuote, 'speaker'>) =>
    wordsOf(speaker === null ? '' : speakerLabel(speaker)).join(' ');
  if (label(old) !== label(quote)) return false;
  const [before, after] = [old, quote].map(({ content }) => new Set(wordsOf(content.text)));
  if (before === undefined || after === undefined) return false;
  return before.intersection(after).size * 2 >= Math.max(1, Math.min(before.size, after.size));
}
