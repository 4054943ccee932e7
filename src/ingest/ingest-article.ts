import { sketchOf } from '../article/near-duplicates/sketch.ts';
import type { ArticleDraft } from '../records/article.ts';
import { readsLanguage } from '../quotes/language.ts';
import type { Quote } from '../records/quote.ts';
import type { IngestOutcome } from '../records/view.ts';
import type { SavedArticle, Store } from '../store/store.ts';
import { describeQuotes } from './describe-quotes.ts';

/** Where an article goes, and what finds the quotes in it. */
export interface IngestDeps {
  readonly workspace: string;
  readonly store: Store;
  readonly extractQuotes: (article: ArticleDraft) => readonly Quote[] | Promise<readonly Quote[]>;
}

/**
 * One article's run: extracted, described for search and stored with its quotes in one transaction. An article that
 * the workspace already holds is told as a duplicate before any work is done; one in a language that the grammar does not
 * read is stored without quotes. A copy of a stored article, cut, edited or from another outlet, is stored beside it and
 * linked with it.
 */
export async function ingestArticle(draft: ArticleDraft, deps: IngestDeps): Promise<IngestOutcome> {
  const known = await deps.store.findByContent(deps.workspace, draft);
  const saved = known ?? (await extractAndSave(draft, deps));
  const unread = readsLanguage(draft.language) ? undefined : (draft.language ?? undefined);
  return { ...saved, title: draft.title, ...(unread === undefined ? {} : { unread }) };
}

async function extractAndSave(draft: ArticleDraft, deps: IngestDeps): Promise<SavedArticle> {
  const quotes = readsLanguage(draft.language) ? await deps.extractQuotes(draft) : [];
  const article = { ...draft, sketch: sketchOf(draft.text) };
  return deps.store.saveArticle(deps.workspace, article, describeQuotes(draft, quotes));
}
