import type { Article, ArticleDraft } from '../records/article.ts';
import type {
  Awaited,
  ClaimedArticle,
  Extraction,
  ExtractionClaim,
  Outdated,
  ReplacedQuotes,
} from '../records/extraction.ts';
import type { ModelRun } from '../records/model-run.ts';
import type { SpeakerRecord } from '../records/speaker.ts';
import type { Quote } from '../records/quote.ts';
import type { Settings } from '../records/settings.ts';
import type { BriefingStore } from './briefing-store.ts';
import type { FeedStore } from './feed-store.ts';
import type { WatchStore } from './watch-store.ts';
import type { ToldStore } from './told-store.ts';
import type { TopicStore } from './topic-store.ts';
import type { SearchDocument, SearchRequest, SearchResult, StoredQuote } from '../records/search.ts';
import type { Sketch } from '../records/sketch.ts';

/** A quote on its way into the store, with the words it is found under. */
export interface NewQuote {
  readonly quote: Quote;
  readonly document: SearchDocument;
  /** Equal for the same words of the same speaker with the same stance, whichever article carries them. */
  readonly statement: string;
  /** Other names that the article gives its speaker, such as an acronym. */
  readonly aliases?: readonly string[] | undefined;
}

/** An article on its way into the store, with what its copies are recognised by. */
export interface NewArticle extends ArticleDraft {
  /** Absent or empty: it is a copy of nothing. */
  readonly sketch?: Sketch | undefined;
}

export interface SavedArticle {
  readonly articleId: string;
  /**
   * `near-duplicate`: stored, and linked with an article it is a copy of, or that is a copy of it. `revised`: stored as
   * another revision of what is at its address.
   */
  readonly status: 'stored' | 'duplicate' | 'near-duplicate' | 'revised';
  /** How many quotes the store holds for this article. */
  readonly quotes: number;
  /** Of a near-duplicate: the id of the article it was linked with, the first stored where there are several. */
  readonly copyOf?: string | undefined;
  /** Of a revision: the id of the newest one before it came. */
  readonly revisionOf?: string | undefined;
}

/** An article that is not yet linked with its copies. */
interface UnsketchedArticle {
  readonly position: number;
  readonly workspace: string;
  readonly articleId: string;
  readonly text: string;
}

/** An article as a list tells it. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly storedAt: string;
  readonly quotes: number;
}

export interface ArticleList {
  /** The newest stored first. */
  readonly articles: readonly ArticleSummary[];
  /** How many there are in all. */
  readonly total: number;
}

/** What tells an article from others before it is read closely. */
export type ArticleIdentity = Pick<ArticleDraft, 'contentHash' | 'outlet' | 'url'> &
  Partial<Pick<ArticleDraft, 'modifiedAt' | 'isLive' | 'toldBy' | 'revises'>>;

export interface CorpusSize {
  readonly articles: number;
  readonly quotes: number;
  readonly outlets: number;
}

export interface SpeakerSuggestion {
  readonly name: string;
  readonly role: string | null;
  /** The id of the speaker's record, where another one has the same name. */
  readonly id?: string | undefined;
}

/** A file of this machine that was imported. */
export interface ImportedFile {
  /** Where it lies, as an absolute path. */
  readonly path: string;
  /** Changes when the file does. */
  readonly stamp: string;
  readonly articleId: string;
}

/** What goes, or went, with an article that is forgotten. */
export interface Forgetting {
  readonly articleId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** How many quotes, those of its former revisions that are kept as superseded among them. */
  readonly quotes: number;
  /** How many texts: itself, and with the newest revision all before it. */
  readonly revisions: number;
}

