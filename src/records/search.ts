import type { Article } from './article.ts';
import type { Quote, Stance } from './quote.ts';

/** The words under which a quote is found, each field weighted for itself. Plain article text, not yet stemmed. */
export interface SearchDocument {
  readonly content: string;
  /** What the quote answers, see `Quote.answers`. */
  readonly claim: string;
  /** The paragraphs the quote stands in. */
  readonly context: string;
  readonly title: string;
  readonly speaker: string;
}

/** One thing a topic asks for: a single word (one entry), or a quoted phrase (several, in this order). */
export type Term = readonly string[];

/** A topic as it was understood: every term of `all` must be found, none of `none` may be. Empty: only the filters count. */
export interface Topic {
  readonly all: readonly Term[];
  readonly none: readonly Term[];
}

/**
 * What came on the record lately: quotes numbered after `after`, up to `upTo` (see `ToldStore.measureRecord`), of articles that
 * are not quiet and were stored at `storedSince` or later (ISO 8601 in UTC): reading old articles anew tells nothing new.
 */
interface Recorded {
  readonly after: number;
  readonly upTo: number;
  readonly storedSince: string;
}

/** A search over one workspace. Days are `YYYY-MM-DD`, both ends included. */
export interface SearchRequest {
  readonly topic: Topic;
  readonly speaker?: string | undefined;
  /** The id of one speaker's record, where several share a name. */
  readonly speakerId?: string | undefined;
  readonly outlet?: string | undefined;
  /** Any of these, each a name or the id of a speaker's record. */
  readonly speakers?: readonly string[] | undefined;
  /** Any of these. */
  readonly outlets?: readonly string[] | undefined;
  readonly stances?: readonly Stance[] | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly recorded?: Recorded | undefined;
  readonly limit: number;
}

/** What an answer tells of the article a quote stands in. */
export type ArticleSource = Pick<Article, 'id' | 'title' | 'outlet' | 'url' | 'publishedAt'>;

/** A quote that the newest revision of its article does not have. */
export interface Superseded {
  /** The day of the revision without it, `YYYY-MM-DD`. */
  readonly on: string;
  /** The id of the quote that has its place there; null where it was removed. */
  readonly by: string | null;
  /** It stood in a feed's teaser alone, in whose place the article came: nobody took it back. */
  readonly inTeaser?: boolean | undefined;
}

/** A quote as it is stored, with the article it belongs to. */
export interface StoredQuote extends Quote {
  readonly id: string;
  readonly article: ArticleSource;
  /** The id of the speaker's record; absent where the speaker can't be known again. */
  readonly speakerId?: string | undefined;
  /** The other articles that carry the same statement, oldest first; absent when there are none. */
  readonly copies?: readonly ArticleSource[] | undefined;
  /** Absent for what the newest revision has: only that is searched. */
  readonly superseded?: Superseded | undefined;
  /** Of its article only a feed's teaser could be read so far; absent for any other, and for what is superseded. */
  readonly fromTeaser?: boolean | undefined;
}

/** The quotes that fit, best first, and how many fit in all. What copies of one article carry is one quote. */
export interface SearchResult {
  readonly quotes: readonly StoredQuote[];
  readonly total: number;
}
