import { batchesOf } from './batches.ts';
import type { Store } from './store.ts';
import type { Database } from './tables.ts';

/** The part of the store that remembers which files of this machine were imported. */
export function keepImportedFiles(database: Database): Pick<Store, 'findImportedFile' | 'noteImportedFiles'> {
  return {
    findImportedFile: async (workspace, path, stamp) => {
      const row = await database
        .selectFrom('imported_files')
        .innerJoin('articles', 'articles.id', 'imported_files.article_id')
        .select(['articles.id', 'articles.title', 'articles.quote_count'])
        .where('workspace', '=', workspace)
        .where('path', '=', path)
        .where('stamp', '=', stamp)
        .executeTakeFirst();
      return row === undefined ? null : { articleId: row.id, title: row.title, quotes: row.quote_count };
    },
    noteImportedFiles: async (workspace, files) => {
      // The last of two with one path, since a row can be written once a statement.
      const rows = new Map(
        files.map(({ path, stamp, articleId }) => [path, { workspace, path, stamp, article_id: articleId }]),
      );
      for (const batch of batchesOf([...rows.values()])) {
        await database
          .insertInto('imported_files')
          .values(batch)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'path']).doUpdateSet((build) => ({
              stamp: build.ref('excluded.stamp'),
              article_id: build.ref('excluded.article_id'),
            })),
          )
          .execute();
      }
    },
  };
}
