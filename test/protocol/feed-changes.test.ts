import { afterEach, describe, expect, it } from 'vitest';
import { openFeedDesk, WORKSPACE, type FeedDesk } from '../support/feed-desk.ts';
import { giveFeed, storyOf, writeRss, type Item } from '../support/feed-site.ts';
import { give, startWebsite, type Route, type Website } from '../support/web-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** A site with a feed and pages that the test changes, and how often each was asked for. */
interface Press {
  readonly desk: FeedDesk;
  readonly site: Website;
  /** The page's text as markup; a number answers with that status. */
  readonly pages: Map<string, string | number>;
  readonly asked: Map<string, number>;
  items: readonly Item[];
}

const pageOf = (title: string, text: string, head = ''): string =>
  `<html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${text}</article></body></html>`;

async function openPress(follows = true): Promise<Press> {
  const pages = new Map<string, string | number>();
  const asked = new Map<string, number>();
  const press: { items: readonly Item[] } = { items: [] };
  const page: Route = (request, response) => {
    const path = request.url ?? '';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const told = pages.get(path) ?? 404;
    if (typeof told === 'string') return give(told)(request, response);
    response.writeHead(told, { 'content-type': 'text/html' }).end('<p>Not for you.</p>');
  };
  const routes = Object.fromEntries(['/eels', '/rope', '/hearsay'].map((path) => [path, page]));
  const site = await startWebsite({
    ...routes,
    '/feed': (request, response) => giveFeed(writeRss(press.items), request, response),
  });
  const desk = await openFeedDesk([site]);
  opened.push(desk, site);
  if (follows) await desk.follow(site.url('/feed'));
  return Object.assign(press, { desk, site, pages, asked });
}

const HOUR = 3_600_000;

/** Polls at an hour of the simulated day, whether or not the feed is due by itself. */
async function pollAfter({ desk }: Press, hours: number) {
  desk.clock = new Date(desk.clock.getTime() + hours * HOUR);
  const { id } = await desk.feed();
  await desk.store.changeFeed(WORKSPACE, id, { nextTry: desk.clock.toISOString() });
  return desk.poll();
}

const titles = async ({ desk }: Press) =>
  (await desk.store.listArticles(WORKSPACE, null, 20)).articles.map(({ title }) => title);

const newest = async ({ desk }: Press) => {
  const { articles } = await desk.store.listArticles(WORKSPACE, null, 1);
  return desk.store.findArticle(WORKSPACE, articles[0]?.id ?? '');
};

const eels = (changes: Partial<Item> = {}): Item => ({
  id: 'eels',
  title: 'On eels',
  published: '2031-03-03T10:00:00Z',
  ...changes,
});

