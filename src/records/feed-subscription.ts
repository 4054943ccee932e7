/** What a feed's entries must hold to be stored, in any letters' case. */
export interface FeedFilters {
  /** One of these must stand in the title or the text; empty asks for nothing. */
  readonly only: readonly string[];
  /** None of these may. */
  readonly except: readonly string[];
}

/** `paused`: by a person; `gone`: its publisher took it down for good (410). */
type FeedState = 'active' | 'paused' | 'gone';

/** A feed that a workspace follows. Instants are ISO 8601 in UTC. */
export interface FeedSubscription {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** The site it belongs to. */
  readonly site: string | null;
  readonly state: FeedState;
  readonly filters: FeedFilters;
  /** What was published before is stored, and told to nobody. */
  readonly since: string;
  readonly addedAt: string;
  readonly nextTry: string;
  readonly lastTry: string | null;
  readonly lastSuccess: string | null;
  /** One sentence; null after a success. */
  readonly lastError: string | null;
  /** Since the last success. */
  readonly failures: number;
  /** Whether people were told that it fails. */
  readonly isToldFailing: boolean;
  /** Between two tries, in minutes; null before the first success. */
  readonly interval: number | null;
  /** As the last whole answer had it, verbatim. */
  readonly known: {
    readonly url: string;
    readonly etag: string | null;
    readonly lastModified: string | null;
  } | null;
  /** Where it was sent on to for good the last time: a second time moves it. */
  readonly movedTo: string | null;
  /** Entries that gave a stored article. */
  readonly stored: number;
  /** Entries that could not be stored, and the last reason. */
  readonly failed: number;
  readonly lastEntryError: string | null;
}

/** What a poll or a person changes. */
export type FeedChanges = Partial<Omit<FeedSubscription, 'id' | 'addedAt'>>;

/**
 * What became of an entry. It is read again where it changed since, and where its page could not be had: `to-retry` when the
 * feed is read next, `teaser` (stored with what the feed gave) when it is due.
 */
export interface SeenEntry {
  /** See `entryKeys`. */
  readonly key: string;
  readonly status: 'stored' | 'left-out' | 'failed' | 'to-retry' | 'teaser';
  /** How often it was tried in vain; of one that is stored, how often it was read again. */
  readonly attempts: number;
  /** The feed it was read from. */
  readonly feedId: string | null;
  /** What it gave; null for nothing. */
  readonly articleId: string | null;
  /** Of what the feed said in it when it was read; empty where that was not kept. */
  readonly fingerprint: string;
  /** The instant from which it may be read again, ISO 8601 in UTC; null: any, but of a teaser: never. */
  readonly dueAt: string | null;
}
