import { beforeEach, expect, it } from 'vitest';
import type { FeedSubscription, SeenEntry } from '../../src/records/feed-subscription.ts';
import type { Store } from '../../src/store/store.ts';
import { composeArticle } from './store-articles.ts';

/** A feed that was just added, due at `nextTry`. */
function newFeed(url: string, changes: Partial<FeedSubscription> = {}): Omit<FeedSubscription, 'id'> {
  return {
    url,
    title: 'Harbour News',
    site: null,
    state: 'active',
    filters: { only: [], except: ['sports'] },
    since: '2031-03-01T00:00:00.000Z',
    addedAt: '2031-03-02T00:00:00.000Z',
    nextTry: '2031-03-02T00:00:00.000Z',
    lastTry: null,
    lastSuccess: null,
    lastError: null,
    failures: 0,
    isToldFailing: false,
    interval: null,
    known: null,
    movedTo: null,
    stored: 0,
    failed: 0,
    lastEntryError: null,
    ...changes,
  };
}

/** An entry of a feed that nobody follows. */
export function seenEntry(changes: Partial<SeenEntry> & Pick<SeenEntry, 'key'>): SeenEntry {
  const state = { status: 'stored', attempts: 1, fingerprint: 'as it was', dueAt: null } as const;
  return { ...state, feedId: 'f_1', articleId: 'a_1', ...changes };
}

const NOON = '2031-03-02T12:00:00.000Z';
const LATER = '2031-03-02T12:10:00.000Z';
const claim = { now: NOON, until: LATER, limit: 10 };

