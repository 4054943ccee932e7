import type { RawFeed } from '../article/feed/read-feed.ts';
import { plainText } from '../article/feed/plain-text.ts';
import { commonFeedAddresses, feedsNamedBy } from '../article/feed/discover.ts';
import { AppError, FetchError, InputError } from '../errors.ts';
import type { FetchedContent, Fetcher } from '../fetch/fetcher.ts';
import { readWebAddress } from '../fetch/guard-url.ts';
import type { Feed } from '../records/feed.ts';
import type { FeedSubscription } from '../records/feed-subscription.ts';
import type { FeedStore } from '../store/feed-store.ts';

export interface FindFeedDeps {
  readonly fetcher: Fetcher;
  readonly readFeed: (raw: RawFeed) => Promise<Feed>;
}

/** A feed that was read, and the others that its site names. */
export interface FoundFeed {
  readonly url: string;
  readonly feed: Feed;
  readonly others: readonly string[];
}

export interface FollowOptions {
  readonly filters: FeedSubscription['filters'];
  /** What was published so many hours before it is followed, or more, is stored and told to nobody. */
  readonly quietHours: number;
}

/**
 * The feed at an address, or the first that the page there names, or one in a usual place of its site.
 * Rejects with InputError or FetchError where there is none.
 */
export async function findFeed(address: string, deps: FindFeedDeps): Promise<FoundFeed> {
  const answer = await fetchSite(readWebAddress(address).href, deps);
  try {
    return { url: answer.permanentUrl ?? address, feed: await read(answer, deps), others: [] };
  } catch (error) {
    if (!(error instanceof InputError) || !isPage(answer)) throw error;
  }
  const named = feedsNamedBy(answer.bytes, answer.finalUrl, answer.charset ?? undefined);
  const candidates = named.length > 0 ? named : commonFeedAddresses(answer.finalUrl);
  for (const url of candidates) {
    const feed = await tryFeed(url, deps);
    if (feed !== null) return { url, feed, others: named.filter((other) => other !== url) };
  }
  throw new InputError(
    `No feed was found at ${new URL(answer.finalUrl).host}: look for its address on the site, and give that.`,
  );
}

function isPage({ contentType, bytes }: FetchedContent): boolean {
  return (
    contentType?.includes('html') ??
    /<html|<!doctype html/iu.test(Buffer.from(bytes.subarray(0, 1000)).toString())
  );
}

async function fetchSite(url: string, { fetcher }: FindFeedDeps): Promise<FetchedContent> {
  const answer = await fetcher.fetch(url, { accept: 'site' });
  const { host } = new URL(url);
  if (answer.kind === 'content' && answer.status >= 200 && answer.status < 300) return answer;
  const status = answer.kind === 'content' ? answer.status : 304;
  throw new FetchError('status', `${host} has no feed at this address (${status}): check it.`);
}

function read({ bytes, charset, finalUrl }: FetchedContent, { readFeed }: FindFeedDeps): Promise<Feed> {
  return readFeed({ bytes, charset: charset ?? undefined, address: finalUrl });
}

async function tryFeed(url: string, deps: FindFeedDeps): Promise<Feed | null> {
  try {
    const answer = await deps.fetcher.fetch(url, { accept: 'feed' });
    const isThere = answer.kind === 'content' && answer.status >= 200 && answer.status < 300;
    return isThere ? await read(answer, deps) : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** A feed to follow from `now` on, due at once. */
export function newSubscription(
  { url, title, site }: { readonly url: string; readonly title: string | null; readonly site: string | null },
  { filters, quietHours }: FollowOptions,
  now: Date,
): Omit<FeedSubscription, 'id'> {
  return {
    url,
    title,
    site,
    state: 'active',
    filters,
    since: new Date(now.getTime() - quietHours * 3_600_000).toISOString(),
    addedAt: now.toISOString(),
    nextTry: now.toISOString(),
    lastTry: null,
    lastSuccess: null,
    lastError: null,
    failures: 0,
    isToldFailing: false,
    interval: null,
    known: null,
    movedTo: null,
    stored: 0,
    failed: 0,
    lastEntryError: null,
  };
}

export interface FollowedFeed {
  readonly feed: FeedSubscription;
  readonly isNew: boolean;
  readonly entries: number;
  readonly others: readonly string[];
}

/** Finds the feed at an address and follows it; it is polled when the clock comes to it. Rejects as `findFeed`. */
export async function followFeed(
  address: string,
  options: FollowOptions & { readonly workspace: string },
  deps: FindFeedDeps & { readonly store: Pick<FeedStore, 'addFeed'>; readonly now: () => Date },
): Promise<FollowedFeed> {
  const { url, feed, others } = await findFeed(address, deps);
  const title = feed.title === null ? null : plainText(feed.title) || null;
  const wanted = newSubscription({ url, title, site: feed.link }, options, deps.now());
  const added = await deps.store.addFeed(options.workspace, wanted);
  return { ...added, entries: feed.entries.length, others };
}
