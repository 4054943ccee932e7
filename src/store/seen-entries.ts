import type { SeenEntry } from '../records/feed-subscription.ts';
import { batchesOf } from './batches.ts';
import type { FeedStore } from './feed-store.ts';
import type { Database, SeenEntryTable } from './tables.ts';

/** The part of the store that remembers which entries of feeds were seen. */
export function keepSeenEntries(
  database: Database,
): Pick<FeedStore, 'findSeenEntries' | 'noteSeenEntries' | 'findDueTeasers'> {
  return {
    findSeenEntries: async (workspace, keys) => {
      const seen: SeenEntry[] = [];
      for (const batch of batchesOf(keys)) {
        const rows = await database
          .selectFrom('seen_entries')
          .selectAll()
          .where('workspace', '=', workspace)
          .where('key', 'in', [...batch])
          .execute();
        seen.push(...rows.map(entryOf));
      }
      return seen;
    },
    noteSeenEntries: async (workspace, entries) => {
      const rows = new Map(entries.map((entry) => [entry.key, rowOf(workspace, entry)]));
      for (const batch of batchesOf([...rows.values()])) {
        await database
          .insertInto('seen_entries')
          .values(batch)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'key']).doUpdateSet((build) => ({
              status: build.ref('excluded.status'),
              attempts: build.ref('excluded.attempts'),
              feed_id: build.ref('excluded.feed_id'),
              article_id: build.ref('excluded.article_id'),
              fingerprint: build.ref('excluded.fingerprint'),
              due_at: build.ref('excluded.due_at'),
            })),
          )
          .execute();
      }
    },
    findDueTeasers: async (workspace, { feedId, now, limit }) => {
      const rows = await database
        .selectFrom('seen_entries')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('status', '=', 'teaser')
        .where('feed_id', '=', feedId)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
  };
}

function rowOf(workspace: string, entry: SeenEntry): SeenEntryTable {
  const { key, status, attempts, feedId, articleId, fingerprint, dueAt } = entry;
  const links = { feed_id: feedId, article_id: articleId };
  return { workspace, key, status, attempts, ...links, fingerprint, due_at: dueAt };
}

function entryOf(row: SeenEntryTable): SeenEntry {
  const { key, status, attempts, fingerprint } = row;
  return {
    key,
    status,
    attempts,
    feedId: row.feed_id,
    articleId: row.article_id,
    fingerprint,
    dueAt: row.due_at,
  };
}
