import type { Wanted } from './content-type.ts';

/** What is known of an address from the last time, as its answer had it; `url` is that answer's `finalUrl`. */
export interface KnownVersion {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface FetchOptions {
  /** Pages and sites are asked for under robots.txt; feeds and what answers a form are made to be fetched. */
  readonly accept: Wanted;
  /** What is posted to the address, and to no other: a redirect is followed without it. */
  readonly form?: URLSearchParams | undefined;
  readonly known?: KnownVersion | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Reached {
  /** The address that answered, after all redirects, without a fragment. */
  readonly finalUrl: string;
  /** The same where it was reached over permanent redirects (301, 308) alone; null where there was none or another. */
  readonly permanentUrl: string | null;
}

/** Nothing changed since the known version. */
interface NotModified extends Reached {
  readonly kind: 'not-modified';
}

/** An answer of any status that is no redirect; `bytes` is empty unless it is a success. */
export interface FetchedContent extends Reached {
  readonly kind: 'content';
  readonly status: number;
  /** As told, lower case, without parameters. */
  readonly contentType: string | null;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  /** Verbatim, for `known` the next time. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When the host allows the next try, where it said so (429, 503). */
  readonly retryAfter: Date | null;
}

export type Fetched = NotModified | FetchedContent;

/** The one way out into the web. */
export interface Fetcher {
  /**
   * Fetches a page or feed. Rejects with InputError for an address that is none or is never opened, and with FetchError
   * for everything that keeps it from being read.
   */
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /** Ends what is under way. */
  close(): Promise<void>;
}
