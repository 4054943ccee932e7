import { ingestArticle, type IngestDeps } from '../ingest/ingest-article.ts';
import { readSampleArticles } from './sample-articles.ts';

/** Stores the sample articles in a workspace that holds no article, and tells how many: 0 where there was one. */
export async function loadSamples(deps: IngestDeps): Promise<number> {
  const { articles } = await deps.store.measureCorpus(deps.workspace);
  if (articles > 0) return 0;
  const samples = await readSampleArticles();
  for (const sample of samples) await ingestArticle(sample, deps);
  return samples.length;
}
