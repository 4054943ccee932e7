import { afterEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { findFeed } from '../../src/ingest/follow-feed.ts';
import { openFeedDesk, WORKSPACE, type FeedDesk } from '../support/feed-desk.ts';
import { giveFeed, storyOf, writeRss, type Item } from '../support/feed-site.ts';
import { give, giveNothing, sendTo, startWebsite, type Route, type Website } from '../support/web-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function startDesk(
  routes: Readonly<Record<string, Route>>,
): Promise<{ desk: FeedDesk; site: Website }> {
  const site = await startWebsite(routes);
  const desk = await openFeedDesk([site]);
  opened.push(desk, site);
  return { desk, site };
}

const story = (id: string, published: string, subject = id): Item => ({
  id,
  published,
  title: `On ${subject}`,
  text: storyOf(subject),
});

/** A feed whose items the test changes, and what was asked of it. */
function openFeed(first: readonly Item[]): {
  items: readonly Item[];
  asked: number;
  unchanged: number;
  route: Route;
} {
  const feed = {
    items: first,
    asked: 0,
    unchanged: 0,
    route: ((request, response) => {
      feed.asked += 1;
      response.on('finish', () => {
        if (response.statusCode === 304) feed.unchanged += 1;
      });
      giveFeed(writeRss(feed.items), request, response);
    }) satisfies Route,
  };
  return feed;
}

const size = async (desk: FeedDesk): Promise<number> => (await desk.store.measureCorpus(WORKSPACE)).articles;

describe('a feed that is polled', () => {
  it('stores each entry once, and asks with the ETag it was given', async () => {
    const feed = openFeed([story('eels', '2031-03-03T10:00:00Z'), story('salt', '2031-03-03T09:00:00Z')]);
    const { desk, site } = await startDesk({ '/feed': feed.route });
    await desk.follow(site.url('/feed'));
    expect(await desk.poll()).toMatchObject([{ result: 'read', stored: 2 }]);
    expect(await desk.poll()).toEqual([]);
    expect(await desk.pollNext()).toMatchObject([{ result: 'unchanged', stored: 0 }]);
    feed.items = [story('rope', '2031-03-03T13:00:00Z'), ...feed.items];
    expect(await desk.pollNext()).toMatchObject([{ result: 'read', stored: 1 }]);
    expect(await size(desk)).toBe(3);
    expect(feed).toMatchObject({ asked: 3, unchanged: 1 });
    expect(await desk.feed()).toMatchObject({
      title: 'Harbour News',
      stored: 3,
      failures: 0,
      lastError: null,
    });
  });

  it('tells nobody of what is older than was chosen, nor of what has no date at first', async () => {
    const undated = writeRss([
      story('eels', '2031-03-01T10:00:00Z'),
      story('salt', '2031-03-03T11:00:00Z'),
    ]).replace(/<pubDate>Sat[^<]*<\/pubDate>/u, '');
    const { desk, site } = await startDesk({ '/feed': give(undated, { 'content-type': 'text/xml' }) });
    await desk.follow(site.url('/feed'), { quietHours: 2 });
    await desk.poll();
    expect(desk.drafts.map(({ title, quiet }) => [title, quiet])).toEqual([
      ['On salt', false],
      ['On eels', true],
    ]);
  });

  it('fetches the page of a teaser, and tries again later what can not be had for now', async () => {
    let isUp = false;
    const page: Route = (request, response) =>
      isUp
        ? give(
            `<html><head><title>On eels</title></head><body><article>${storyOf('eels')}</article></body></html>`,
          )(request, response)
        : response.destroy();
    const routes: Record<string, Route> = { '/eels': page };
    const { desk, site } = await startDesk(routes);
    const items = [
      {
        id: 'eels',
        title: 'On eels',
        published: '2031-03-03T10:00:00Z',
        link: site.url('/eels'),
        teaser: 'Eels, again …',
      },
      {
        id: 'gone',
        title: 'On rope',
        published: '2031-03-03T11:00:00Z',
        link: site.url('/rope'),
        teaser: 'Rope.',
      },
    ];
    const feed = openFeed(items);
    routes['/feed'] = feed.route;
    await desk.follow(site.url('/feed'));
    expect(await desk.poll()).toMatchObject([{ result: 'read', stored: 0, left: 2 }]);
    isUp = true;
    expect(await desk.pollNext()).toMatchObject([{ result: 'read', stored: 1, left: 1 }]);
    expect(await desk.pollNext()).toMatchObject([{ result: 'read', stored: 0, failed: 1, left: 0 }]);
    expect(await desk.pollNext()).toMatchObject([{ result: 'unchanged' }]);
    expect(await desk.feed()).toMatchObject({
      stored: 1,
      failed: 1,
      lastEntryError: expect.stringContaining('404'),
    });
    expect(await size(desk)).toBe(1);
  });

  it('takes what two feeds carry under one address once', async () => {
    const item = {
      ...story('eels', '2031-03-03T10:00:00Z'),
      link: 'https://harbour.example/eels?utm_source=rss',
    };
    const other = {
      ...item,
      id: 'another id',
      link: 'https://harbour.example/eels',
      text: storyOf('more eels'),
    };
    const { desk, site } = await startDesk({ '/a': openFeed([item]).route, '/b': openFeed([other]).route });
    await desk.follow(site.url('/a'));
    await desk.poll();
    await desk.follow(site.url('/b'));
    await desk.poll();
    expect(await size(desk)).toBe(1);
  });

  it('leaves out what its filters say', async () => {
    const feed = openFeed([
      story('eels', '2031-03-03T10:00:00Z'),
      story('salt', '2031-03-03T09:00:00Z'),
      story('rope', '2031-03-03T08:00:00Z'),
    ]);
    const { desk, site } = await startDesk({ '/feed': feed.route });
    await desk.follow(site.url('/feed'), { filters: { only: ['EELS', 'salt'], except: ['on Salt'] } });
    expect(await desk.poll()).toMatchObject([{ stored: 1, leftOut: 2 }]);
  });

  it('stores the good entries beside a bad one', async () => {
    const bad = {
      id: 'bad',
      title: 'On nothing',
      published: '2031-03-03T10:00:00Z',
      link: 'ftp://harbour.example/a',
    };
    const { desk, site } = await startDesk({
      '/feed': openFeed([bad, story('salt', '2031-03-03T09:00:00Z')]).route,
    });
    await desk.follow(site.url('/feed'));
    expect(await desk.poll()).toMatchObject([{ stored: 1, failed: 1 }]);
  });
});