describe('an entry that changed under the same GUID', () => {
  it('is a revision where the feed carries the text, and nothing where the text is the same', async () => {
    const press = await openPress();
    const link = press.site.url('/eels');
    press.items = [eels({ link, text: storyOf('eels') })];
    await pollAfter(press, 0);
    press.items = [eels({ link, title: 'On eels, again', text: storyOf('eels') })];
    expect(await pollAfter(press, 2)).toMatchObject([{ stored: 0, revised: 0 }]);
    press.items = [eels({ link, text: `${storyOf('eels')}<p>The mayor of Ullen took it back.</p>` })];
    expect(await pollAfter(press, 3)).toMatchObject([{ stored: 0, revised: 1 }]);
    expect(await newest(press)).toMatchObject({ revision: 2, text: expect.stringContaining('took it back') });
    expect((await press.desk.store.measureCorpus(WORKSPACE)).articles).toBe(1);
    expect(press.asked.get('/eels')).toBeUndefined();
  });

  it('has its page read again when the feed says that it changed, which may be known by another address then', async () => {
    const press = await openPress();
    const link = press.site.url('/eels');
    const canonical = `<link rel="canonical" href="${press.site.url('/eels-taken-back')}">`;
    press.items = [eels({ link, teaser: 'Eels.' })];
    press.pages.set('/eels', pageOf('On eels', storyOf('eels')));
    await pollAfter(press, 0);
    press.items = [eels({ link, teaser: 'Eels, taken back.' })];
    press.pages.set('/eels', pageOf('On eels', storyOf('other eels'), canonical));
    expect(await pollAfter(press, 2)).toMatchObject([{ revised: 1 }]);
    expect(await newest(press)).toMatchObject({ revision: 2, url: press.site.url('/eels-taken-back') });
  });

  it('costs ever fewer fetches where a feed calls it new every hour, and the feed itself none more', async () => {
    const press = await openPress();
    press.pages.set('/eels', pageOf('On eels', storyOf('eels')));
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      press.items = [eels({ link: press.site.url('/eels'), teaser: `Eels, as of hour ${hour}.` })];
      await pollAfter(press, 1);
    }
    expect(press.asked.get('/eels')).toBe(11);
    expect(await titles(press)).toEqual(['On eels']);
  });

  it('is not missed where the feed stays as it is after a change that came too soon', async () => {
    const press = await openPress();
    const link = press.site.url('/eels');
    press.items = [eels({ link, text: storyOf('eels') })];
    await pollAfter(press, 0);
    press.items = [eels({ link, text: storyOf('other eels') })];
    expect(await pollAfter(press, 0.5)).toMatchObject([{ revised: 0, waiting: 1 }]);
    expect(await pollAfter(press, 1)).toMatchObject([{ revised: 1, waiting: 0 }]);
    expect(await pollAfter(press, 1)).toMatchObject([{ result: 'unchanged' }]);
  });

  it('does not bring back what was forgotten', async () => {
    const press = await openPress();
    const link = press.site.url('/eels');
    press.items = [eels({ link, text: storyOf('eels') })];
    await pollAfter(press, 0);
    const article = await newest(press);
    await press.desk.store.forgetArticle(WORKSPACE, article?.id ?? '');
    press.items = [eels({ link, text: storyOf('other eels') })];
    expect(await pollAfter(press, 2)).toMatchObject([{ stored: 0, revised: 0 }]);
    expect(await titles(press)).toEqual([]);
  });
});

describe('a teaser whose page can not be had', () => {
  const teaser = 'The mayor of Ullen denied on Monday that the eels were gone, her office said.';

  it('is stored as a teaser, and revised by its page when that can be read', async () => {
    const press = await openPress();
    press.items = [eels({ link: press.site.url('/eels'), teaser })];
    press.pages.set('/eels', 403);
    expect(await pollAfter(press, 0)).toMatchObject([{ stored: 1, error: expect.stringContaining('403') }]);
    const first = await newest(press);
    expect(first).toMatchObject({
      text: expect.stringContaining('denied'),
      teaser: expect.stringContaining('403'),
    });
    expect(await pollAfter(press, 0.5)).toMatchObject([{ result: 'unchanged', revised: 0 }]);
    expect(press.asked.get('/eels')).toBe(1);
    press.pages.set('/eels', pageOf('On eels', storyOf('eels')));
    expect(await pollAfter(press, 1)).toMatchObject([{ result: 'unchanged', revised: 1 }]);
    expect(await newest(press)).toMatchObject({ revision: 2, text: expect.stringContaining('breakwater') });
    expect((await newest(press))?.teaser).toBeUndefined();
    expect((await press.desk.store.measureCorpus(WORKSPACE)).articles).toBe(1);
  });

  it('is asked for a bounded number of times', async () => {
    const press = await openPress();
    press.items = [eels({ link: press.site.url('/eels'), teaser })];
    press.pages.set('/eels', 402);
    for (let day = 0; day < 60; day += 1) await pollAfter(press, 12);
    expect(press.asked.get('/eels')).toBe(5);
    expect(await titles(press)).toEqual(['On eels']);
  });

  it('is stored where the page is a paywall with its first lines', async () => {
    const press = await openPress();
    press.items = [eels({ link: press.site.url('/eels'), teaser })];
    const wall = '<p>The mayor of Ullen denied it.</p><p>Subscribe to continue reading.</p>';
    press.pages.set('/eels', pageOf('On eels', wall));
    expect(await pollAfter(press, 0)).toMatchObject([{ stored: 1 }]);
    expect(await newest(press)).toMatchObject({ teaser: expect.stringContaining('paywall') });
  });
});

