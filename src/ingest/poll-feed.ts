import { AppError, FetchError, StoreError } from '../errors.ts';
import type { RawFeed } from '../article/feed/read-feed.ts';
import { plainText } from '../article/feed/plain-text.ts';
import type { FetchedContent } from '../fetch/fetcher.ts';
import type { Feed } from '../records/feed.ts';
import type { FeedChanges, FeedSubscription } from '../records/feed-subscription.ts';
import type { ClaimedFeed, FeedStore } from '../store/feed-store.ts';
import { afterFailure, afterPart, afterSuccess, intervalOf } from './feed-timing.ts';
import { retryTeasers } from './retry-teasers.ts';
import { takeEntries, type EntriesTaken, type EntryDeps } from './poll-feed-entries.ts';

export interface PollDeps extends EntryDeps {
  readonly store: EntryDeps['store'] & FeedStore;
  readonly readFeed: (raw: RawFeed) => Promise<Feed>;
  /** Tells those who run a workspace what became of one of its feeds. */
  readonly tell: (workspace: string, sentence: string) => Promise<void>;
  /** Between 0 and 1. */
  readonly random: () => number;
}

export interface PollOptions {
  readonly stopAt: Date;
  readonly signal?: AbortSignal | undefined;
}

/** What a poll came to. */
export interface PollOutcome {
  readonly feedId: string;
  readonly url: string;
  readonly result: 'read' | 'unchanged' | 'failed' | 'gone';
  readonly stored: number;
  readonly revised: number;
  readonly leftOut: number;
  readonly failed: number;
  readonly left: number;
  readonly waiting: number;
  /** What went wrong, in one sentence. */
  readonly error: string | null;
}

/** People are told of a feed that failed so often in a row: after some sixteen hours. */
const FAILURES_TOLD = 6;

const NOTHING: EntriesTaken = {
  stored: 0,
  revised: 0,
  leftOut: 0,
  failed: 0,
  left: 0,
  waiting: 0,
  lastError: null,
};

/**
 * Polls a feed that was claimed: asks for what changed, stores the articles of its new entries, and says when it is due
 * again, which ends the claim. A feed that fails is tried ever more seldom and never given up; one that was taken down
 * for good (410) is, and told. Rejects with StoreError alone.
 */
export async function pollFeed(
  { workspace, feed: subscription }: ClaimedFeed,
  options: PollOptions,
  deps: PollDeps,
): Promise<PollOutcome> {
  try {
    const answer = await deps.fetcher.fetch(subscription.url, {
      accept: 'feed',
      known: subscription.known ?? undefined,
      signal: options.signal,
    });
    const moved = moveOf(subscription, answer.permanentUrl);
    const context = { workspace, subscription, signal: undefined, ...options };
    if (answer.kind === 'not-modified') {
      const revised = await retryTeasers(context, deps);
      return await settle(
        { workspace, subscription, changes: { ...moved, ...renewed(subscription, deps) } },
        { ...NOTHING, revised },
        deps,
      );
    }
    if (answer.status === 410) return await giveUp(workspace, subscription, deps);
    const feed = await deps.readFeed({
      bytes: requireBytes(answer),
      charset: answer.charset ?? undefined,
      address: answer.finalUrl,
    });
    const entries = await takeEntries(feed, context, deps);
    const taken = { ...entries, revised: entries.revised + (await retryTeasers(context, deps)) };
    const changes = { ...moved, ...readChanges({ subscription, feed, taken, answer }, deps) };
    return await settle({ workspace, subscription, changes }, taken, deps);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return fail({ workspace, subscription, error }, options.signal, deps);
  }
}

/** The bytes of a success; else throws FetchError with the status in words. */
function requireBytes({ status, bytes, finalUrl, retryAfter }: FetchedContent): Uint8Array {
  if (status >= 200 && status < 300) return bytes;
  const { host } = new URL(finalUrl);
  const why = STATUSES[status] ?? (status >= 500 ? 'has a fault of its own' : 'gives no feed there');
  throw new FetchError('status', `${host} ${why} (${status}).`, retryAfter === null ? {} : { retryAfter });
}

const STATUSES: Readonly<Record<number, string>> = {
  401: 'lets only readers who log in have this feed',
  403: 'does not let programs have this feed',
  404: 'has no feed at this address',
  429: 'wants fewer requests',
  503: 'can not serve this feed for now',
};

/** A second permanent redirect to the same place moves the feed there. */
function moveOf({ movedTo }: FeedSubscription, permanentUrl: string | null): FeedChanges {
  if (permanentUrl === null) return { movedTo: null };
  return movedTo === permanentUrl ? { url: permanentUrl, movedTo: null } : { movedTo: permanentUrl };
}

