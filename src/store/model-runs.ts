import type { Store } from './store.ts';
import type { Database } from './tables.ts';

/** The part of the store that keeps what a model was used for. */
export function keepModelRuns(
  database: Database,
): Pick<
  Store,
  'recordModelRun' | 'listModelRuns' | 'sumChargedTokens' | 'findModelReply' | 'keepModelReply'
> {
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
    findModelReply: async (workspace, key) => {
      const row = await database
        .selectFrom('model_replies')
        .select('reply')
        .where('workspace', '=', workspace)
        .where('key', '=', key)
        .executeTakeFirst();
      return row === undefined ? null : JSON.parse(row.reply);
    },
    keepModelReply: async (workspace, key, reply) => {
      const kept = JSON.stringify(reply);
      await database
        .insertInto('model_replies')
        .values({ workspace, key, reply: kept })
        .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ reply: kept }))
        .execute();
    },
  };
}
