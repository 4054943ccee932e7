import { readOpml, writeOpml } from './article/feed/opml.ts';
import type { RawFeed } from './article/feed/read-feed.ts';
import type { ArticleWorkers } from './article-workers.ts';
import { InputError } from './errors.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import {
  findFeed,
  followFeed,
  newSubscription,
  type FollowedFeed,
  type FollowOptions,
  type FoundFeed,
} from './ingest/follow-feed.ts';
import { ingestArticle, type IngestDeps } from './ingest/ingest-article.ts';
import type { PollDeps, PollOutcome } from './ingest/poll-feed.ts';
import type { Log } from './log.ts';
import type { Feed } from './records/feed.ts';
import type { FeedSubscription } from './records/feed-subscription.ts';
import { pollDueFeeds, pollNow, type DueFeedsOptions } from './schedule/poll-due-feeds.ts';
import type { Store } from './store/store.ts';

/** What can be done with the feeds of a workspace. `named` is an id or an address. */
export interface FeedServices {
  follow(workspace: string, address: string, options: FollowOptions): Promise<FollowedFeed>;
  find(address: string): Promise<FoundFeed>;
  list(workspace: string): Promise<readonly FeedSubscription[]>;
  pause(workspace: string, named: string): Promise<FeedSubscription>;
  /** Also wakes a feed that is gone, and one that fails: it is due at once. */
  resume(workspace: string, named: string): Promise<FeedSubscription>;
  remove(workspace: string, named: string): Promise<FeedSubscription>;
  /** Follows what an OPML file lists, without asking for any of it first. */
  importList(
    workspace: string,
    opml: Uint8Array,
    options: FollowOptions,
  ): Promise<{ added: number; known: number }>;
  exportList(workspace: string): Promise<string>;
  /** One feed, or all of a workspace, due or not; telling each. */
  poll(
    workspace: string,
    named: string | null,
    onPolled: (outcome: PollOutcome) => Promise<void>,
  ): Promise<void>;
  /** All that is due, in any workspace. */
  pollDue(options: DueFeedsOptions): Promise<void>;
}

export interface FeedServicesDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly workers: Pick<ArticleWorkers, 'read' | 'readFeed'>;
  readonly ingestDeps: (workspace: string) => IngestDeps;
  readonly log: Log;
  readonly now: () => Date;
  /** Tells those who run a workspace of a feed that fails or is gone; the log alone where it is left out. */
  readonly tell?: ((workspace: string, sentence: string) => Promise<void>) | undefined;
}

/** The feeds over a store and the web. */
export function createFeedServices({
  store,
  fetcher,
  workers,
  ingestDeps,
  log,
  now,
  tell,
}: FeedServicesDeps): FeedServices {
  const readFeed = (raw: RawFeed): Promise<Feed> => workers.readFeed(raw);
  const pollDeps: PollDeps = {
    store,
    fetcher,
    read: workers.read,
    readFeed,
    ingest: (workspace, draft) => ingestArticle(draft, ingestDeps(workspace)),
    tell: tell ?? (async (workspace, sentence) => log.warn('a feed', { workspace, sentence })),
    log: log.error,
    now,
    random: Math.random,
  };
  return {
    follow: (workspace, address, options) =>
      followFeed(address, { ...options, workspace }, { store, fetcher, readFeed, now }),
    find: (address) => findFeed(address, { fetcher, readFeed }),
    ...createFeedList(store, now),
    async poll(workspace, named, onPolled) {
      const feeds =
        named === null ? await store.listFeeds(workspace) : [await findNamed(store, workspace, named)];
      for (const { id, state } of feeds) {
        const outcome = state === 'active' || named !== null ? await pollNow(id, pollDeps) : null;
        if (outcome !== null) await onPolled(outcome);
      }
    },
    pollDue: (options) => pollDueFeeds(pollDeps, options),
  };
}

type FeedList = Pick<FeedServices, 'list' | 'pause' | 'resume' | 'remove' | 'importList' | 'exportList'>;

/** What needs no web. */
function createFeedList(store: Store, now: () => Date): FeedList {
  const change = async (workspace: string, named: string, state: FeedSubscription['state']) => {
    const { id } = await findNamed(store, workspace, named);
    const changed = await store.changeFeed(workspace, id, {
      state,
      ...(state === 'active' ? { nextTry: now().toISOString() } : {}),
    });
    return changed ?? sayUnknown(named);
  };
  return {
    list: (workspace) => store.listFeeds(workspace),
    pause: (workspace, named) => change(workspace, named, 'paused'),
    resume: (workspace, named) => change(workspace, named, 'active'),
    async remove(workspace, named) {
      const feed = await findNamed(store, workspace, named);
      await store.removeFeed(workspace, feed.id);
      return feed;
    },
    async importList(workspace, opml, options) {
      const counts = { added: 0, known: 0 };
      for (const { url, title } of readOpml(opml)) {
        const { isNew } = await store.addFeed(
          workspace,
          newSubscription({ url, title, site: null }, options, now()),
        );
        counts[isNew ? 'added' : 'known'] += 1;
      }
      return counts;
    },
    exportList: async (workspace) => writeOpml(await store.listFeeds(workspace)),
  };
}

async function findNamed(store: Store, workspace: string, named: string): Promise<FeedSubscription> {
  const feeds = await store.listFeeds(workspace);
  return (
    feeds.find(({ id, url }) => id === named || url === named || url === URL.parse(named)?.href) ??
    sayUnknown(named)
  );
}

function sayUnknown(named: string): never {
  throw new InputError(
    `No feed ${named.slice(0, 200)} is followed: name one by its address or id, as the list tells them.`,
  );
}
