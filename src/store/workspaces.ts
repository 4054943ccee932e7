import type { Database } from './tables.ts';

/** The row of a workspace; null for one that nobody has stored in. */
export async function findWorkspace(database: Database, name: string): Promise<number | null> {
  const row = await database
    .selectFrom('workspaces')
    .select('row_id')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.row_id ?? null;
}

/**
 * Its row, held until the transaction ends, as storing holds it: of two that store, link or forget at once one sees what
 * the other did.
 */
export async function holdWorkspace(transaction: Database, name: string): Promise<number | null> {
  const row = await transaction
    .updateTable('workspaces')
    .set((build) => ({ last_quote: build.ref('last_quote') }))
    .where('name', '=', name)
    .returning('row_id')
    .executeTakeFirst();
  return row?.row_id ?? null;
}
