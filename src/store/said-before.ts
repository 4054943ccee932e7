import { batchesOf } from './batches.ts';
import { loadQuotes } from './find-quotes.ts';
import { rowIdsOf } from './row-ids.ts';
import type { Database } from './tables.ts';
import type { RecordBefore } from './told-store.ts';
import { wordsOf } from './words.ts';

/**
 * Statements of fewer words, such as “declined to comment”, are made again on other days: only on the same days, or in a
 * copy of the same article, are they the ones that were told.
 */
export const TELLING_WORDS = 6;

/** Which of these quotes say what a quote on the record `before` says: by the measure by which the told is known again. */
export async function findSaidBefore(
  database: Database,
  workspaceId: number,
  quoteIds: readonly string[],
  before: RecordBefore,
): Promise<ReadonlySet<string>> {
  const said = new Set<string>();
  for (const batch of batchesOf(quoteIds)) {
    for (const id of await findAmong(database, workspaceId, batch, before)) said.add(id);
  }
  return said;
}

async function findAmong(
  database: Database,
  workspaceId: number,
  quoteIds: readonly string[],
  { upTo, isDated }: RecordBefore,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('quotes')
    .select('row_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', quoteIds)
    .execute();
  const quotes = await loadQuotes(
    database,
    rows.map((row) => row.row_id),
  );
  const long = quotes.filter(({ content }) => wordsOf(content.text).length >= TELLING_WORDS);
  const found = await database
    .selectFrom('quotes')
    .innerJoin('articles', 'articles.row_id', 'quotes.article_id')
    .innerJoin('quotes as before', (join) =>
      join
        .onRef('before.workspace_id', '=', 'quotes.workspace_id')
        .onRef('before.statement', '=', 'quotes.statement'),
    )
    .innerJoin('articles as earlier', 'earlier.row_id', 'before.article_id')
    .select('quotes.id')
    .distinct()
    .where('quotes.statement', '<>', '')
    .where('quotes.workspace_id', '=', workspaceId)
    .where('quotes.id', 'in', quoteIds)
    .where('before.row_id', '<', rowIdsOf(workspaceId).first + upTo)
    .$if(isDated, (query) => query.where('earlier.published_at', 'is not', null))
    .where((same) =>
      same.or([
        ...(long.length === 0
          ? []
          : [
              same(
                'quotes.id',
                'in',
                long.map(({ id }) => id),
              ),
            ]),
        same('before.day_to', '=', same.ref('quotes.day_to')),
        same('earlier.cluster_id', '=', same.ref('articles.cluster_id')),
      ]),
    )
    .execute();
  return found.map((row) => row.id);
}
