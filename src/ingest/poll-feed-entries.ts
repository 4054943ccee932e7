import { AppError, FetchError, StoreError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { Feed, FeedEntry } from '../records/feed.ts';
import type { FeedSubscription, SeenEntry } from '../records/feed-subscription.ts';
import type { IngestOutcome } from '../records/view.ts';
import type { FeedStore } from '../store/feed-store.ts';
import { plainText } from '../article/feed/plain-text.ts';
import { entryKeys, entryText, passes, readEntry } from './feed-entry.ts';
import type { ReadFromUrlDeps } from './ingest-url.ts';

export interface EntryDeps extends ReadFromUrlDeps {
  readonly store: Pick<FeedStore, 'findSeenEntries' | 'noteSeenEntries'>;
  readonly ingest: (workspace: string, draft: ArticleDraft) => Promise<IngestOutcome>;
  readonly now: () => Date;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

export interface EntryContext {
  readonly workspace: string;
  readonly subscription: FeedSubscription;
  /** When to leave the rest for the next time: before the lease ends. */
  readonly stopAt: Date;
  readonly signal: AbortSignal | undefined;
}

/** What became of a feed's new entries. `left`: to be tried again. */
export interface EntriesTaken {
  readonly stored: number;
  readonly leftOut: number;
  readonly failed: number;
  readonly left: number;
  readonly lastError: string | null;
}

/** An entry whose page can't be had is tried so often, each time the feed is read anew. */
const MOST_ATTEMPTS = 3;
const PASSING = new Set(['unreachable', 'slow', 'broken', 'resting', 'stopped', 'status']);
/** These say nothing of the page itself. */
const NOT_TRIED = new Set(['resting', 'stopped']);

/**
 * Stores the articles of entries that were not seen before, oldest first. An entry that fails is told and stops none of
 * the others; what is seen is noted only after its article is stored, so that a crash loses nothing.
 */
export async function takeEntries(feed: Feed, context: EntryContext, deps: EntryDeps): Promise<EntriesTaken> {
  const { workspace, subscription, stopAt, signal } = context;
  const keyed = feed.entries.map((entry) => ({ entry, keys: entryKeys(entry, subscription.id) }));
  const seen = await findSeen(workspace, keyed, deps.store);
  const taken = { stored: 0, leftOut: 0, failed: 0, left: 0 };
  let lastError: string | null = null;
  for (const { entry, keys } of keyed.reverse()) {
    const before = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
    if (before !== undefined && before.status !== 'to-retry') continue;
    if (signal?.aborted === true || deps.now() >= stopAt) {
      taken.left += 1;
      continue;
    }
    const { status, isTried, error } = await takeEntry(entry, feed, context, deps);
    const attempts = (before?.attempts ?? 0) + (isTried ? 1 : 0);
    const settled = status === 'to-retry' && attempts >= MOST_ATTEMPTS ? 'failed' : status;
    const noted = keys.map((key) => ({
      key,
      status: settled === 'duplicate' ? 'stored' : settled,
      attempts,
    }));
    await deps.store.noteSeenEntries(workspace, noted);
    for (const note of noted) seen.set(note.key, note);
    taken[COUNTED[settled]] += 1;
    lastError = error ?? lastError;
  }
  return { ...taken, lastError };
}

type Status = SeenEntry['status'] | 'duplicate';

const COUNTED = {
  stored: 'stored',
  duplicate: 'leftOut',
  'left-out': 'leftOut',
  failed: 'failed',
  'to-retry': 'left',
} as const satisfies Record<Status, string>;

async function findSeen(
  workspace: string,
  keyed: readonly { readonly keys: readonly string[] }[],
  store: EntryDeps['store'],
): Promise<Map<string, SeenEntry>> {
  const keys = [...new Set(keyed.flatMap((one) => one.keys))];
  const found = await store.findSeenEntries(workspace, keys);
  return new Map(found.map((entry) => [entry.key, entry]));
}

interface Taken {
  readonly status: Status;
  readonly isTried: boolean;
  readonly error: string | null;
}

async function takeEntry(
  entry: FeedEntry,
  feed: Feed,
  { workspace, subscription }: EntryContext,
  deps: EntryDeps,
): Promise<Taken> {
  const { filters } = subscription;
  const leftOut: Taken = { status: 'left-out', isTried: true, error: null };
  if (!passes(entryText(entry), { only: [], except: filters.except })) return leftOut;
  try {
    const draft = await readEntry(entry, feed.title === null ? null : plainText(feed.title), deps);
    if (!passes(`${draft.title ?? ''}\n${draft.text}`, filters)) return leftOut;
    const outcome = await deps.ingest(workspace, { ...draft, quiet: isOld(entry, subscription) });
    return { status: outcome.status === 'duplicate' ? 'duplicate' : 'stored', isTried: true, error: null };
  } catch (error) {
    return explain(error, entry, deps);
  }
}

/** Whether an entry is from before the feed was followed. One without a date is, when the feed is read for the first time. */
function isOld({ publishedAt }: FeedEntry, { since, lastSuccess }: FeedSubscription): boolean {
  return publishedAt === null ? lastSuccess === null : Date.parse(publishedAt) < Date.parse(since);
}

/** The store's own failure stops the poll: nothing could be noted. Any other error is this entry's alone. */
function explain(error: unknown, entry: FeedEntry, { log }: EntryDeps): Taken {
  if (error instanceof StoreError) throw error;
  if (error instanceof FetchError && PASSING.has(error.reason)) {
    return { status: 'to-retry', isTried: !NOT_TRIED.has(error.reason), error: error.userMessage };
  }
  if (error instanceof AppError) return { status: 'failed', isTried: true, error: error.userMessage };
  log('an entry of a feed met a bug', { link: entry.link, error });
  return { status: 'failed', isTried: true, error: 'An entry could not be read: a bug, see the log.' };
}
