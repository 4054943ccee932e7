export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json';

/** A text as a feed gives it: its own words, or markup that a browser would show. */
export interface FeedText {
  readonly value: string;
  readonly type: 'text' | 'html';
}

/** One entry of a feed, as the feed gives it. Nothing in it is trusted. */
export interface FeedEntry {
  /** The GUID; null where the feed gives none. */
  readonly id: string | null;
  /** The entry's page, absolute; http or https. */
  readonly link: string | null;
  readonly title: FeedText | null;
  /** As written, in whichever form; `publishedAt` is what could be read of it. */
  readonly published: string | null;
  /** A day, or an instant with the zone it was given in; see `PublishedAt`. */
  readonly publishedAt: string | null;
  readonly updated: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly language: string | null;
  /** A teaser, or all there is. */
  readonly summary: FeedText | null;
  /** The full text, where the feed carries it. */
  readonly content: FeedText | null;
}

/** A feed as it was read: what it says of itself, and its entries in its own order. */
export interface Feed {
  readonly format: FeedFormat;
  readonly title: FeedText | null;
  /** The site it belongs to. */
  readonly link: string | null;
  readonly language: string | null;
  /** How long, in minutes, the feed asks not to be fetched again; null when it does not say. */
  readonly minutesToLive: number | null;
  readonly entries: readonly FeedEntry[];
}
