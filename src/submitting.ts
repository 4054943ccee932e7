import type { Among, Caller, CommandDeps, Submission } from '../commands/command.ts';
import type { ArticleWorkers } from './article-workers.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import { ingestArticle, type IngestDeps } from './ingest/ingest-article.ts';
import type { ReadFromUrlDeps } from './ingest/ingest-url.ts';
import type { ArticleDraft } from './records/article.ts';
import { DEFAULT_SETTINGS } from './records/settings.ts';
import { wordsIn, type Words } from './words/words.ts';

export interface SubmittingDeps extends IngestDeps {
  readonly fetcher: Fetcher;
  readonly workers: Pick<ArticleWorkers, 'read' | 'extract'>;
}

/** What somebody may hand in to a workspace: to be stored, or to be read alone. Each step is told as it begins. */
export function submittingFor(
  { tell = () => undefined, settings = DEFAULT_SETTINGS }: Caller,
  { fetcher, workers, ...ingestDeps }: SubmittingDeps,
): Pick<CommandDeps, 'ingest' | 'extract'> {
  const words = wordsIn(settings.language);
  const read = async (submission: Submission, among?: Among) => {
    const lines = linesFor(submission, among, words);
    tell(lines.reading);
    const article = await readSubmission(submission, { fetcher, read: workers.read });
    tell(lines.finding);
    return article;
  };
  return {
    ingest: async (submission, among) => ingestArticle(await read(submission, among), ingestDeps),
    extract: async (submission, among) => workers.extract(await read(submission, among)),
  };
}

/** What is told while a text is read, and while its quotes are found: of several, which one it is. */
function linesFor(
  { bytes }: Submission,
  { nth, total }: Among = { nth: 1, total: 1 },
  { answers }: Words,
): { readonly reading: string; readonly finding: string } {
  const line = (words: string): string => (total > 1 ? answers.nthArticle(nth, total, words) : words);
  return {
    reading: line(bytes === null ? answers.fetchingArticle : answers.readingArticle),
    finding: line(answers.findingQuotes),
  };
}

/** What a person handed in, or what lies at its address where they handed in nothing else. */
async function readSubmission(
  { bytes, fileName, ...overrides }: Submission,
  deps: ReadFromUrlDeps,
): Promise<ArticleDraft> {
  if (bytes !== null) return deps.read({ bytes, fileName, overrides });
  const { url = '', ...said } = overrides;
  const { readFromUrl } = await import('./ingest/ingest-url.ts');
  return readFromUrl(url, deps, { overrides: said });
}