/** The payload of a state that held words of an article which was forgotten since. */
export const FORGOTTEN = { kind: 'forgotten' } as const;

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
export interface Store extends FeedStore, ToldStore, WatchStore, TopicStore, BriefingStore {
  /**
   * Stores an article and its quotes in one transaction, linked with its copies. The same canonical text again is a
   * `duplicate`, unless it is known to come from another outlet: then it is a copy. Another text at the same address is
   * a revision: the former stays; quotes with the same statement keep their ids and move to the newest revision, others
   * are kept as superseded and not searched. A revision that tells of an earlier change than the newest is stored behind it.
   * A text that stood there before is a revision again where the article `isLive`; else a duplicate. What a feed tells of
   * another site's address (`toldBy`) revises only what the same host told of it.
   */
  saveArticle(
    workspace: string,
    article: NewArticle,
    quotes: readonly NewQuote[],
    extraction?: Extraction,
  ): Promise<SavedArticle>;
  /** The quotes of an article, in the order in which they were stored. */
  listArticleQuotes(workspace: string, articleId: string): Promise<readonly StoredQuote[]>;
  /**
   * Puts `quotes` in the place of an article's quotes and keeps how its extraction stands, in one transaction. A quote
   * with the same content spans and speaker mention keeps its id, as does one whose statement an earlier revision has. Null where the workspace has no such article.
   */
  replaceQuotes(
    workspace: string,
    articleId: string,
    quotes: readonly NewQuote[],
    extraction: Extraction,
  ): Promise<ReplacedQuotes | null>;
  /** How far the search for an article's quotes has come; null where the workspace has no such article. */
  findExtraction(workspace: string, articleId: string): Promise<Extraction | null>;
  /** Keeps how an article's extraction stands, its quotes untouched; ends a claim on it. */
  recordExtraction(workspace: string, articleId: string, extraction: Extraction): Promise<void>;
  /** Articles that are due and in nobody's hands; they are in the caller's until `claim.until`. */
  claimExtractions(claim: ExtractionClaim): Promise<readonly ClaimedArticle[]>;
  /** Prolongs claims. */
  holdExtractions(articleIds: readonly string[], until: string): Promise<void>;
  /** Makes every article that is behind wait for extraction, at once. */
  markOutdated(outdated: Outdated): Promise<void>;
  /**
   * How many articles wait for a later pass, null for all workspaces; with `now` those that are due by then, the ones in
   * somebody's hands among them.
   */
  countWaiting(workspace: string | null, awaits: readonly Awaited[], now?: string): Promise<number>;
  /**
   * Articles that copies are not recognised by, from before that was kept, at most `limit`, those stored first before the
   * others; `workspace` null for all. `after` is the `position` of the last one that was seen, 0 to begin with. A text that is
   * too short for it comes each time.
   */
  listUnsketched(wanted: {
    readonly workspace: string | null;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly UnsketchedArticle[]>;
  /** Links such an article with its copies, once; resolves to whether there are any. */
  linkArticle(workspace: string, articleId: string, sketch: Sketch): Promise<boolean>;
  /** What a model replied before to the same question about the same part of an article; null where nothing is kept. */
  findModelReply(workspace: string, key: string): Promise<unknown>;
  keepModelReply(workspace: string, key: string, reply: unknown): Promise<void>;
  /** The stored article of which this one is a duplicate, and how many quotes it has; asked before the work of extraction. */
  findByContent(workspace: string, identity: ArticleIdentity): Promise<SavedArticle | null>;
  findArticle(workspace: string, articleId: string): Promise<Article | null>;
  /** What `forgetArticle` would delete; null where the workspace has no such article. */
  previewForgetting(workspace: string, articleId: string): Promise<Forgetting | null>;
  /**
   * Deletes an article with everything that came of it, in one transaction, for good. The newest revision takes all before
   * it along, since none of them is what stands at the address now; a former one goes alone. Copies keep what they carry.
   * States that held its words hold `FORGOTTEN` instead. Entries of feeds stay seen. Null where there is no such article.
   */
  forgetArticle(workspace: string, articleId: string): Promise<Forgetting | null>;
  /** The articles stored last, at most `limit`; only those whose title holds `title`, in any case, where it is given. */
  listArticles(workspace: string, title: string | null, limit: number): Promise<ArticleList>;
  findQuote(workspace: string, quoteId: string): Promise<StoredQuote | null>;
  searchQuotes(workspace: string, request: SearchRequest): Promise<SearchResult>;
  /** Speakers whose name has a word that starts with `typed`, most quoted first. */
  suggestSpeakers(workspace: string, typed: string, limit: number): Promise<readonly SpeakerSuggestion[]>;
  /** The speakers who are called `name`, or whose id it is; several where people share it: then ask which of them. */
  findSpeakers(workspace: string, name: string, limit: number): Promise<readonly SpeakerRecord[]>;
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
  /** What a workspace has decided for itself; what is usual where it has decided nothing. */
  readSettings(workspace: string): Promise<Settings>;
  saveSettings(workspace: string, settings: Settings): Promise<void>;
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
