import { AppError, FetchError, StoreError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { Feed, FeedEntry } from '../records/feed.ts';
import type { FeedSubscription, SeenEntry } from '../records/feed-subscription.ts';
import type { IngestOutcome } from '../records/view.ts';
import type { Store } from '../store/store.ts';
import { plainText } from '../article/feed/plain-text.ts';
import { planEntry, rereadDue, revisionOf, teaserDue } from './entry-rereads.ts';
import { entryFingerprint, entryKeys, entryText, NOT_TRIED, passes, readEntry } from './feed-entry.ts';
import type { ReadFromUrlDeps } from './ingest-url.ts';

export interface EntryDeps extends ReadFromUrlDeps {
  readonly store: Pick<Store, 'findArticle' | 'findSeenEntries' | 'noteSeenEntries' | 'findDueTeasers'>;
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

/** What became of a feed's entries. */
export interface EntriesTaken {
  readonly stored: number;
  /** Articles that were stored before, with another text now. */
  readonly revised: number;
  readonly leftOut: number;
  readonly failed: number;
  /** To be tried again. */
  readonly left: number;
  /** Changed, and read too short a time ago to be read again. */
  readonly waiting: number;
  readonly lastError: string | null;
}

/** An entry whose page can't be had is tried so often, each time the feed is read anew. */
const MOST_ATTEMPTS = 3;
const PASSING = new Set(['unreachable', 'slow', 'broken', 'resting', 'stopped', 'status']);

/**
 * Stores the articles of entries that were not seen before, oldest first, and reads again those that changed. An entry that
 * fails is told and stops none of the others; what is seen is noted only after its article is stored, so that a crash loses
 * nothing.
 */
export async function takeEntries(feed: Feed, context: EntryContext, deps: EntryDeps): Promise<EntriesTaken> {
  const { workspace, subscription, stopAt, signal } = context;
  const keyed = feed.entries.map((entry) => ({ entry, keys: entryKeys(entry, subscription) }));
  const seen = await findSeen(workspace, keyed, deps.store);
  const taken = { stored: 0, revised: 0, leftOut: 0, failed: 0, left: 0, waiting: 0 };
  let lastError: string | null = null;
  for (const { entry, keys } of keyed.reverse()) {
    const before = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
    const fingerprint = entryFingerprint(entry);
    const plan = planEntry(before, { feedId: subscription.id, fingerprint, now: deps.now() });
    if (plan === 'skip') continue;
    if (plan === 'wait') taken.waiting += 1;
    else if (signal?.aborted === true || deps.now() >= stopAt) taken.left += 1;
    else {
      const turn = { entry, feed, before, fingerprint };
      const {
        counted,
        error,
        seen: now,
      } = await (plan === 'read' ? takeNew(turn, context, deps) : takeChanged(turn, context, deps));
      const noted = keys.map((key) => under(key, now));
      await deps.store.noteSeenEntries(workspace, noted);
      for (const note of noted) seen.set(note.key, note);
      if (counted !== null) taken[counted] += 1;
      lastError = error ?? lastError;
    }
  }
  return { ...taken, lastError };
}

function under(key: string, seen: Omit<SeenEntry, 'key'>): SeenEntry {
  return { ...seen, key };
}

async function findSeen(
  workspace: string,
  keyed: readonly { readonly keys: readonly string[] }[],
  store: EntryDeps['store'],
): Promise<Map<string, SeenEntry>> {
  const keys = [...new Set(keyed.flatMap((one) => one.keys))];
  const found = await store.findSeenEntries(workspace, keys);
  return new Map(found.map((entry) => [entry.key, entry]));
}

/** One entry's turn. */
interface Turn {
  readonly entry: FeedEntry;
  readonly feed: Feed;
  readonly before: SeenEntry | undefined;
  readonly fingerprint: string;
}

interface Taken {
  readonly counted: 'stored' | 'revised' | 'leftOut' | 'failed' | 'left' | null;
  readonly error: string | null;
  readonly seen: Omit<SeenEntry, 'key'>;
}

async function takeNew(turn: Turn, context: EntryContext, deps: EntryDeps): Promise<Taken> {
  const { entry, before, fingerprint } = turn;
  const { workspace, subscription } = context;
  const tries = before?.attempts ?? 0;
  const fresh = { attempts: 0, feedId: subscription.id, articleId: null, fingerprint };
  const dueAt = rereadDue(deps.now(), 0);
  const leftOut = { ...fresh, status: 'left-out', dueAt } as const;
  try {
    const draft = await readWanted(turn, { ...context, isLastTry: tries + 1 >= MOST_ATTEMPTS }, deps);
    if (draft === null) return { counted: 'leftOut', error: null, seen: leftOut };
    const outcome = await deps.ingest(workspace, { ...draft, quiet: isOld(entry, subscription) });
    const state =
      draft.teaser === undefined
        ? ({ status: 'stored', dueAt } as const)
        : ({ status: 'teaser', dueAt: teaserDue(deps.now(), 0) } as const);
    return {
      counted: outcome.status === 'duplicate' ? 'leftOut' : 'stored',
      error: draft.teaser ?? null,
      seen: { ...fresh, ...state, articleId: outcome.articleId },
    };
  } catch (error) {
    const { sentence, mayPass, isTried } = explain(error, entry, deps);
    const attempts = tries + (isTried ? 1 : 0);
    const isLeft = mayPass && attempts < MOST_ATTEMPTS;
    const seen = isLeft
      ? ({ ...fresh, status: 'to-retry', attempts, dueAt: null } as const)
      : ({ ...fresh, status: 'failed', dueAt } as const);
    return { counted: isLeft ? 'left' : 'failed', error: sentence, seen };
  }
}

/** An entry that was taken before and says something else now. What can't be read this time is kept as it was. */
async function takeChanged(turn: Turn, context: EntryContext, deps: EntryDeps): Promise<Taken> {
  const { entry, before, fingerprint } = turn;
  const { workspace, subscription } = context;
  if (before === undefined || before.articleId === null) {
    const first = await takeNew({ ...turn, before: undefined }, context, deps);
    return { ...first, seen: again(first.seen, before, deps) };
  }
  const stored = await deps.store.findArticle(workspace, before.articleId);
  const kept = again({ ...before, fingerprint }, before, deps);
  // Forgotten by those who keep the record: it does not come back.
  if (stored === null) return { counted: null, error: null, seen: kept };
  try {
    const draft = await readWanted(turn, { ...context, isLastTry: true }, deps);
    const revision = draft === null ? null : revisionOf(draft, stored);
    if (revision === null) return { counted: null, error: draft?.teaser ?? null, seen: kept };
    const outcome = await deps.ingest(workspace, { ...revision, quiet: isOld(entry, subscription) });
    const status = revision.teaser === undefined ? 'stored' : 'teaser';
    const seen = { ...kept, status, articleId: outcome.articleId } as const;
    return { counted: outcome.status === 'revised' ? 'revised' : null, error: null, seen };
  } catch (error) {
    const { sentence } = explain(error, entry, deps);
    return { counted: null, error: sentence, seen: { ...kept, fingerprint: before.fingerprint } };
  }
}

/** One more reading of an entry, and the next one later. */
function again(
  seen: Omit<SeenEntry, 'key'>,
  before: SeenEntry | undefined,
  { now }: EntryDeps,
): Omit<SeenEntry, 'key'> {
  const attempts = (before?.attempts ?? 0) + 1;
  const dueAt = seen.status === 'teaser' ? teaserDue(now(), attempts) : rereadDue(now(), attempts);
  return { ...seen, attempts, dueAt };
}

/** Null for what the feed's filters leave out. */
async function readWanted(
  { entry, feed }: Turn,
  { subscription, isLastTry }: EntryContext & { readonly isLastTry: boolean },
  deps: EntryDeps,
): Promise<ArticleDraft | null> {
  const { filters } = subscription;
  if (!passes(entryText(entry), { only: [], except: filters.except })) return null;
  const feedTitle = feed.title === null ? null : plainText(feed.title);
  const draft = await readEntry(entry, { feed: subscription, feedTitle, isLastTry }, deps);
  return passes(`${draft.title ?? ''}\n${draft.text}`, filters) ? draft : null;
}

/** Whether an entry is from before the feed was followed. One without a date is, when the feed is read for the first time. */
function isOld({ publishedAt }: FeedEntry, { since, lastSuccess }: FeedSubscription): boolean {
  return publishedAt === null ? lastSuccess === null : Date.parse(publishedAt) < Date.parse(since);
}

interface Explained {
  readonly sentence: string;
  readonly mayPass: boolean;
  readonly isTried: boolean;
}

/** The store's own failure stops the poll: nothing could be noted. Any other error is this entry's alone. */
export function explain(
  error: unknown,
  { link }: Pick<FeedEntry, 'link'>,
  { log }: Pick<EntryDeps, 'log'>,
): Explained {
  if (error instanceof StoreError) throw error;
  if (error instanceof FetchError) {
    const { reason, userMessage } = error;
    return { sentence: userMessage, mayPass: PASSING.has(reason), isTried: !NOT_TRIED.has(reason) };
  }
  if (error instanceof AppError) return { sentence: error.userMessage, mayPass: false, isTried: true };
  log('an entry of a feed met a bug', { link, error });
  return { sentence: 'An entry could not be read: a bug, see the log.', mayPass: false, isTried: true };
}