/** What every store must do with feeds; called within the contract's describe. */
export function describeFeeds(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  let desk: string;
  /** Claims of this test's workspaces alone: every test shares the store. */
  const claimed = async (changes: Partial<typeof claim & { feedId: string }> = {}) => {
    const feeds = await storeOf().claimFeeds({ ...claim, limit: 1000, ...changes });
    return feeds.filter(({ workspace }) => [press, desk].includes(workspace)).map(({ feed }) => feed.url);
  };
  beforeEach(() => {
    tests += 1;
    press = `feeds press ${tests}`;
    desk = `feeds desk ${tests}`;
  });

  it('follows a feed once in a workspace, and gives it back as it was', async () => {
    const wanted = newFeed('https://a.example/feed');
    const { feed, isNew } = await storeOf().addFeed(press, wanted);
    expect(isNew).toBe(true);
    expect(feed).toEqual({ ...wanted, id: feed.id });
    expect(feed.id).toMatch(/^f_[a-z2-7]{16}$/u);
    expect(await storeOf().addFeed(press, { ...wanted, title: 'Another' })).toEqual({ feed, isNew: false });
    expect((await storeOf().addFeed(desk, wanted)).isNew).toBe(true);
    expect(await storeOf().listFeeds(press)).toEqual([feed]);
  });

  it('claims what is due, once, until the lease lapses or the next try is set', async () => {
    const { feed } = await storeOf().addFeed(press, newFeed('https://a.example/feed'));
    await storeOf().addFeed(desk, newFeed('https://b.example/feed', { nextTry: '2031-03-01T00:00:00.000Z' }));
    await storeOf().addFeed(press, newFeed('https://c.example/feed', { nextTry: LATER }));
    await storeOf().addFeed(press, newFeed('https://d.example/feed', { state: 'paused' }));
    expect(new Set(await claimed())).toEqual(new Set(['https://a.example/feed', 'https://b.example/feed']));
    expect(await claimed()).toEqual([]);
    await storeOf().changeFeed(press, feed.id, { nextTry: '2031-03-02T11:00:00.000Z', failures: 1 });
    expect(await claimed()).toEqual(['https://a.example/feed']);
    expect((await claimed({ now: LATER, until: '2031-03-02T13:00:00.000Z' })).length).toBe(3);
  });

  it('claims one feed by its id, due or not, unless another holds it', async () => {
    const { feed } = await storeOf().addFeed(
      press,
      newFeed('https://a.example/feed', { nextTry: '2032-01-01T00:00:00.000Z' }),
    );
    expect(await claimed({ feedId: feed.id })).toEqual([feed.url]);
    expect(await claimed({ feedId: feed.id })).toEqual([]);
  });

  it('never gives a feed to two who claim at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_none, number) =>
        storeOf().addFeed(press, newFeed(`https://a.example/${number}`)),
      ),
    );
    const claims = await Promise.all(Array.from({ length: 4 }, () => claimed({ limit: 1000 })));
    const urls = claims.flat();
    expect(new Set(urls).size).toBe(urls.length);
    const rest = await claimed();
    expect(new Set([...urls, ...rest]).size).toBe(20);
  });

  it('changes what it is told to, and never takes an address that is followed already', async () => {
    const { feed } = await storeOf().addFeed(press, newFeed('https://a.example/feed'));
    await storeOf().addFeed(press, newFeed('https://b.example/feed'));
    const known = { url: 'https://a.example/feed', etag: '"1"', lastModified: null };
    const changed = await storeOf().changeFeed(press, feed.id, {
      known,
      state: 'gone',
      lastError: 'It is gone.',
    });
    expect(changed).toEqual({ ...feed, known, state: 'gone', lastError: 'It is gone.' });
    expect((await storeOf().changeFeed(press, feed.id, { url: 'https://b.example/feed' }))?.url).toBe(
      feed.url,
    );
    expect((await storeOf().changeFeed(press, feed.id, { url: 'https://c.example/feed' }))?.url).toBe(
      'https://c.example/feed',
    );
    expect(await storeOf().changeFeed(desk, feed.id, { state: 'active' })).toBeNull();
  });

  it('stops following, in its own workspace alone', async () => {
    const { feed } = await storeOf().addFeed(press, newFeed('https://a.example/feed'));
    expect(await storeOf().removeFeed(desk, feed.id)).toBe(false);
    expect(await storeOf().removeFeed(press, feed.id)).toBe(true);
    expect(await storeOf().removeFeed(press, feed.id)).toBe(false);
    expect(await storeOf().listFeeds(press)).toEqual([]);
  });

  it('knows the entries that were seen, and the last that was noted of each', async () => {
    const keys = Array.from({ length: 700 }, (_none, number) => `key ${number}`);
    await storeOf().noteSeenEntries(
      press,
      keys.map((key) => seenEntry({ key, status: 'to-retry' })),
    );
    await storeOf().noteSeenEntries(press, [seenEntry({ key: 'key 3', status: 'stored', attempts: 2 })]);
    const seen = await storeOf().findSeenEntries(press, [...keys, 'another']);
    expect(seen.length).toBe(700);
    expect(seen.filter(({ status }) => status === 'stored')).toEqual([
      seenEntry({ key: 'key 3', attempts: 2 }),
    ]);
    expect(await storeOf().findSeenEntries(desk, keys)).toEqual([]);
    expect(await storeOf().findSeenEntries(press, [])).toEqual([]);
  });

  it('knows the teasers of a feed whose page is due to be asked for again', async () => {
    const teaser = (key: string, changes: Partial<SeenEntry> = {}) =>
      seenEntry({ key, status: 'teaser', feedId: 'f_2', dueAt: NOON, ...changes });
    await storeOf().noteSeenEntries(press, [
      teaser('due'),
      teaser('earlier', { dueAt: '2031-03-02T11:00:00.000Z' }),
      teaser('later', { dueAt: LATER }),
      teaser('never', { dueAt: null }),
      teaser('of another feed', { feedId: 'f_3' }),
      teaser('came', { status: 'stored' }),
    ]);
    const due = { feedId: 'f_2', now: NOON, limit: 10 };
    const found = await storeOf().findDueTeasers(press, due);
    expect(found).toEqual([teaser('earlier', { dueAt: '2031-03-02T11:00:00.000Z' }), teaser('due')]);
    expect(await storeOf().findDueTeasers(press, { ...due, limit: 1 })).toHaveLength(1);
    expect(await storeOf().findDueTeasers(desk, due)).toEqual([]);
  });

  it('remembers why an article is only a teaser, and whose word it is', async () => {
    const { article } = composeArticle({ statements: [{ content: 'No pier' }] });
    const told = { teaser: 'The page lies behind a paywall.', toldBy: 'feeds.example' };
    const { articleId } = await storeOf().saveArticle(press, { ...article, ...told }, []);
    expect(await storeOf().findArticle(press, articleId)).toMatchObject(told);
  });

  it('remembers that nobody is told of an article', async () => {
    const { article } = composeArticle({ statements: [{ content: 'No lease' }] });
    const { articleId } = await storeOf().saveArticle(press, { ...article, quiet: true }, []);
    expect(await storeOf().findArticle(press, articleId)).toMatchObject({ quiet: true });
  });
}
