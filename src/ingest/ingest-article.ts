import { sketchOf } from '../article/near-duplicates/sketch.ts';
import { readsLanguage } from '../quotes/language.ts';
import type { Article, ArticleDraft } from '../records/article.ts';
import { NOT_EXTRACTED, type Extraction } from '../records/extraction.ts';
import type { IngestOutcome } from '../records/view.ts';
import type { SavedArticle, Store } from '../store/store.ts';
import { describeQuotes } from './describe-quotes.ts';
import { addFromModel, instant, readWithGrammar, type Extractors, type Reading } from './read-quotes.ts';

/** Where an article goes, and what finds the quotes in it. */
export interface IngestDeps extends Extractors {
  readonly workspace: string;
  readonly store: Store;
}

/** Until then the one who stores an article may ask a model about it; after that a later pass does. */
const LEASE = 10 * 60_000;

/**
 * One article's run: extracted, described for search and stored with its quotes in one transaction; then a language
 * model is asked, where there is one. An article that the workspace already holds is told as a duplicate before any
 * work is done; one whose quotes could not be found is stored all the same, and read again by a later pass. A copy of a
 * stored article, cut, edited or from another outlet, is stored beside it and linked with it.
 */
export async function ingestArticle(draft: ArticleDraft, deps: IngestDeps): Promise<IngestOutcome> {
  const known = await deps.store.findByContent(deps.workspace, draft);
  const told = known ?? (await extractAndSave(draft, deps));
  const unread = readsLanguage(draft.language) ? null : draft.language;
  return { ...told, title: draft.title, ...(unread === null ? {} : { unread }) };
}

async function extractAndSave(
  draft: ArticleDraft,
  deps: IngestDeps,
): Promise<SavedArticle & Pick<IngestOutcome, 'notice'>> {
  const reading = await readWithGrammar(draft, NOT_EXTRACTED, deps);
  const saved = await save(draft, reading, deps);
  if (saved.status === 'duplicate') return saved;
  const { quotes, extraction } = await askModel(saved, reading, deps);
  const { problem, awaits } = extraction;
  if (problem === null) return { ...saved, quotes };
  // The model's own sentences say that.
  const notice = awaits === 'grammar' ? `${problem} The article is kept and read again later.` : problem;
  return { ...saved, quotes, notice };
}

async function save(
  draft: ArticleDraft,
  { quotes, extraction }: Reading,
  deps: IngestDeps,
): Promise<SavedArticle> {
  const { workspace, store, modelExtractor, now = Date.now } = deps;
  const isAsked = modelExtractor != null && extraction.awaits === 'model';
  const held = isAsked ? { ...extraction, dueAt: instant(now() + LEASE) } : extraction;
  const article = { ...draft, sketch: sketchOf(draft.text) };
  return store.saveArticle(workspace, article, describeQuotes(draft, quotes), held);
}

async function askModel(
  { articleId, quotes }: SavedArticle,
  reading: Reading,
  deps: IngestDeps,
): Promise<{ readonly quotes: number; readonly extraction: Extraction }> {
  const { workspace, store, modelExtractor } = deps;
  const untouched = { quotes, extraction: reading.extraction };
  if (modelExtractor == null || reading.extraction.awaits !== 'model') return untouched;
  const article: Article | null = await store.findArticle(workspace, articleId);
  if (article === null) return untouched;
  const { quotes: found, extraction } = await addFromModel({ workspace, article }, reading, deps);
  await store.replaceQuotes(workspace, articleId, describeQuotes(article, found), extraction);
  return { quotes: found.length, extraction };
}
