import type { SeenEntry } from '../records/feed-subscription.ts';
import { batchesOf } from './batches.ts';
import type { FeedStore } from './feed-store.ts';
import type { Database } from './tables.ts';

/** The part of the store that remembers which entries of feeds were seen. */
export function keepSeenEntries(database: Database): Pick<FeedStore, 'findSeenEntries' | 'noteSeenEntries'> {
  return {
    findSeenEntries: async (workspace, keys) => {
      const seen: SeenEntry[] = [];
      for (const batch of batchesOf(keys)) {
        const rows = await database
          .selectFrom('seen_entries')
          .select(['key', 'status', 'attempts'])
          .where('workspace', '=', workspace)
          .where('key', 'in', [...batch])
          .execute();
        seen.push(...rows);
      }
      return seen;
    },
    noteSeenEntries: async (workspace, entries) => {
      const rows = new Map(entries.map((entry) => [entry.key, { workspace, ...entry }]));
      for (const batch of batchesOf([...rows.values()])) {
        await database
          .insertInto('seen_entries')
          .values(batch)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'key']).doUpdateSet((build) => ({
              status: build.ref('excluded.status'),
              attempts: build.ref('excluded.attempts'),
            })),
          )
          .execute();
      }
    },
  };
}