describe('a feed that speaks for another site', () => {
  /** The real outlet's page, stored, and a feed on another site that has its own text for it. */
  async function openHostile() {
    const press = await openPress(false);
    const { desk, site } = press;
    press.pages.set('/eels', pageOf('On eels', storyOf('eels')));
    const address = site.url('/eels');
    press.items = [eels({ link: address, text: storyOf('eels') })];
    const own = await desk.follow(site.url('/feed'));
    await desk.poll();
    const hostile = { link: address, text: storyOf('lies about eels') };
    const items = { now: [eels({ ...hostile, id: 'lie' })] };
    const other = await startWebsite({
      '/feed': (request, response) => giveFeed(writeRss(items.now, 'Lies'), request, response),
      '/page': give(
        pageOf('On lies', storyOf('lies about eels'), `<link rel="canonical" href="${address}">`),
      ),
    });
    opened.push(other);
    return { press, own, address, other, items };
  }

  const hostileUrl = (site: Website, path: string): string => `http://other.test:${site.port}${path}`;

  it('never revises what that site said, whether its page can be had or not', async () => {
    for (const status of [403, 200]) {
      const { press, own, address, other } = await openHostile();
      const real = await newest(press);
      if (status === 403) press.pages.set('/eels', 403);
      const desk = await openFeedDesk([press.site, other]);
      opened.push(desk);
      const fetcher = desk.deps.fetcher;
      Object.assign(press.desk.deps, { fetcher });
      await press.desk.store.changeFeed(WORKSPACE, own.id, { state: 'paused' });
      await press.desk.follow(hostileUrl(other, '/feed'));
      const [outcome] = await press.desk.poll();
      expect(outcome).toMatchObject({ revised: 0, stored: status === 403 ? 1 : 0 });
      expect(await press.desk.store.findArticle(WORKSPACE, real?.id ?? '')).toEqual(real);
      const found = await press.desk.store.listArticles(WORKSPACE, null, 9);
      const all = await Promise.all(
        found.articles.map(({ id }) => press.desk.store.findArticle(WORKSPACE, id)),
      );
      const lies = all.filter((article) => article?.text.includes('lies') === true);
      expect(lies.every((lie) => lie?.url === address && lie.toldBy === `other.test:${other.port}`)).toBe(
        true,
      );
      expect(lies.map((lie) => [lie?.outlet, lie?.revision])).toEqual(
        status === 403 ? [[`Lies (other.test:${other.port})`, undefined]] : [],
      );
    }
  });

  it('never takes the place of an article through a page that calls itself that article, nor by changing an entry', async () => {
    const { press, own, address, other, items } = await openHostile();
    const real = await newest(press);
    const desk = await openFeedDesk([press.site, other]);
    opened.push(desk);
    Object.assign(press.desk.deps, { fetcher: desk.deps.fetcher });
    await press.desk.store.changeFeed(WORKSPACE, own.id, { state: 'paused' });
    // At first it leads to the real page, which is a duplicate; then the same entry leads to its own.
    items.now = [eels({ id: 'lie', link: address, teaser: 'See there.' })];
    const feed = await press.desk.follow(hostileUrl(other, '/feed'));
    await press.desk.poll();
    items.now = [eels({ id: 'lie', link: hostileUrl(other, '/page'), teaser: 'See here now.' })];
    press.desk.clock = new Date(press.desk.clock.getTime() + 3 * HOUR);
    await press.desk.store.changeFeed(WORKSPACE, feed.id, { nextTry: press.desk.clock.toISOString() });
    await press.desk.poll();
    expect(await press.desk.store.findArticle(WORKSPACE, real?.id ?? '')).toEqual(real);
    expect((await press.desk.store.measureCorpus(WORKSPACE)).articles).toBe(2);
    expect(await newest(press)).toMatchObject({ url: hostileUrl(other, '/page'), title: 'On lies' });
    expect((await newest(press))?.revision).toBeUndefined();
  });

  it('does not keep that site’s own feed from being read', async () => {
    const press = await openPress(false);
    const address = press.site.url('/eels');
    press.pages.set('/eels', 403);
    const items = [eels({ id: 'lie', link: address, text: storyOf('lies about eels') })];
    const other = await startWebsite({
      '/feed': (request, response) => giveFeed(writeRss(items, 'Lies'), request, response),
    });
    const desk = await openFeedDesk([press.site, other]);
    opened.push(desk, other);
    await desk.follow(hostileUrl(other, '/feed'));
    await desk.poll();
    press.items = [eels({ link: address, text: storyOf('eels') })];
    await desk.follow(press.site.url('/feed'));
    expect(await desk.poll()).toMatchObject([{ stored: 1, revised: 0 }]);
    expect((await desk.store.measureCorpus(WORKSPACE)).articles).toBe(2);
  });
});