describe('a poll that dies', () => {
  it('is taken up when its lease has lapsed, losing nothing and storing nothing twice', async () => {
    const feed = openFeed([story('eels', '2031-03-03T10:00:00Z'), story('salt', '2031-03-03T09:00:00Z')]);
    const { desk, site } = await startDesk({ '/feed': feed.route });
    await desk.follow(site.url('/feed'));
    const working = { ...desk.deps.store };
    Object.assign(desk.deps.store, {
      noteSeenEntries: () => Promise.reject(new StoreError('The disk is full.')),
    });
    await expect(desk.poll()).rejects.toThrow('The disk is full.');
    Object.assign(desk.deps.store, working);
    expect(await size(desk)).toBe(1);
    expect(await desk.poll()).toEqual([]);
    desk.clock = new Date(desk.clock.getTime() + 11 * 60_000);
    expect(await desk.poll()).toMatchObject([{ result: 'read', stored: 1 }]);
    expect(await size(desk)).toBe(2);
  });
});

describe('a feed that fails', () => {
  it('is tried ever more seldom, told once with the reason, and told again when it is back', async () => {
    const feed = openFeed([story('eels', '2031-03-03T10:00:00Z')]);
    const routes: Record<string, Route> = { '/feed': giveNothing };
    const { desk, site } = await startDesk(routes);
    await desk.follow(site.url('/feed'));
    await desk.poll();
    const waits: number[] = [];
    for (let tries = 1; tries < 14; tries += 1) {
      waits.push(new Date((await desk.feed()).nextTry).getTime() - desk.clock.getTime());
      await desk.pollNext();
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits[0]).toBeGreaterThanOrEqual(15 * 60_000);
    expect(waits.at(-1)).toBeLessThanOrEqual(30 * 3_600_000);
    expect(desk.told).toEqual([
      expect.stringMatching(
        /has failed 6 times in a row: site\.test:\d+ has no feed at this address \(404\)\./u,
      ),
    ]);
    routes['/feed'] = feed.route;
    expect(await desk.pollNext()).toMatchObject([{ result: 'read', stored: 1 }]);
    expect(desk.told.length).toBe(2);
    expect(await desk.feed()).toMatchObject({
      failures: 0,
      isToldFailing: false,
      lastError: null,
      state: 'active',
    });
  });

  it.each([429, 503])('waits as long as %i asks it to', async (status) => {
    const route: Route = (_request, response) => response.writeHead(status, { 'retry-after': '86400' }).end();
    const { desk, site } = await startDesk({ '/feed': route });
    await desk.follow(site.url('/feed'));
    await desk.poll();
    expect(Date.parse((await desk.feed()).nextTry)).toBeGreaterThanOrEqual(desk.clock.getTime() + 86_400_000);
  });

  it('is given up and told when it is gone for good', async () => {
    const { desk, site } = await startDesk({
      '/feed': (_request, response) => response.writeHead(410).end(),
    });
    await desk.follow(site.url('/feed'));
    expect(await desk.poll()).toMatchObject([{ result: 'gone' }]);
    expect(desk.told).toEqual([expect.stringContaining('taken down for good')]);
    expect((await desk.feed()).state).toBe('gone');
    expect(await desk.pollNext()).toEqual([]);
  });

  it('moves with the second permanent redirect, not with the first, nor with temporary ones', async () => {
    const feed = openFeed([story('eels', '2031-03-03T10:00:00Z')]);
    const routes: Record<string, Route> = { '/new': feed.route, '/feed': sendTo('/new', 302) };
    const { desk, site } = await startDesk(routes);
    await desk.follow(site.url('/feed'));
    await desk.poll();
    await desk.pollNext();
    expect((await desk.feed()).url).toBe(site.url('/feed'));
    routes['/feed'] = sendTo('/new', 301);
    await desk.pollNext();
    expect((await desk.feed()).url).toBe(site.url('/feed'));
    await desk.pollNext();
    expect((await desk.feed()).url).toBe(site.url('/new'));
    expect(await desk.pollNext()).toMatchObject([{ result: 'unchanged' }]);
    expect(await size(desk)).toBe(1);
  });

  it('that is empty today is none that fails', async () => {
    const { desk, site } = await startDesk({ '/feed': give(writeRss([]), { 'content-type': 'text/xml' }) });
    await desk.follow(site.url('/feed'));
    expect(await desk.poll()).toMatchObject([{ result: 'read', stored: 0, error: null }]);
  });
});

