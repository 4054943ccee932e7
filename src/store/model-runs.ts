import type { Store } from './store.ts';
import type { Database } from './tables.ts';

/** The part of the store that keeps what a model was used for. */
export function keepModelRuns(
  database: Database,
): Pick<Store, 'recordModelRun' | 'listModelRuns' | 'sumChargedTokens'> {
  return {
    recordModelRun: async (workspace, run) => {
      const { at, chargedTokens } = run;
      const record = JSON.stringify(run);
      await database
        .insertInto('model_runs')
        .values({ workspace, at, charged_tokens: chargedTokens, record })
        .execute();
    },
    listModelRuns: async (workspace, since, limit) => {
      const rows = await database
        .selectFrom('model_runs')
        .select('record')
        .where('workspace', '=', workspace)
        .where('at', '>=', since)
        .orderBy('at', 'desc')
        .orderBy('row_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ record }) => JSON.parse(record));
    },
    sumChargedTokens: async (workspace, since) => {
      const { charged } = await database
        .selectFrom('model_runs')
        .select(({ fn }) => fn.sum<number | null>('charged_tokens').as('charged'))
        .where('workspace', '=', workspace)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return charged ?? 0;
    },
  };
}