function succeeded(deps: PollDeps): FeedChanges {
  const now = deps.now().toISOString();
  return { lastTry: now, lastSuccess: now, lastError: null, failures: 0, isToldFailing: false };
}

function renewed({ interval }: FeedSubscription, deps: PollDeps): FeedChanges {
  return { ...succeeded(deps), nextTry: afterSuccess(deps.now(), interval ?? 60, deps.random()) };
}

interface ReadFacts {
  readonly subscription: FeedSubscription;
  readonly feed: Feed;
  readonly taken: EntriesTaken;
  readonly answer: FetchedContent;
}

/** What is left or changed must come again whole, so that the answer is not kept as known then. */
function readChanges({ subscription, feed, taken, answer }: ReadFacts, deps: PollDeps): FeedChanges {
  const interval = intervalOf(feed, deps.now());
  const isWhole = taken.left === 0;
  const { etag, lastModified, finalUrl } = answer;
  return {
    ...succeeded(deps),
    title: (feed.title === null ? null : plainText(feed.title)) || subscription.title,
    site: feed.link ?? subscription.site,
    interval,
    known: isWhole && taken.waiting === 0 ? { url: finalUrl, etag, lastModified } : null,
    nextTry: isWhole
      ? afterSuccess(deps.now(), interval, deps.random())
      : afterPart(deps.now(), deps.random()),
    stored: subscription.stored + taken.stored,
    failed: subscription.failed + taken.failed,
    lastEntryError: taken.lastError ?? subscription.lastEntryError,
  };
}

interface Settled {
  readonly workspace: string;
  readonly subscription: FeedSubscription;
  readonly changes: FeedChanges;
}

async function settle(
  { workspace, subscription, changes }: Settled,
  taken: EntriesTaken,
  deps: PollDeps,
): Promise<PollOutcome> {
  await deps.store.changeFeed(workspace, subscription.id, changes);
  if (subscription.isToldFailing) {
    await deps.tell(workspace, `The feed ${nameOf(subscription)} answers again.`);
  }
  const { lastError, ...counts } = taken;
  const result = changes.known === undefined ? 'unchanged' : 'read';
  return { feedId: subscription.id, url: subscription.url, result, ...counts, error: lastError };
}

async function giveUp(
  workspace: string,
  subscription: FeedSubscription,
  deps: PollDeps,
): Promise<PollOutcome> {
  const error = `The feed ${nameOf(subscription)} was taken down for good by its publisher (410); it is polled no more.`;
  const now = deps.now().toISOString();
  await deps.store.changeFeed(workspace, subscription.id, {
    state: 'gone',
    lastTry: now,
    nextTry: now,
    lastError: error,
  });
  await deps.tell(workspace, error);
  const { lastError: _none, ...counts } = NOTHING;
  return { feedId: subscription.id, url: subscription.url, result: 'gone', ...counts, error };
}

interface Failure {
  readonly workspace: string;
  readonly subscription: FeedSubscription;
  readonly error: unknown;
}

async function fail(
  { workspace, subscription, error }: Failure,
  signal: AbortSignal | undefined,
  deps: PollDeps,
): Promise<PollOutcome> {
  const now = deps.now();
  const sentence = error instanceof AppError ? error.userMessage : 'Reading the feed met a bug, see the log.';
  if (!(error instanceof AppError)) deps.log('polling a feed met a bug', { url: subscription.url, error });
  const { lastError: _none, ...counts } = NOTHING;
  const outcome = {
    feedId: subscription.id,
    url: subscription.url,
    result: 'failed',
    ...counts,
    error: sentence,
  } as const;
  if (signal?.aborted === true) {
    await deps.store.changeFeed(workspace, subscription.id, { nextTry: subscription.nextTry });
    return outcome;
  }
  const failures = subscription.failures + 1;
  const retryAfter = error instanceof FetchError ? error.retryAfter : null;
  const isTold = !subscription.isToldFailing && failures >= FAILURES_TOLD;
  const changes: FeedChanges = {
    lastTry: now.toISOString(),
    lastError: sentence,
    failures,
    isToldFailing: subscription.isToldFailing || isTold,
    nextTry: afterFailure(now, { failures, retryAfter }, deps.random()),
  };
  await deps.store.changeFeed(workspace, subscription.id, changes);
  if (isTold) {
    const times = `has failed ${failures} times in a row`;
    await deps.tell(
      workspace,
      `The feed ${nameOf(subscription)} ${times}: ${sentence} It is tried again each day.`,
    );
  }
  return outcome;
}

function nameOf({ title, url }: FeedSubscription): string {
  return title === null ? url : `${title} (${url})`;
}
