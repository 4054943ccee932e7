import type { Selectable } from 'kysely';
import type { Delivery } from '../records/briefing.ts';
import { batchesOf } from './batches.ts';
import type { BriefingStore, DeliveryChanges } from './briefing-store.ts';
import { newId } from './ids.ts';
import type { Database, DeliveryTable } from './tables.ts';

/** What became of the slots of briefings, over either database. */
export function keepDeliveries(
  database: Database,
): Pick<BriefingStore, 'openDelivery' | 'changeDelivery' | 'listDeliveries'> {
  return {
    openDelivery: async (workspace, delivery) => {
      const row = await database
        .insertInto('deliveries')
        .values({ workspace, ...rowOf({ ...delivery, id: newId('d') }) })
        .onConflict((conflict) => conflict.columns(['briefing_id', 'slot']).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : deliveryOf(row);
    },
    changeDelivery: (workspace, deliveryId, changes) =>
      database
        .transaction()
        .execute((transaction) => writeDelivery(transaction, workspace, deliveryId, changes)),
    listDeliveries: async (workspace, briefingId, limit) => {
      const rows = await database
        .selectFrom('deliveries')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('briefing_id', '=', briefingId)
        .orderBy('slot', 'desc')
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },
  };
}

/** Only the holder of a briefing's claim changes its deliveries: no row is locked. */
export async function writeDelivery(
  transaction: Database,
  workspace: string,
  deliveryId: string,
  changes: DeliveryChanges,
): Promise<void> {
  const row = await transaction
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (row === undefined) return;
  await transaction
    .updateTable('deliveries')
    .set(rowOf({ ...deliveryOf(row), ...changes }))
    .where('row_id', '=', row.row_id)
    .execute();
}

/** Of each of these briefings the oldest delivery that is unfinished, by the briefing's id. */
export async function findUnfinished(
  database: Database,
  briefingIds: readonly string[],
): Promise<ReadonlyMap<string, Delivery>> {
  const unfinished = new Map<string, Delivery>();
  for (const batch of batchesOf(briefingIds)) {
    const rows = await database
      .selectFrom('deliveries')
      .selectAll()
      .where('state', '=', 'posting')
      .where('briefing_id', 'in', batch)
      .orderBy('slot', 'desc')
      .execute();
    for (const row of rows) unfinished.set(row.briefing_id, deliveryOf(row));
  }
  return unfinished;
}

function rowOf({ id, briefingId, slot, state, ...rest }: Delivery) {
  return { id, briefing_id: briefingId, slot, state, record: JSON.stringify(rest) };
}

function deliveryOf({
  id,
  briefing_id: briefingId,
  slot,
  state,
  record,
}: Selectable<DeliveryTable>): Delivery {
  return { ...JSON.parse(record), id, briefingId, slot, state };
}
