import type { Article, ArticleDraft } from '../records/article.ts';
import type { ModelRun } from '../records/model-run.ts';
import type { Quote } from '../records/quote.ts';
import type { SearchDocument, SearchRequest, SearchResult, StoredQuote } from '../records/search.ts';

/** A quote on its way into the store, with the words it is found under. */
export interface NewQuote {
  readonly quote: Quote;
  readonly document: SearchDocument;
}

export interface SavedArticle {
  readonly articleId: string;
  readonly status: 'stored' | 'duplicate';
  /** How many quotes the store holds for this article. */
  readonly quotes: number;
}

export interface CorpusSize {
  readonly articles: number;
  readonly quotes: number;
  readonly outlets: number;
}

export interface SpeakerSuggestion {
  readonly name: string;
  readonly role: string | null;
}

/** A file of this machine that was imported. */
export interface ImportedFile {
  /** Where it lies, as an absolute path. */
  readonly path: string;
  /** Changes when the file does. */
  readonly stamp: string;
  readonly articleId: string;
}

/** What a button or select stands for, kept under a short id so that it works after a restart. */
export interface ComponentState {
  readonly userId: string;
  /** JSON-serialisable; the reader validates it. */
  readonly payload: unknown;
}

/**
 * The one interface to storage, the same for SQLite and PostgreSQL. Every call names the workspace it works in, and
 * nothing of another workspace is ever seen. Throws StoreError with a sentence for the person when storage fails.
 */
export interface Store {
  /** Stores an article and its quotes in one transaction; the same canonical text again is a `duplicate`. */
  saveArticle(workspace: string, article: ArticleDraft, quotes: readonly NewQuote[]): Promise<SavedArticle>;
  /** Whether an article with this content hash is stored, and how many quotes it has; asked before the work of extraction. */
  findByContent(workspace: string, contentHash: string): Promise<SavedArticle | null>;
  findArticle(workspace: string, articleId: string): Promise<Article | null>;
  findQuote(workspace: string, quoteId: string): Promise<StoredQuote | null>;
  searchQuotes(workspace: string, request: SearchRequest): Promise<SearchResult>;
  /** Speakers whose name has a word that starts with `typed`, most quoted first. */
  suggestSpeakers(workspace: string, typed: string, limit: number): Promise<readonly SpeakerSuggestion[]>;
  suggestOutlets(workspace: string, typed: string, limit: number): Promise<readonly string[]>;
  measureCorpus(workspace: string): Promise<CorpusSize>;
  saveComponentState(workspace: string, id: string, state: ComponentState): Promise<void>;
  findComponentState(workspace: string, id: string): Promise<ComponentState | null>;
  /** The article that this very file gave before, if it is still stored; so the file need not be read again. */
  findImportedFile(
    workspace: string,
    path: string,
    stamp: string,
  ): Promise<{ readonly articleId: string; readonly title: string | null; readonly quotes: number } | null>;
  noteImportedFiles(workspace: string, files: readonly ImportedFile[]): Promise<void>;
  /** A small fact about this installation, such as the hash of the commands that were registered last. */
  readNote(key: string): Promise<string | null>;
  writeNote(key: string, value: string): Promise<void>;
  recordModelRun(workspace: string, run: ModelRun): Promise<void>;
  /** The model runs of a workspace from an instant on (ISO 8601 in UTC), newest first. */
  listModelRuns(workspace: string, since: string, limit: number): Promise<readonly ModelRun[]>;
  /** The sum of `chargedTokens` of a workspace's runs from an instant on. */
  sumChargedTokens(workspace: string, since: string): Promise<number>;
  close(): Promise<void>;
}
