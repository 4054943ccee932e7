import type { SeenEntry } from '../records/feed-subscription.ts';
import type { Article, ArticleDraft } from '../records/article.ts';
import { isSameSite } from '../article/site.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** However often an entry changes: within the first week, ever more seldom. */
const MOST_REREADS = 10;

/** How long after each vain try the page of a teaser is asked for again, the first time after it was stored; then never. */
const TEASER_WAITS = [HOUR, 6 * HOUR, DAY, 3 * DAY];

/** From when an entry that was read so often may be read again. */
export function rereadDue(now: Date, rereads: number): string {
  return new Date(now.getTime() + Math.min(DAY, HOUR * 2 ** rereads)).toISOString();
}

/** When the page of a teaser is asked for again after so many tries in vain; null for never. */
export function teaserDue(now: Date, attempts: number): string | null {
  const wait = TEASER_WAITS[attempts];
  return wait === undefined ? null : new Date(now.getTime() + wait).toISOString();
}

/** What is to be done with an entry that stands in a feed: `wait` for one that changed, and was read not long ago. */
export function planEntry(
  before: SeenEntry | undefined,
  { feedId, fingerprint, now }: { readonly feedId: string; readonly fingerprint: string; readonly now: Date },
): 'read' | 'read-again' | 'wait' | 'skip' {
  if (before === undefined || before.status === 'to-retry') return 'read';
  // What another feed said in it tells nothing of a change.
  if (before.feedId !== feedId || before.fingerprint === fingerprint) return 'skip';
  if (before.attempts >= MOST_REREADS) return 'skip';
  return before.dueAt === null || before.dueAt <= now.toISOString() ? 'read-again' : 'wait';
}

/**
 * What an entry's article gives when it was read again, as another text of `stored`; null where that is less than what is
 * there: a teaser or hearsay in place of the article. Another site's page never revises an article, unless nobody but the
 * same feed had told it.
 */
export function revisionOf(draft: ArticleDraft, stored: Article): ArticleDraft | null {
  if (draft.teaser !== undefined && stored.teaser === undefined) return null;
  if (draft.toldBy !== undefined && draft.toldBy !== stored.toldBy) return null;
  const isSame =
    draft.url === stored.url ||
    stored.toldBy !== undefined ||
    (draft.url !== null && stored.url !== null && isSameSite(draft.url, stored.url));
  return { ...draft, ...(isSame ? { revises: stored.id } : {}), quiet: stored.quiet };
}
