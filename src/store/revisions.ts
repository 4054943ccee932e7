import type { ArticleDraft } from '../records/article.ts';
import { speakerLabel } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import { batchesOf } from './batches.ts';
import { listRowIds } from './article-quotes.ts';
import type { Engine } from './engine.ts';
import { loadQuotes } from './find-quotes.ts';
import {
  daysOf,
  indexQuotes,
  insertQuotes,
  linkQuotes,
  type PlacedQuote,
  type QuotedArticle,
} from './insert-quotes.ts';
import { countNames, removeNames } from './names.ts';
import { encodeQuote } from './quote-record.ts';
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

/** Null where nothing of this address is stored. */
export async function findFormer(
  database: Database,
  workspaceId: number,
  { url }: Pick<ArticleDraft, 'url'>,
): Promise<Former | null> {
  if (url === null) return null;
  const row = await database
    .selectFrom('articles')
    .select(['row_id', 'id', 'cluster_id', 'revision', 'outlet', 'modified_at'])
    .where('workspace_id', '=', workspaceId)
    .where('url', '=', url)
    .where('superseded_by', 'is', null)
    .orderBy('row_id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Whether an article is older than what is stored of its address; where one of them does not tell, it is newer. */
export function isOlder({ modifiedAt }: ArticleDraft, { modified_at: known }: Former): boolean {
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
  const known = Map.groupBy(await listEarlier(database, owner, former), (row) => row.statement);
  const kept: PlacedQuote[] = [];
  const fresh: PlacedQuote[] = [];
  for (const next of quotes) {
    const same = known.get(next.statement)?.shift();
    if (same === undefined) fresh.push(next);
    else kept.push({ ...next, rowId: same.row_id });
  }
  const before = await listRowIds(database, former.row_id);
  await forgetNames(database, owner.workspaceId, await loadQuotes(database, before), former);
  for (const batch of batchesOf(before)) await engine.forgetQuotes(database, batch);
  await forgetUtterances(database, before);
  const linked = await linkQuotes(database, owner, kept);
  for (const { quote, statement, rowId, speaker } of linked) {
    const record = encodeQuote(quote, owner.article.text);
    const speakerId = speaker?.rowId ?? null;
    const moved = { article_id: owner.rowId, record, statement, speaker_id: speakerId, replaced_by: null };
    await database
      .updateTable('quotes')
      .set({ ...moved, ...daysOf(quote, owner.article) })
      .where('row_id', '=', rowId)
      .execute();
  }
  await indexQuotes(database, engine, owner, linked);
  await insertQuotes(database, engine, owner, fresh);
  await database
    .updateTable('articles')
    .set({ superseded_by: owner.rowId, quote_count: (await listRowIds(database, former.row_id)).length })
    .where('row_id', '=', former.row_id)
    .execute();
  await nameReplacements(database, former.row_id, fresh);
}

/** Stores the quotes of a revision that comes after a newer one: those that no other revision has, found by nobody. */
export async function insertEarlierRevision(
  database: Database,
  engine: Engine,
  owner: QuotedArticle,
  { former, quotes }: { readonly former: Former; readonly quotes: readonly PlacedQuote[] },
): Promise<void> {
  const earlier = await listEarlier(database, owner, former);
  const known = new Set(earlier.map((row) => row.statement));
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

/** The quotes of every revision at an address, those of the newest first. */
async function listEarlier(database: Database, { workspaceId, rowId }: QuotedArticle, former: Former) {
  const rows = await database
    .selectFrom('articles')
    .innerJoin('quotes', 'quotes.article_id', 'articles.row_id')
    .select(['quotes.row_id', 'quotes.article_id', 'quotes.statement'])
    .where('articles.workspace_id', '=', workspaceId)
    .where('articles.url', '=', (build) =>
      build.selectFrom('articles as last').select('last.url').where('last.row_id', '=', former.row_id),
    )
    .where('articles.row_id', '!=', rowId)
    .where('quotes.statement', '<>', '')
    .orderBy('quotes.row_id')
    .execute();
  const isNewest = (row: { article_id: number }) => (row.article_id === former.row_id ? 0 : 1);
  return rows.toSorted((a, b) => isNewest(a) - isNewest(b));
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
async function nameReplacements(
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
