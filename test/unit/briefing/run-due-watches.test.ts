import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sketchOf } from '../../../src/article/near-duplicates/sketch.ts';
import { quietUntil } from '../../../src/briefing/quiet-hours.ts';
import { runDueWatches } from '../../../src/briefing/run-due-watches.ts';
import type { WatchDeps } from '../../../src/briefing/watch-deps.ts';
import { NOT_EXTRACTED } from '../../../src/records/extraction.ts';
import type { PostOutcome, PostRequest } from '../../../src/records/briefing.ts';
import type { Watch, WatchDraft } from '../../../src/records/watch.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { composeArticle } from '../../support/store-articles.ts';
import { draftWatch } from '../../support/watch-records.ts';

const DESK = 'guild:1';
const NOON = new Date('2031-03-02T12:00:00.000Z');
const MINUTE_MS = 60_000;

describe('a watch', () => {
  let store: Store;
  let now: Date;
  let posted: string[];
  let nonces: string[];
  let blocked: string[];
  let logged: unknown[];
  beforeEach(async () => {
    store = await openStore(':memory:', { now: () => now });
    now = NOON;
    posted = [];
    nonces = [];
    blocked = [];
    logged = [];
  });
  afterEach(() => store.close());

  const watch = (changes: Partial<WatchDraft> = {}): Promise<Watch> =>
    store.addWatch(
      DESK,
      draftWatch({ nextLook: NOON.toISOString(), lookedAt: NOON.toISOString(), ...changes }),
    );
  const publish = async (
    content: string,
    changes: { day?: string | null; outlet?: string; quiet?: boolean } = {},
  ) => {
    const { day = '2031-03-02', outlet = 'Coastal Ledger', quiet = false } = changes;
    const { article, quotes } = composeArticle({
      outlet,
      publishedAt: day,
      statements: [{ content, speaker: 'Mara Lindqvist', stance: 'denied' }],
    });
    await store.saveArticle(DESK, { ...article, quiet, sketch: sketchOf(article.text) }, quotes);
  };
  const post = async ({ body, nonce }: PostRequest): Promise<PostOutcome> => {
    posted.push(String(body));
    nonces.push(nonce);
    return { kind: 'posted', channelId: '1', messageId: `m${posted.length}` };
  };
  const run = (changes: Partial<WatchDeps> = {}): Promise<void> =>
    runDueWatches({
      store,
      render: async (_, quotes) => [
        { body: quotes.map(({ content }) => content.text).join(' + '), files: [] },
      ],
      post,
      findPosted: async ({ nonce }) =>
        nonces.includes(nonce) ? { kind: 'posted', channelId: '1', messageId: 'found' } : null,
      tellBlocked: async (_, __, problem) => void blocked.push(problem),
      now: () => now,
      log: (_, { error }) => void logged.push(error),
      ...changes,
    });
  const later = (minutes: number): void => {
    now = new Date(now.getTime() + minutes * MINUTE_MS);
  };

  it('tells each new quote that matches once, the oldest first', async () => {
    await watch();
    await run();
    await publish('The harbour lease was never for sale at all');
    await publish('It rained on the fair and on nothing else');
    later(1);
    await publish('Nobody sold the harbour lease to anybody abroad');
    await run();
    await run();
    expect(posted).toHaveLength(2);
    expect(posted.every((words) => words.includes('harbour lease'))).toBe(true);
    later(1);
    await publish('The harbour lease ends in May, and not before');
    await run();
    expect(posted.slice(2)).toEqual(['The harbour lease ends in May, and not before']);
  });

  it('tells no copy of what it told, in whichever outlet', async () => {
    await watch();
    await publish('The harbour lease was never for sale at all');
    await run();
    later(1);
    await publish('The harbour lease was never for sale at all', { outlet: 'Harbour News' });
    await run();
    expect(posted).toHaveLength(1);
  });

  it('tells nothing that says no more than what it told, in a few other words', async () => {
    const told = 'The harbour lease was never for sale, and nobody asked us for it in March';
    await watch();
    await publish(told);
    await run();
    for (const [index, words] of [
      'The harbour lease was never for sale and nobody asked us about it in March',
      'The harbour lease was never for sale, and nobody asked us',
    ].entries()) {
      later(1);
      await publish(words, { outlet: `Harbour News ${index}` });
      await run();
    }
    expect(posted).toEqual([told]);
    const news = [
      'The harbour lease was for sale, and nobody asked us for it in March',
      'The harbour lease was never for sale, and nobody asked us for it in March 2019',
      'The harbour lease was never for sale, and nobody asked us for it in March: the port authority alone decides such things',
    ];
    for (const words of news) {
      later(15);
      await publish(words);
      await run();
    }
    expect(posted).toEqual([told, ...news]);
  });

  it('tells nothing of an archive, of what has no date, or of what feeds had before they were followed', async () => {
    await watch();
    await publish('The harbour lease was an old dispute even then', { day: '2029-05-01' });
    await publish('The harbour lease has no date in this article', { day: null });
    await publish('The harbour lease was told before anybody followed', { quiet: true });
    await run();
    expect(posted).toEqual([]);
  });

  it('keeps what comes in quiet hours until they are over, and tells it then', async () => {
    await watch({ quietHours: { from: '11:30', to: '13:00' } });
    await publish('The harbour lease was never for sale at all');
    await run();
    expect(posted).toEqual([]);
    later(60);
    await run();
    expect(posted).toHaveLength(1);
  });

  it('bundles what is beyond the limit of an hour into one message', async () => {
    await watch({ hourlyLimit: 2 });
    for (const word of ['first', 'second', 'third'])
      await publish(`The ${word} word on the harbour lease is this one`);
    await run();
    expect(posted).toHaveLength(1);
    expect(posted[0]?.split(' + ')).toHaveLength(3);
    await publish('The fourth word on the harbour lease is this one');
    await run();
    await publish('The fifth word on the harbour lease is this one');
    await run();
    expect(posted).toHaveLength(2);
    later(61);
    await run();
    expect(posted).toHaveLength(3);
    expect(posted.join(' ')).toContain('fifth');
  });

  it('takes no more messages in an hour than its limit, and tells the rest in the next one', async () => {
    const wordsOf = (messages: readonly string[]): number =>
      messages.flatMap((words) => words.split(' + ')).length;
    await watch({ hourlyLimit: 2, frequency: 'daily' });
    for (let number = 0; number < 50; number += 1)
      await publish(`The harbour lease number w${number} was never for sale`);
    await run();
    await run();
    expect(posted).toHaveLength(2);
    expect(wordsOf(posted)).toBe(40);
    later(61);
    await run();
    await run();
    expect(posted).toHaveLength(3);
    expect(wordsOf(posted)).toBe(50);
    await publish('The harbour lease is told again a day later');
    later(23 * 60);
    await run();
    expect(posted).toHaveLength(3);
    later(2 * 60);
    await run();
    expect(posted).toHaveLength(4);
  });

  it('puts fewer quotes together where a message holds fewer', async () => {
    const render: WatchDeps['render'] = async (_watch, quotes) =>
      Array.from({ length: Math.ceil(quotes.length / 6) }, (_, index) => ({
        body: quotes
          .slice(index * 6, index * 6 + 6)
          .map(({ content }) => content.text)
          .join(' + '),
        files: [],
      }));
    await watch({ hourlyLimit: 2 });
    for (let number = 0; number < 30; number += 1)
      await publish(`The harbour lease number w${number} was never for sale`);
    const told = new Set<string>();
    for (let hour = 0; hour < 4; hour += 1) {
      const before = posted.length;
      await run({ render });
      expect(posted.length - before).toBeLessThanOrEqual(2);
      for (const words of posted.flatMap((message) => message.split(' + '))) told.add(words);
      later(61);
    }
    expect(told.size).toBe(30);
  });

  it('tells what only a page without a day said, once one with a day brings it', async () => {
    await watch();
    await publish('The harbour lease was never for sale at all', { day: null });
    await run();
    later(1);
    await publish('The harbour lease was never for sale at all', { outlet: 'Harbour News' });
    await run();
    later(1);
    await publish('The harbour lease was never for sale at all', { outlet: 'Tarn Post' });
    await run();
    expect(posted).toEqual(['The harbour lease was never for sale at all']);
    await publish('Nobody ever offered the harbour lease to them', { day: null, outlet: 'Harbour News' });
    await publish('Nobody ever offered the harbour lease to them', { outlet: 'Tarn Post' });
    later(1);
    await run();
    expect(posted).toHaveLength(2);
  });

  it('posts no more once another process has taken it over', async () => {
    await watch();
    await publish('The first word on the harbour lease is this one');
    await publish('The second word on the harbour lease is this one');
    let isFirst = true;
    await run({
      post: async (request) => {
        const outcome = await post(request);
        if (!isFirst) return outcome;
        isFirst = false;
        // So slow that the lease lapses, and another process does the rest.
        later(6);
        await run();
        return outcome;
      },
    });
    expect(new Set(posted).size).toBe(2);
    expect(posted).toHaveLength(2);
    expect(logged).toHaveLength(1);
  });

  it('holds what a process left behind until the quiet hours are over', async () => {
    await watch({ quietHours: { from: '12:10', to: '13:00' } });
    await publish('The harbour lease was never for sale at all');
    const die = (): Promise<never> => Promise.reject(new Error('killed'));
    await run({ store: { ...store, holdWatch: die } });
    later(30);
    await run();
    expect(posted).toEqual([]);
    later(31);
    await run();
    expect(posted).toHaveLength(1);
  });

  it('bundles what came in an hour, or a day, where that was chosen', async () => {
    await watch({ frequency: 'hourly' });
    await publish('The first word on the harbour lease is this one');
    await run();
    await publish('The second word on the harbour lease is this one');
    await publish('The third word on the harbour lease is this one');
    later(30);
    await run();
    expect(posted).toHaveLength(1);
    later(31);
    await run();
    expect(posted).toHaveLength(2);
    expect(posted[1]?.split(' + ')).toHaveLength(2);
  });

  it('tells all of what is more than one look reads', async () => {
    await watch({ frequency: 'hourly', hourlyLimit: 60 });
    for (let number = 0; number < 25; number += 1) {
      const { article, quotes } = composeArticle({
        publishedAt: '2031-03-02',
        statements: Array.from({ length: 10 }, (_, index) => ({
          content: `The harbour lease number w${number}x${index} was never for sale`,
          speaker: 'Mara Lindqvist',
          stance: 'denied' as const,
        })),
      });
      await store.saveArticle(DESK, article, quotes);
    }
    for (let hour = 0; hour < 6; hour += 1) {
      await run();
      later(61);
    }
    expect(new Set(posted.flatMap((words) => words.split(' + '))).size).toBe(250);
  });

  it('counts the age of an article from when it was stored, however late it looks', async () => {
    await watch({ frequency: 'daily' });
    await publish('The first word on the harbour lease is this one');
    await run();
    await publish('The second word on the harbour lease is this one', { day: '2031-02-23' });
    later(25 * 60);
    await run();
    expect(posted).toHaveLength(2);
  });

  it('tells nothing that is found late in an article which was stored before somebody watched', async () => {
    const { article, quotes } = composeArticle({
      publishedAt: '2031-03-02',
      statements: [{ content: 'The harbour lease was never for sale at all', speaker: 'Mara Lindqvist' }],
    });
    const { articleId } = await store.saveArticle(DESK, article, []);
    later(60);
    await watch({ createdAt: now.toISOString(), lookedAt: now.toISOString() });
    later(1);
    await store.replaceQuotes(DESK, articleId, quotes, NOT_EXTRACTED);
    await run();
    expect(posted).toEqual([]);
  });

  it('is told once by a process that died between posting and noting it', async () => {
    await watch();
    await publish('The harbour lease was never for sale at all');
    await run({
      post: async (request) => {
        await post(request);
        throw new Error('killed');
      },
    });
    expect(logged).toHaveLength(1);
    later(6);
    await run();
    await run();
    expect(posted).toHaveLength(1);
    expect((await store.listWatches(DESK))[0]?.pending).toBeNull();
  });

  it('is stopped where it can’t be posted, which is told once', async () => {
    const { id } = await watch();
    await publish('The harbour lease was never for sale at all');
    const refuse = async (): Promise<PostOutcome> => ({ kind: 'blocked', problem: 'The channel is gone.' });
    await run({ post: refuse });
    later(6);
    await run({ post: refuse });
    expect(blocked).toEqual(['The channel is gone.']);
    expect(await store.listWatches(DESK)).toMatchObject([
      { id, state: 'blocked', problem: 'The channel is gone.' },
    ]);
  });
});

describe('quiet hours', () => {
  const until = (instant: string, from: string, to: string, zone = 'UTC'): string | null =>
    quietUntil(new Date(instant), { from, to }, zone)?.toISOString() ?? null;

  it('end on the same day or go over midnight, on the clock of their zone', () => {
    expect(until('2031-03-02T12:10:20Z', '12:00', '13:00')).toBe('2031-03-02T13:00:00.000Z');
    expect(until('2031-03-02T23:30:00Z', '22:00', '07:00')).toBe('2031-03-03T07:00:00.000Z');
    expect(until('2031-03-02T03:00:00Z', '22:00', '07:00')).toBe('2031-03-02T07:00:00.000Z');
    expect(until('2031-03-02T07:00:00Z', '22:00', '07:00')).toBeNull();
    expect(until('2031-07-02T20:30:00Z', '22:00', '07:00', 'Europe/Berlin')).toBe('2031-07-03T05:00:00.000Z');
    expect(until('2031-03-02T12:00:00Z', '12:00', '12:00')).toBeNull();
    expect(quietUntil(new Date('2031-03-02T12:00:00Z'), null, 'UTC')).toBeNull();
  });
});
