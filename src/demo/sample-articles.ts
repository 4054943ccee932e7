import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArticle } from '../article/read.ts';
import type { ArticleDraft } from '../records/article.ts';

/** What a first run asks of the sample articles. */
export const WORKED_QUESTION = '/who-denied missile transfer';

/** Where the sample articles are. */
export const SAMPLE_FOLDER = import.meta.dirname;

/** The sample articles, in the order in which they appeared: invented countries, people, outlets and words. */
export async function readSampleArticles(): Promise<readonly ArticleDraft[]> {
  const names = (await readdir(SAMPLE_FOLDER)).filter((name) => name.endsWith('.md')).toSorted();
  return Promise.all(
    names.map(async (fileName) =>
      readArticle({ bytes: await readFile(join(SAMPLE_FOLDER, fileName)), fileName, overrides: {} }),
    ),
  );
}
