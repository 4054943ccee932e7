import { ingestArticle } from '../../src/ingest/ingest-article.ts';
import type { PollDeps, PollOutcome } from '../../src/ingest/poll-feed.ts';
import { newSubscription, type FollowOptions } from '../../src/ingest/follow-feed.ts';
import { pollDueFeeds } from '../../src/schedule/poll-due-feeds.ts';
import { readFeed } from '../../src/article/feed/read-feed.ts';
import { readArticle } from '../../src/article/read.ts';
import type { FeedSubscription } from '../../src/records/feed-subscription.ts';
import type { ArticleDraft } from '../../src/records/article.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openFetcher, type Website } from './web-server.ts';

export const WORKSPACE = 'harbour desk';

/** Feeds that are polled over real HTTP into a real store, by a clock that the test sets. */
export interface FeedDesk {
  readonly store: Store;
  readonly deps: PollDeps;
  /** What was handed in to be stored, in this order. */
  readonly drafts: readonly ArticleDraft[];
  /** What people were told. */
  readonly told: readonly string[];
  clock: Date;
  follow(url: string, options?: Partial<FollowOptions>): Promise<FeedSubscription>;
  /** Polls what is due now. */
  poll(): Promise<readonly PollOutcome[]>;
  /** Moves the clock to when the feed is due next, and polls. */
  pollNext(): Promise<readonly PollOutcome[]>;
  feed(): Promise<FeedSubscription>;
  close(): Promise<void>;
}

/** Opens an empty desk. No quotes are looked for: what is tested is what becomes of entries. */
export async function openFeedDesk(
  sites: readonly Website[],
  start = '2031-03-03T12:00:00.000Z',
): Promise<FeedDesk> {
  const told: string[] = [];
  const drafts: ArticleDraft[] = [];
  const desk = { clock: new Date(start) };
  const now = (): Date => desk.clock;
  const store = await openStore(':memory:', { now });
  const fetcher = openFetcher(sites, { now });
  const deps: PollDeps = {
    store,
    fetcher,
    read: async (raw) => readArticle(raw),
    readFeed: async (raw) => readFeed(raw),
    ingest: (workspace, draft) => {
      drafts.push(draft);
      return ingestArticle(draft, { workspace, store, extractQuotes: () => [] });
    },
    tell: async (_workspace, sentence) => void told.push(sentence),
    log: (message, facts) => {
      throw new Error(message, { cause: facts['error'] });
    },
    now,
    random: () => 0.5,
  };
  const feed = async (): Promise<FeedSubscription> => {
    const [first] = await store.listFeeds(WORKSPACE);
    if (first === undefined) throw new Error('No feed is followed.');
    return first;
  };
  const poll = async (): Promise<readonly PollOutcome[]> => {
    const outcomes: PollOutcome[] = [];
    await pollDueFeeds(deps, { onPolled: (outcome) => outcomes.push(outcome) });
    return outcomes;
  };
  return Object.assign(desk, {
    store,
    deps,
    told,
    drafts,
    async follow(url: string, options: Partial<FollowOptions> = {}) {
      const wanted = { filters: { only: [], except: [] }, quietHours: 24, ...options };
      return (
        await store.addFeed(WORKSPACE, newSubscription({ url, title: null, site: null }, wanted, now()))
      ).feed;
    },
    poll,
    async pollNext() {
      desk.clock = new Date((await feed()).nextTry);
      return poll();
    },
    feed,
    async close() {
      await fetcher.close();
      await store.close();
    },
  });
}
