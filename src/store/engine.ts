import type { SearchDocument, SearchRequest } from '../records/search.ts';
import type { Database } from './tables.ts';

/** A stored quote on its way into the word index. */
export interface IndexedQuote {
  readonly rowId: number;
  readonly document: SearchDocument;
  /** See `facetsOf`. */
  readonly facets: readonly string[];
}

export interface RankedQuotes {
  readonly rowIds: readonly number[];
  readonly total: number;
}

/** What the two databases do each in its own way: full-text search. */
export interface Engine {
  /** Whether rows are locked one by one (`FOR UPDATE SKIP LOCKED`); else a writer has the database to itself. */
  readonly locksRows: boolean;
  indexQuotes(database: Database, quotes: readonly IndexedQuote[], workspaceId: number): Promise<void>;
  /** Takes quotes out of the word index. */
  forgetQuotes(database: Database, rowIds: readonly number[]): Promise<void>;
  /** The quotes that fit, best first, `request.limit` at most, and how many fit in all; each utterance once. */
  rankQuotes(database: Database, workspaceId: number, request: SearchRequest): Promise<RankedQuotes>;
}
