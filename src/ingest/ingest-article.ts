import type { ArticleDraft } from '../records/article.ts';
import { readsLanguage } from '../quotes/language.ts';
import type { Quote } from '../records/quote.ts';
import type { IngestOutcome } from '../records/view.ts';
import { describeQuote } from '../search/document.ts';
import type { SavedArticle, Store } from '../store/store.ts';

/** Where an article goes, and what finds the quotes in it. */
export interface IngestDeps {
  readonly workspace: string;
  readonly store: Store;
  readonly extractQuotes: (article: ArticleDraft) => readonly Quote[] | Promise<readonly Quote[]>;
}

/**
 * One article's run: extracted, described for search and stored with its quotes in one transaction. An article that
 * the workspace already holds is told as a duplicate before any work is done; one in a language that the grammar does not
 * read is stored without quotes.
 */
export async function ingestArticle(draft: ArticleDraft, deps: IngestDeps): Promise<IngestOutcome> {
  const known = await deps.store.findByContent(deps.workspace, draft.contentHash);
  const { articleId, status, quotes } = known ?? (await extractAndSave(draft, deps));
  const unread = readsLanguage(draft.language) ? undefined : (draft.language ?? undefined);
  return { articleId, status, title: draft.title, quotes, ...(unread === undefined ? {} : { unread }) };
}

async function extractAndSave(draft: ArticleDraft, deps: IngestDeps): Promise<SavedArticle> {
  const quotes = readsLanguage(draft.language) ? await deps.extractQuotes(draft) : [];
  const described = quotes.map((quote) => ({ quote, document: describeQuote(draft, quote) }));
  return deps.store.saveArticle(deps.workspace, draft, described);
}