describe('finding a feed', () => {
  it.each([
    ['the address of one', '/news/feed', '/news/feed'],
    ['a page that names it', '/named', '/news/feed'],
    ['a site that keeps it in a usual place', '/plain', '/rss.xml'],
  ])('takes %s', async (_what, given, expected) => {
    const rss = give(writeRss([story('eels', '2031-03-03T10:00:00Z')]), {
      'content-type': 'application/rss+xml',
    });
    const { desk, site } = await startDesk({
      '/news/feed': rss,
      '/rss.xml': rss,
      '/plain': give('<html><body>No feed here.</body></html>'),
      '/named': give(
        `<html><head><script>"<link rel=alternate type=application/rss+xml href=/wrong>"</script>
         <link rel="alternate" type="application/rss+xml" href="/missing"><link rel="alternate" type="application/rss+xml" href="news/feed"></head></html>`,
      ),
    });
    const found = await findFeed(site.url(given), desk.deps);
    expect(found).toMatchObject({
      url: site.url(expected),
      feed: { format: 'rss' },
    });
  });

  it('tells where there is none', async () => {
    const { desk, site } = await startDesk({ '/': give('<html><body>Nothing.</body></html>') });
    await expect(findFeed(site.url('/'), desk.deps)).rejects.toThrow(/No feed was found/u);
    await expect(findFeed(site.url('/none'), desk.deps)).rejects.toThrow(/404/u);
  });
});
