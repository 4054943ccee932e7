import type { AnswerQuote } from '../records/answer.ts';
import type { Message } from '../records/briefing.ts';
import { nonceOf } from '../records/message.ts';
import type { Pending } from '../records/watch.ts';
import type { ClaimedWatch } from '../store/watch-store.ts';
import type { WatchDeps } from './watch-deps.ts';
import { findWatchNews } from './watch-news.ts';

/** Quotes in one message that bundles several. */
const MOST_BUNDLED = 20;

/**
 * What a watch tells now: one message a quote where `free`, the messages that the hour still allows, are enough; else
 * several together, and never more messages than these. What is left then keeps `upTo` where it was, so that the next look
 * finds it: what was told is not told again.
 */
export async function prepareWatch(
  { workspace, watch }: ClaimedWatch,
  free: number,
  { store, render, now }: Pick<WatchDeps, 'store' | 'render' | 'now'>,
): Promise<Pending> {
  const asked = { upTo: await store.measureRecord(workspace), now: now() };
  const { quotes: news, upTo } = await findWatchNews(watch, asked, { workspace, store });
  const isSingly = watch.frequency === 'at-once' && news.length <= free;
  const told: AnswerQuote[] = [];
  const bodies: unknown[] = [];
  let portion = isSingly ? 1 : MOST_BUNDLED;
  while (told.length < news.length && bodies.length < free) {
    const quotes = news.slice(told.length, told.length + portion);
    const messages: readonly Message[] = await render(watch, quotes, workspace);
    const isTooLong = bodies.length + messages.length > free;
    // A quote alone takes a message, so that there is always one to begin with.
    if (isTooLong && quotes.length > 1) portion = Math.ceil(quotes.length / 2);
    else if (isTooLong && bodies.length > 0) break;
    else {
      told.push(...quotes);
      bodies.push(...messages.map(({ body }) => body));
    }
  }
  const messages = bodies.map((body, index) => ({
    body,
    nonce: nonceOf(`${watch.id} ${told[0]?.id} ${upTo} ${index}`),
    attemptedAt: null,
    messageId: null,
  }));
  return {
    messages,
    quoteIds: told.map(({ id }) => id),
    upTo: told.length < news.length ? watch.toldUpTo : upTo,
  };
}
