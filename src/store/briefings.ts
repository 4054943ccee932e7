import type { Selectable } from 'kysely';
import type { Briefing, BriefingChanges } from '../records/briefing.ts';
import type { BriefingClaim, BriefingStore, ClaimedBriefing } from './briefing-store.ts';
import { findUnfinished } from './deliveries.ts';
import type { Engine } from './engine.ts';
import { newId } from './ids.ts';
import type { BriefingTable, Database } from './tables.ts';

type Kept =
  | 'addBriefing'
  | 'listBriefings'
  | 'findBriefing'
  | 'changeBriefing'
  | 'removeBriefing'
  | 'claimBriefings'
  | 'holdBriefing';

/** Briefings over either database. `record` holds what no query looks at. */
export function keepBriefings(database: Database, engine: Engine): Pick<BriefingStore, Kept> {
  return {
    addBriefing: async (workspace, draft) => {
      const row = await database
        .insertInto('briefings')
        .values({ workspace, ...rowOf({ ...draft, id: newId('b') }) })
        .onConflict((conflict) => conflict.columns(['workspace', 'name_key']).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : briefingOf(row);
    },
    listBriefings: async (workspace) => {
      const rows = await database
        .selectFrom('briefings')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('name_key')
        .execute();
      return rows.map(briefingOf);
    },
    findBriefing: async (workspace, briefingId) => {
      const row = await selectBriefing(database, workspace, briefingId).executeTakeFirst();
      return row === undefined ? null : briefingOf(row);
    },
    changeBriefing: (workspace, briefingId, changes) =>
      database.transaction().execute(async (transaction) => {
        const row = await selectBriefing(transaction, workspace, briefingId)
          .$if(engine.locksRows, (query) => query.forUpdate())
          .executeTakeFirst();
        return row === undefined ? null : writeBriefing(transaction, row, changes);
      }),
    removeBriefing: (workspace, briefingId) =>
      database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('briefings')
          .where('workspace', '=', workspace)
          .where('id', '=', briefingId)
          .executeTakeFirst();
        await transaction
          .deleteFrom('deliveries')
          .where('workspace', '=', workspace)
          .where('briefing_id', '=', briefingId)
          .execute();
        return numDeletedRows > 0n;
      }),
    claimBriefings: (claim) => claimBriefings(database, engine, claim),
    holdBriefing: async (workspace, briefingId, claim, until) => {
      const { numUpdatedRows } = await database
        .updateTable('briefings')
        .set({ lease_until: until })
        .where('workspace', '=', workspace)
        .where('id', '=', briefingId)
        .where('claim', '=', claim)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

export function selectBriefing(database: Database, workspace: string, briefingId: string) {
  return database
    .selectFrom('briefings')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', briefingId);
}

/** Writes what a briefing becomes; a name that another one has is left as it was. */
export async function writeBriefing(
  transaction: Database,
  row: Selectable<BriefingTable>,
  changes: BriefingChanges,
): Promise<Briefing> {
  const before = briefingOf(row);
  const wanted = { ...before, ...changes };
  const namesake = await transaction
    .selectFrom('briefings')
    .select('row_id')
    .where('workspace', '=', row.workspace)
    .where('name_key', '=', keyOf(wanted.name))
    .where('row_id', '<>', row.row_id)
    .executeTakeFirst();
  const changed = namesake === undefined ? wanted : { ...wanted, name: before.name };
  await transaction.updateTable('briefings').set(rowOf(changed)).where('row_id', '=', row.row_id).execute();
  return changed;
}

/** One statement, so that two processes never claim the same briefing. */
async function claimBriefings(
  database: Database,
  engine: Engine,
  { now, until, limit, briefingId }: BriefingClaim,
): Promise<readonly ClaimedBriefing[]> {
  const claim = newId('b');
  const rows = await database
    .updateTable('briefings')
    .set({ lease_until: until, claim })
    .where('row_id', 'in', (build) =>
      build
        .selectFrom('briefings')
        .select('row_id')
        .where((held) => held.or([held('lease_until', 'is', null), held('lease_until', '<=', now)]))
        .$if(briefingId !== undefined, (one) => one.where('id', '=', briefingId ?? ''))
        .$if(briefingId === undefined, (some) =>
          some
            .where('state', '=', 'active')
            .where((due) =>
              due.or([
                due('next_slot', '<=', now),
                due(
                  'id',
                  'in',
                  due
                    .selectFrom('deliveries')
                    .select('briefing_id')
                    .where('deliveries.state', '=', 'posting'),
                ),
              ]),
            ),
        )
        .orderBy('next_slot')
        .orderBy('row_id')
        .limit(limit)
        .$if(engine.locksRows, (query) => query.forUpdate().skipLocked()),
    )
    .returningAll()
    .execute();
  const unfinished = await findUnfinished(
    database,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      workspace: row.workspace,
      briefing: briefingOf(row),
      claim,
      unfinished: unfinished.get(row.id) ?? null,
    }))
    .toSorted((left, right) => compare(left.briefing.nextSlot ?? '', right.briefing.nextSlot ?? ''));
}

const compare = (left: string, right: string): number => Number(left > right) - Number(left < right);

const keyOf = (name: string): string => name.toLowerCase();

function rowOf({ id, state, nextSlot, ...rest }: Briefing) {
  return { id, state, next_slot: nextSlot, name_key: keyOf(rest.name), record: JSON.stringify(rest) };
}

function briefingOf({ id, state, next_slot: nextSlot, record }: Selectable<BriefingTable>): Briefing {
  return { ...JSON.parse(record), id, state, nextSlot };
}
