import type { FollowedFeed, FollowOptions, FoundFeed } from '../src/ingest/follow-feed.ts';
import type { FeedSubscription } from '../src/records/feed-subscription.ts';

/** What a command may do with the feeds of its workspace. `named` is an address or an id. */
export interface FeedDeps {
  follow(address: string, options: FollowOptions): Promise<FollowedFeed>;
  find(address: string): Promise<FoundFeed>;
  list(): Promise<readonly FeedSubscription[]>;
  pause(named: string): Promise<FeedSubscription>;
  resume(named: string): Promise<FeedSubscription>;
  remove(named: string): Promise<FeedSubscription>;
  /** All feeds as an OPML file. */
  exportList(): Promise<string>;
  importList(
    opml: Uint8Array,
    options: FollowOptions,
  ): Promise<{ readonly added: number; readonly known: number }>;
}
