import { pollFeed, type PollDeps, type PollOutcome } from '../ingest/poll-feed.ts';
import type { ClaimedFeed } from '../store/feed-store.ts';
import { runLanes } from './run-lanes.ts';

/** How many feeds are polled at once; the fetcher asks one host for one thing at a time. */
const AT_ONCE = 8;

/** A poll that died with its process is taken up again after so long; one under way leaves the rest before. */
const LEASE = 10 * 60_000;
const LONGEST_POLL = 8 * 60_000;

export interface DueFeedsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onPolled?: (outcome: PollOutcome) => void;
}

/** Claims the feeds that are due and polls them, a few at once, until none is due. Rejects with StoreError. */
export async function pollDueFeeds(
  deps: PollDeps,
  { signal, onPolled }: DueFeedsOptions = {},
): Promise<void> {
  const take = (): Promise<ClaimedFeed | null> =>
    signal?.aborted === true ? Promise.resolve(null) : claimOne(deps);
  await runLanes(AT_ONCE, take, async (claimed) => {
    const outcome = await pollClaimed(claimed, deps, signal);
    onPolled?.(outcome);
  });
}

/** Polls one feed now, due or not; null where another is at it or there is none. */
export async function pollNow(
  feedId: string,
  deps: PollDeps,
  signal?: AbortSignal,
): Promise<PollOutcome | null> {
  const claimed = await claimOne(deps, feedId);
  return claimed === null ? null : pollClaimed(claimed, deps, signal);
}

async function claimOne({ store, now }: PollDeps, feedId?: string): Promise<ClaimedFeed | null> {
  const instant = now();
  const [claimed] = await store.claimFeeds({
    now: instant.toISOString(),
    until: new Date(instant.getTime() + LEASE).toISOString(),
    limit: 1,
    feedId,
  });
  return claimed ?? null;
}

function pollClaimed(
  claimed: ClaimedFeed,
  deps: PollDeps,
  signal: AbortSignal | undefined,
): Promise<PollOutcome> {
  return pollFeed(claimed, { stopAt: new Date(deps.now().getTime() + LONGEST_POLL), signal }, deps);
}
