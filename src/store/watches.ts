import type { Selectable } from 'kysely';
import { Watch } from '../records/watch.ts';
import type { Engine } from './engine.ts';
import { newId } from './ids.ts';
import type { Database, WatchTable } from './tables.ts';
import type { ClaimedWatch, WatchClaim, WatchStore } from './watch-store.ts';

/** The watches over either database. `record` holds what no query looks at. */
export function keepWatches(database: Database, engine: Engine): WatchStore {
  return {
    addWatch: async (workspace, draft) => {
      const row = await database
        .insertInto('watches')
        .values({ workspace, ...rowOf({ ...draft, id: newId('w') }) })
        .returningAll()
        .executeTakeFirstOrThrow();
      return watchOf(row);
    },
    listWatches: async (workspace) => {
      const rows = await selectWatches(database, workspace).orderBy('row_id').execute();
      return rows.map(watchOf);
    },
    changeWatch: (workspace, watchId, changes) =>
      database.transaction().execute(async (transaction) => {
        const row = await selectWatches(transaction, workspace)
          .where('id', '=', watchId)
          .$if(engine.locksRows, (query) => query.forUpdate())
          .executeTakeFirst();
        if (row === undefined) return null;
        const changed = { ...watchOf(row), ...changes };
        await transaction
          .updateTable('watches')
          .set({ ...rowOf(changed), ...(changes.nextLook === undefined ? {} : { lease_until: null }) })
          .where('row_id', '=', row.row_id)
          .execute();
        return changed;
      }),
    removeWatch: async (workspace, watchId) => {
      const { numDeletedRows } = await database
        .deleteFrom('watches')
        .where('workspace', '=', workspace)
        .where('id', '=', watchId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    holdWatch: async (workspace, watchId, { held, until }) => {
      const { numUpdatedRows } = await database
        .updateTable('watches')
        .set({ lease_until: until })
        .where('workspace', '=', workspace)
        .where('id', '=', watchId)
        .where('lease_until', '=', held)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    claimWatches: (claim) => claimWatches(database, engine, claim),
  };
}

/** One statement, so that two processes never claim the same watch. */
async function claimWatches(
  database: Database,
  engine: Engine,
  { now, until, limit }: WatchClaim,
): Promise<readonly ClaimedWatch[]> {
  const rows = await database
    .updateTable('watches')
    .set({ lease_until: until })
    .where('row_id', 'in', (build) =>
      build
        .selectFrom('watches')
        .select('watches.row_id')
        .where('state', '=', 'active')
        .where('next_look', '<=', now)
        .where((held) => held.or([held('lease_until', 'is', null), held('lease_until', '<=', now)]))
        .where((work) =>
          work.or([
            work('is_pending', '=', 1),
            work.exists(
              work
                .selectFrom('workspaces')
                .select('workspaces.row_id')
                .whereRef('workspaces.name', '=', 'watches.workspace')
                .whereRef('workspaces.last_quote', '>', 'watches.told_up_to'),
            ),
          ]),
        )
        .orderBy('next_look')
        .limit(limit)
        .$if(engine.locksRows, (query) => query.forUpdate().skipLocked()),
    )
    .returningAll()
    .execute();
  return rows.map((row) => ({ workspace: row.workspace, watch: watchOf(row) }));
}

function selectWatches(database: Database, workspace: string) {
  return database.selectFrom('watches').selectAll().where('workspace', '=', workspace);
}

function rowOf({ id, state, nextLook, toldUpTo, ...rest }: Watch) {
  return {
    id,
    state,
    next_look: nextLook,
    told_up_to: toldUpTo,
    is_pending: rest.pending === null ? 0 : 1,
    record: JSON.stringify(rest),
  };
}

function watchOf(row: Selectable<WatchTable>): Watch {
  const { id, state, next_look: nextLook, told_up_to: toldUpTo, record } = row;
  return Watch.parse({ ...JSON.parse(record), id, state, nextLook, toldUpTo });
}
