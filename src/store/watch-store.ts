import type { Watch, WatchChanges, WatchDraft } from '../records/watch.ts';

/** A watch that was claimed: nobody else looks for it while the lease lasts. */
export interface ClaimedWatch {
  readonly workspace: string;
  readonly watch: Watch;
}

export interface WatchClaim {
  /** The instant, and when the lease ends; ISO 8601 in UTC. */
  readonly now: string;
  readonly until: string;
  readonly limit: number;
}

/** Until when a watch is held, and until when it is to be held from now on; ISO 8601 in UTC. */
interface WatchLease {
  readonly held: string;
  readonly until: string;
}

/** The part of the store that holds watches. */
export interface WatchStore {
  addWatch(workspace: string, draft: WatchDraft): Promise<Watch>;
  /** All of a workspace, the oldest first. */
  listWatches(workspace: string): Promise<readonly Watch[]>;
  /** Null where there is none of this id. A change of `nextLook` ends its lease. */
  changeWatch(workspace: string, watchId: string, changes: WatchChanges): Promise<Watch | null>;
  removeWatch(workspace: string, watchId: string): Promise<boolean>;
  /** Lengthens a lease that was to end at `held`; false where it has lapsed and is another's by now. */
  holdWatch(workspace: string, watchId: string, lease: WatchLease): Promise<boolean>;
  /**
   * Claims active watches of any workspace whose next look has come, that nobody holds, and that have something to do: the
   * record has grown, or a message is on its way. The longest due first.
   */
  claimWatches(claim: WatchClaim): Promise<readonly ClaimedWatch[]>;
}
