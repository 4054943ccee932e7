import type { AnswerQuote } from '../records/answer.ts';
import type { Watch } from '../records/watch.ts';
import { gatherNews, tellingKey } from './gather-news.ts';
import type { BriefingDeps } from './news-question.ts';

const DAY_MS = 86_400_000;
/** An article that is older than so many days when it is stored comes from an archive: it is no news. */
const NEWS_DAYS = 7;

/**
 * What is new for a watch, each statement once, the oldest first: nothing that it told before in whichever outlet, and
 * nothing of an archive, nor of an article without a day.
 */
export async function findWatchNews(
  { id, wanted, toldUpTo, lookedAt }: Watch,
  { upTo, now }: { readonly upTo: number; readonly now: Date },
  deps: BriefingDeps,
): Promise<readonly AnswerQuote[]> {
  const period = {
    after: toldUpTo,
    upTo,
    since: lookedAt,
    until: now.toISOString(),
    caughtUpFrom: null,
  };
  const found = new Map<string, AnswerQuote>();
  for (const topic of wanted.topics.length === 0 ? [''] : wanted.topics) {
    const { fresh } = await gatherNews(
      topic,
      { title: '', wanted, when: { kind: 'recorded', period }, period: [], length: 'long', teller: id },
      deps,
    );
    for (const quote of fresh) found.set(tellingKey(quote), found.get(tellingKey(quote)) ?? quote);
  }
  const oldest = new Date(now.getTime() - NEWS_DAYS * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return [...found.values()].filter(({ article }) => (article.publishedAt ?? '') >= oldest).toReversed();
}
