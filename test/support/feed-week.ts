import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFeed } from '../../src/article/feed/read-feed.ts';
import { readArticle } from '../../src/article/read.ts';
import { createFetcher } from '../../src/fetch/create-fetcher.ts';
import { newSubscription } from '../../src/ingest/follow-feed.ts';
import { ingestArticle } from '../../src/ingest/ingest-article.ts';
import type { PollDeps } from '../../src/ingest/poll-feed.ts';
import { pollDueFeeds } from '../../src/schedule/poll-due-feeds.ts';
import { openStore } from '../../src/store/open-store.ts';
import { giveFeed, writeRss, type Item } from './feed-site.ts';
import { startSite } from './web-server.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const START = Date.parse('2031-03-03T00:00:00.000Z');

/** How many of its newest entries a feed shows. */
const WINDOW = 20;
const FEEDS_A_HOST = 10;

/** What was counted while feeds were polled through a simulated week. */
export interface WeekCounts {
  readonly published: number;
  /** Articles in the store at the end. */
  readonly stored: number;
  /** Entries that were handed in to be stored more than once, and those that never were. */
  readonly twice: number;
  readonly lost: number;
  readonly requests: number;
  /** Answered with 304. */
  readonly unchanged: number;
  /** Answered with 503 or with a broken connection, by chance. */
  readonly refused: number;
  /** Asked without an ETag although the feed had been read whole before. */
  readonly forgetful: number;
  readonly hosts: number;
  /** The most requests that one host had under way at once. */
  readonly mostAtOnce: number;
}

export interface WeekOptions {
  readonly feeds: number;
  readonly entriesEach: number;
  /** Minutes between two looks of the clock. */
  readonly tick: number;
}

/** Polls feeds over real HTTP through a week, by a clock of its own, with a chance of 2 % that a request fails. */
export async function simulateWeek({ feeds, entriesEach, tick }: WeekOptions): Promise<WeekCounts> {
  const chance = createChance(7);
  let clock = new Date(START);
  const web = openWeb(publishItems(feeds, entriesEach, chance), chance, () => clock);
  const site = await startSite(web.answer);
  const host = (feed: number): string => `h${Math.floor(feed / FEEDS_A_HOST)}.test:${site.port}`;
  const hosts = [...new Set(Array.from({ length: feeds }, (_none, feed) => host(feed)))];
  const now = (): Date => clock;
  const store = await openStore(':memory:', { now });
  const fetcher = createFetcher({
    settings: { ports: [80, 443], privateHosts: hosts, contact: null },
    now,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    limits: { pause: 0 },
  });
  const handedIn = new Map<string, number>();
  const deps: PollDeps = {
    store,
    fetcher,
    read: async (raw) => readArticle(raw),
    readFeed: async (raw) => readFeed(raw),
    ingest(workspace, draft) {
      const title = draft.title ?? '';
      handedIn.set(title, (handedIn.get(title) ?? 0) + 1);
      return ingestArticle(draft, { workspace, store, extractQuotes: () => [] });
    },
    tell: async () => {},
    log(message, facts) {
      throw new Error(message, { cause: facts['error'] });
    },
    now,
    random: chance,
  };
  for (let feed = 0; feed < feeds; feed += 1) {
    const url = `http://${host(feed)}/${feed}`;
    const options = { filters: { only: [], except: [] }, quietHours: 24 };
    await store.addFeed('week', newSubscription({ url, title: null, site: null }, options, clock));
  }
  // Half a day more: what was published last is polled, too.
  for (let at = START; at <= START + WEEK + WEEK / 14; at += tick * MINUTE) {
    clock = new Date(at);
    await pollDueFeeds(deps);
  }
  const { articles } = await store.measureCorpus('week');
  await fetcher.close();
  await site.close();
  await store.close();
  const published = feeds * entriesEach;
  return {
    published,
    stored: articles,
    twice: [...handedIn.values()].filter((times) => times > 1).length,
    lost: published - handedIn.size,
    ...web.counts,
    hosts: hosts.length,
  };
}

/** Park and Miller's numbers between 0 and 1: the same week each time. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type DatedItem = Item & { readonly at: number };

/** The items of each feed, newest first, at any instants of the week. */
function publishItems(
  feeds: number,
  entriesEach: number,
  chance: () => number,
): readonly (readonly DatedItem[])[] {
  return Array.from({ length: feeds }, (_feed, feed) => {
    const instants = Array.from({ length: entriesEach }, () => START + Math.floor(chance() * WEEK));
    return instants
      .sort((one, other) => other - one)
      .map((at, number) => {
        const title = `Entry ${number} of feed ${feed}`;
        const text = `<p>${`${title} tells of boats, and of nothing else that is of note. `.repeat(12)}</p>`;
        return { id: `${number}`, title, published: new Date(at).toISOString(), text, at };
      });
  });
}

function openWeb(published: readonly (readonly DatedItem[])[], chance: () => number, now: () => Date) {
  const counts = { requests: 0, unchanged: 0, refused: 0, forgetful: 0, mostAtOnce: 0 };
  const underWay = new Map<string, number>();
  const wasRead = new Set<number>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const feed = Number((request.url ?? '').slice(1));
    const host = request.headers.host ?? '';
    const atOnce = (underWay.get(host) ?? 0) + 1;
    underWay.set(host, atOnce);
    response.on('close', () => underWay.set(host, (underWay.get(host) ?? 1) - 1));
    counts.requests += 1;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, atOnce);
    if (wasRead.has(feed) && request.headers['if-none-match'] === undefined) counts.forgetful += 1;
    const luck = chance();
    if (luck < 0.02) {
      counts.refused += 1;
      if (luck < 0.01) request.socket.destroy();
      else response.writeHead(503, { 'retry-after': '600' }).end();
      return;
    }
    const items = (published[feed] ?? []).filter(({ at }) => at <= now().getTime()).slice(0, WINDOW);
    giveFeed(writeRss(items, `Feed ${feed}`), request, response);
    if (response.statusCode === 304) counts.unchanged += 1;
    wasRead.add(feed);
  };
  return { answer, counts };
}
