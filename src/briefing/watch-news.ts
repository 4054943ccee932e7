import type { AnswerQuote } from '../records/answer.ts';
import type { StoredQuote } from '../records/search.ts';
import type { Watch } from '../records/watch.ts';
import { gatherNews, tellingKey } from './gather-news.ts';
import { saysNoMore } from './near-statements.ts';
import type { BriefingDeps } from './news-question.ts';

const DAY_MS = 86_400_000;
/** An article that is older than so many days when it is stored comes from an archive: it is no news. */
const NEWS_DAYS = 7;

/** What is new for a watch, and the number of the last quote that was looked at for it. */
export interface WatchNews {
  /** Each statement once, the oldest first. */
  readonly quotes: readonly AnswerQuote[];
  readonly upTo: number;
}

/**
 * What is new for a watch: nothing that it told before in whichever outlet, be it in a few other words, and nothing of an archive, nor of an article
 * without a day: that is told when one with a day brings it. Where more came than one look reads, it looks at as much of the record as it can read whole; the rest is
 * for the next look.
 */
export async function findWatchNews(
  watch: Watch,
  { upTo, now }: { readonly upTo: number; readonly now: Date },
  deps: BriefingDeps,
): Promise<WatchNews> {
  const { quotes, isWhole } = await lookAt(watch, { upTo, now }, deps);
  const half = watch.toldUpTo + Math.floor((upTo - watch.toldUpTo) / 2);
  if (!isWhole && half > watch.toldUpTo) return findWatchNews(watch, { upTo: half, now }, deps);
  return { quotes: await withoutNear(watch.id, quotes.toReversed(), deps), upTo };
}

/** How much of what was told last a statement is compared with. */
const MOST_COMPARED = 300;

/** Leaves out what says no more than something that was told, or is told now before it, in a few other words. */
async function withoutNear(
  teller: string,
  quotes: readonly AnswerQuote[],
  { workspace, store }: BriefingDeps,
): Promise<readonly AnswerQuote[]> {
  if (quotes.length === 0) return [];
  const told: StoredQuote[] = [...(await store.listTold(workspace, teller, MOST_COMPARED))];
  return quotes.filter((quote) => {
    const isNear = told.some((other) => saysNoMore(quote, other));
    if (!isNear) told.push(quote);
    return !isNear;
  });
}

async function lookAt(
  { id, wanted, toldUpTo, lookedAt, createdAt }: Watch,
  { upTo, now }: { readonly upTo: number; readonly now: Date },
  deps: BriefingDeps,
): Promise<{ readonly quotes: readonly AnswerQuote[]; readonly isWhole: boolean }> {
  // What is found late in an article counts for a day, but never what was stored before somebody watched.
  const since = Math.max(Date.parse(lookedAt), Date.parse(createdAt) + DAY_MS);
  const period = {
    after: toldUpTo,
    upTo,
    since: new Date(since).toISOString(),
    until: now.toISOString(),
    caughtUpFrom: null,
  };
  const found = new Map<string, AnswerQuote>();
  let isWhole = true;
  for (const topic of wanted.topics.length === 0 ? [''] : wanted.topics) {
    const { fresh, unread } = await gatherNews(
      topic,
      {
        title: '',
        wanted,
        when: { kind: 'recorded', period },
        period: [],
        length: 'long',
        teller: id,
        isNews: (quote) => isOfNews(quote, now, deps),
      },
      deps,
    );
    isWhole &&= unread === 0;
    for (const quote of fresh) found.set(tellingKey(quote), found.get(tellingKey(quote)) ?? quote);
  }
  return { quotes: [...found.values()], isWhole };
}

/** Whether an article was recent when it was stored; how late it is looked at makes no difference. */
async function isOfNews(
  { article }: StoredQuote,
  now: Date,
  { workspace, store }: BriefingDeps,
): Promise<boolean> {
  const { id, publishedAt } = article;
  if (publishedAt === null) return false;
  if (publishedAt >= oldestDay(now)) return true;
  const stored = await store.findArticle(workspace, id);
  return stored !== null && publishedAt >= oldestDay(new Date(stored.storedAt));
}

function oldestDay(instant: Date): string {
  return new Date(instant.getTime() - NEWS_DAYS * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
