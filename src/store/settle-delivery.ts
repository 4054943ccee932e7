import type { BriefingStore } from './briefing-store.ts';
import { selectBriefing, writeBriefing } from './briefings.ts';
import { writeDelivery } from './deliveries.ts';
import type { Engine } from './engine.ts';
import type { Database } from './tables.ts';

/** The end of a delivery: it and its briefing change together or not at all. */
export function keepSettlements(database: Database, engine: Engine): Pick<BriefingStore, 'settleDelivery'> {
  return {
    settleDelivery: (workspace, { id, briefingId }, { claim, delivery, briefing, nextSlot }) =>
      database.transaction().execute(async (transaction) => {
        const row = await selectBriefing(transaction, workspace, briefingId)
          .$if(engine.locksRows, (query) => query.forUpdate())
          .executeTakeFirst();
        if (row === undefined || row.claim !== claim) return false;
        await writeDelivery(transaction, workspace, id, delivery);
        const isMoved = nextSlot !== null && nextSlot.from === row.next_slot;
        await writeBriefing(transaction, row, {
          ...briefing,
          ...(isMoved ? { nextSlot: nextSlot.to } : {}),
        });
        await transaction
          .updateTable('briefings')
          .set({ lease_until: null, claim: null })
          .where('row_id', '=', row.row_id)
          .execute();
        return true;
      }),
  };
}
