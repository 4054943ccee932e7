import type { Article } from './article.ts';

/** What an article still waits for: all of its extraction, or only a language model's part of it. */
export type Awaited = 'grammar' | 'model';

/** How far the search for quotes has come in one stored article. */
export interface Extraction {
  /** The version of the extractor that found its quotes; empty where none has read it yet. */
  readonly version: string;
  /** Which model read it, with which prompt, see `modelStamp`; empty where none did. */
  readonly modelStamp: string;
  /** Null where nothing is left to do. */
  readonly awaits: Awaited | null;
  /** Why it waits, or was not read as a whole, in one sentence for people; null where nothing went wrong. */
  readonly problem: string | null;
  /** How often it was tried in vain. */
  readonly attempts: number;
  /** The instant from which a later pass takes it up, ISO 8601 in UTC; null: not before a person asks for it. */
  readonly dueAt: string | null;
}

/** An article whose quotes nobody has looked for. */
export const NOT_EXTRACTED: Extraction = {
  version: '',
  modelStamp: '',
  awaits: null,
  problem: null,
  attempts: 0,
  dueAt: null,
};

/** A stored article that a pass has taken up, until it says what came of it or the lease lapses. */
export interface ClaimedArticle {
  readonly workspace: string;
  readonly article: Article;
  readonly extraction: Extraction;
}

/** Which articles a pass takes up. Instants are ISO 8601 in UTC. */
export interface ExtractionClaim {
  /** Null for all workspaces. */
  readonly workspace: string | null;
  readonly awaits: readonly Awaited[];
  readonly now: string;
  /** Nobody else takes them up before that. */
  readonly until: string;
  readonly limit: number;
}

/** Which articles are behind: read by another version, or not by this model where there is one. */
export interface Outdated {
  /** Null for all workspaces. */
  readonly workspace: string | null;
  readonly version: string;
  /** Null where there is no model: what one found before is kept. */
  readonly modelStamp: string | null;
  readonly now: string;
}

/** What became of an article's quotes when it was read again. */
export interface ReplacedQuotes {
  readonly kept: number;
  readonly added: number;
  readonly removed: number;
}
