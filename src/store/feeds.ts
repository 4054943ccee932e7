import type { Selectable, Transaction } from 'kysely';
import type { FeedChanges, FeedSubscription } from '../records/feed-subscription.ts';
import type { Engine } from './engine.ts';
import type { FeedClaim, FeedStore } from './feed-store.ts';
import { newId } from './ids.ts';
import type { Database, FeedTable, Tables } from './tables.ts';

/** The feeds over either database. `record` holds what no query looks at. */
export function keepFeeds(
  database: Database,
  engine: Engine,
): Omit<FeedStore, 'findSeenEntries' | 'noteSeenEntries' | 'findDueTeasers'> {
  return {
    addFeed: async (workspace, feed) => {
      const id = newId('f');
      const inserted = await database
        .insertInto('feeds')
        .values({ workspace, ...rowOf({ ...feed, id }) })
        .onConflict((conflict) => conflict.columns(['workspace', 'url']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (inserted !== undefined) return { feed: feedOf(inserted), isNew: true };
      const row = await findFeed(database, workspace, 'url', feed.url).executeTakeFirstOrThrow();
      return { feed: feedOf(row), isNew: false };
    },
    listFeeds: async (workspace) => {
      const rows = await database
        .selectFrom('feeds')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('url')
        .execute();
      return rows.map(feedOf);
    },
    changeFeed: (workspace, feedId, changes) =>
      database.transaction().execute(async (transaction) => {
        const row = await findFeed(transaction, workspace, 'id', feedId)
          .$if(engine.locksRows, (query) => query.forUpdate())
          .executeTakeFirst();
        return row === undefined ? null : writeChanges(transaction, row, changes);
      }),
    removeFeed: async (workspace, feedId) => {
      const { numDeletedRows } = await database
        .deleteFrom('feeds')
        .where('workspace', '=', workspace)
        .where('id', '=', feedId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    claimFeeds: (claim) => claimFeeds(database, engine, claim),
  };
}

/** One statement, so that two processes never claim the same feed. */
async function claimFeeds(database: Database, engine: Engine, { now, until, limit, feedId }: FeedClaim) {
  const rows = await database
    .updateTable('feeds')
    .set({ lease_until: until })
    .where('row_id', 'in', (build) =>
      build
        .selectFrom('feeds')
        .select('row_id')
        .where((held) => held.or([held('lease_until', 'is', null), held('lease_until', '<=', now)]))
        .$if(feedId === undefined, (due) => due.where('state', '=', 'active').where('next_try', '<=', now))
        .$if(feedId !== undefined, (one) => one.where('id', '=', feedId ?? ''))
        .orderBy('next_try')
        .limit(limit)
        .$if(engine.locksRows, (query) => query.forUpdate().skipLocked()),
    )
    .returningAll()
    .execute();
  return rows.map((row) => ({ workspace: row.workspace, feed: feedOf(row) }));
}

function findFeed(database: Database, workspace: string, column: 'id' | 'url', value: string) {
  return database
    .selectFrom('feeds')
    .selectAll()
    .where('workspace', '=', workspace)
    .where(column, '=', value);
}

async function writeChanges(
  transaction: Transaction<Tables>,
  row: Selectable<FeedTable>,
  changes: FeedChanges,
): Promise<FeedSubscription> {
  const wanted = { ...feedOf(row), ...changes };
  const isTaken =
    wanted.url !== row.url &&
    (await findFeed(transaction, row.workspace, 'url', wanted.url).executeTakeFirst()) !== undefined;
  const changed = isTaken ? { ...wanted, url: row.url } : wanted;
  await transaction
    .updateTable('feeds')
    .set({ ...rowOf(changed), ...(changes.nextTry === undefined ? {} : { lease_until: null }) })
    .where('row_id', '=', row.row_id)
    .execute();
  return changed;
}

function rowOf({ id, url, state, nextTry, ...rest }: FeedSubscription) {
  return { id, url, state, next_try: nextTry, record: JSON.stringify(rest) };
}

function feedOf({ id, url, state, next_try: nextTry, record }: Selectable<FeedTable>): FeedSubscription {
  return { ...JSON.parse(record), id, url, state, nextTry };
}
