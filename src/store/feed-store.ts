import type { FeedChanges, FeedSubscription, SeenEntry } from '../records/feed-subscription.ts';

/** A feed that was claimed: nobody else polls it while the lease lasts. */
export interface ClaimedFeed {
  readonly workspace: string;
  readonly feed: FeedSubscription;
}

export interface FeedClaim {
  /** The instant, and when the lease ends; ISO 8601 in UTC. */
  readonly now: string;
  readonly until: string;
  readonly limit: number;
  /** This feed alone, due or not, unless another holds its lease. */
  readonly feedId?: string | undefined;
}

/** The part of the store that holds the feeds a workspace follows. */
export interface FeedStore {
  /** Follows a feed; where the workspace follows its address already, that one comes back. */
  addFeed(
    workspace: string,
    feed: Omit<FeedSubscription, 'id'>,
  ): Promise<{ readonly feed: FeedSubscription; readonly isNew: boolean }>;
  /** All feeds of a workspace, by address. */
  listFeeds(workspace: string): Promise<readonly FeedSubscription[]>;
  /**
   * Changes a feed; null where there is none of this id. A change of `nextTry` ends its lease. An address that the
   * workspace follows already is not taken over.
   */
  changeFeed(workspace: string, feedId: string, changes: FeedChanges): Promise<FeedSubscription | null>;
  /** Stops following. The articles stay. Resolves to whether there was such a feed. */
  removeFeed(workspace: string, feedId: string): Promise<boolean>;
  /** Claims active feeds of any workspace whose time has come and that nobody holds, the longest due first. */
  claimFeeds(claim: FeedClaim): Promise<readonly ClaimedFeed[]>;
  /** Which of these keys of a workspace's entries were seen. */
  findSeenEntries(workspace: string, keys: readonly string[]): Promise<readonly SeenEntry[]>;
  noteSeenEntries(workspace: string, entries: readonly SeenEntry[]): Promise<void>;
  /** The entries of a feed whose page is to be tried again by `now` (ISO 8601 in UTC), the longest due first. */
  findDueTeasers(
    workspace: string,
    due: { readonly feedId: string; readonly now: string; readonly limit: number },
  ): Promise<readonly SeenEntry[]>;
}
