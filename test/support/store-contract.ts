import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import { StoreError } from '../../src/errors.ts';
import { NOT_EXTRACTED, type Extraction, type ExtractionClaim } from '../../src/records/extraction.ts';
import type { ModelRun } from '../../src/records/model-run.ts';
import { DEFAULT_SETTINGS } from '../../src/records/settings.ts';
import { STANCES } from '../../src/records/quote.ts';
import type { SearchRequest } from '../../src/records/search.ts';
import { passageAt, type Span } from '../../src/records/span.ts';
import { parseTopic } from '../../src/search/topic.ts';
import type { NewQuote, Store } from '../../src/store/store.ts';
import { describeBriefings } from './briefing-store-contract.ts';
import { makeTexts } from './copies.ts';
import { describeFeeds } from './feed-store-contract.ts';
import { describeForgetting } from './forget-store-contract.ts';
import { describeLinking } from './linking-store-contract.ts';
import { describeRevisions } from './revision-store-contract.ts';
import { describeTopicsAsked } from './topic-store-contract.ts';
import { describeWatches } from './watch-store-contract.ts';
import { describeTold } from './told-store-contract.ts';
import { composeArticle, type ArticleSketch, type StatementSketch } from './store-articles.ts';

const maker = makeTexts(5);
const NOW = '2025-03-02T10:00:00.000Z';
export const fixedClock = (): Date => new Date(NOW);

/** A quote of a text that starts with it, at another place of another text. */
function moveQuote({ quote, ...rest }: NewQuote, by: number, text: string): NewQuote {
  const at = ([start, end]: Span): Span => [start + by, end + by];
  const { content, cue, speaker } = quote;
  return {
    ...rest,
    quote: {
      ...quote,
      content: passageAt(text, content.spans.map(at)),
      cue: passageAt(text, cue.spans.map(at)),
      speaker: speaker && { ...speaker, mention: at(speaker.mention) },
    },
  };
}

/** What every store must do. `open` gives a new and empty one whose clock is `fixedClock`; each test has its own workspaces. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`The contract, kept by ${name}`, () => {
    let store: Store;
    let press: string;
    let desk: string;
    let tests = 0;
    beforeAll(async () => {
      store = await open();
    });
    beforeEach(() => {
      tests += 1;
      press = `press ${tests}`;
      desk = `desk ${tests}`;
    });
    afterAll(() => store.close());
    const save = (sketch: ArticleSketch, workspace = press) => {
      const { article, quotes } = composeArticle(sketch);
      return store.saveArticle(workspace, article, quotes);
    };
    /** Stores a text without quotes, of no known outlet, as ingesting does. */
    const saveText = (text: string, workspace = press) => {
      const { article } = composeArticle({ statements: [] });
      const contentHash = createHash('sha256').update(text).digest('hex');
      return store.saveArticle(workspace, { ...article, text, contentHash, sketch: sketchOf(text) }, []);
    };
    const saveQuotes = (...statements: readonly StatementSketch[]) => save({ statements });
    const search = async (topic: string, filters: Partial<SearchRequest> = {}, workspace = press) => {
      const request = { topic: parseTopic(topic), limit: 50, ...filters };
      const { quotes } = await store.searchQuotes(workspace, request);
      return quotes.map((quote) => quote.content.text);
    };

    const notFound = async (topics: readonly string[]) => {
      const found = await Promise.all(topics.map((topic) => search(topic)));
      return topics.filter((_, index) => found[index]?.length !== 1);
    };

    describeArticles();
    describeTopics();
    describeFilters();
    describeRanking();
    describeSuggestions();
    describeKeptState();
    describeExtractions();
    describeSpeakers();
    describeWorkspaces();
    describeFeeds(() => store);
    describeBriefings(() => store);
    describeTold(() => store);
    describeWatches(() => store);
    describeRevisions(() => store);
    describeLinking(() => store);
    describeForgetting(() => store);
    describeTopicsAsked(() => store);

    function describeArticles(): void {
      it('lists the articles stored last, all or by words of their title, each workspace its own', async () => {
        await save({ title: 'Rain in Ordan', statements: [{ content: 'Rain in Ordan it is' }] });
        await save({ title: '100% sun', statements: [{ content: '100% sun it is' }] });
        await save({ title: 'RAIN again', statements: [{ content: 'RAIN again it is' }] });
        const titles = async (words: string | null, limit = 10) => {
          const { articles, total } = await store.listArticles(press, words, limit);
          return { titles: articles.map(({ title }) => title), total };
        };
        expect(await titles(null, 2)).toEqual({ titles: ['RAIN again', '100% sun'], total: 3 });
        expect(await titles('rain')).toEqual({ titles: ['RAIN again', 'Rain in Ordan'], total: 2 });
        expect(await titles('0% s')).toEqual({ titles: ['100% sun'], total: 1 });
        expect(await titles('_')).toEqual({ titles: [], total: 0 });
        expect(await store.listArticles(desk, null, 10)).toEqual({ articles: [], total: 0 });
      });

      it('gives an article back as it was, with an id and the instant it was stored', async () => {
        const { article, quotes } = composeArticle({
          title: 'Zürich – “a city”',
          outlet: 'Harbour Post',
          publishedAt: '2025-03-01T08:00:00+02:00',
          statements: [{ content: 'Naïve 🛰️ plan: 10² km' }],
        });
        const whole = {
          ...article,
          byline: 'A. B.',
          modifiedAt: '2025-03-02',
          url: 'https://post.example/1',
        };
        const saved = await store.saveArticle(press, whole, quotes);
        expect(saved).toEqual({ articleId: saved.articleId, status: 'stored', quotes: 1 });
        expect(saved.articleId).toMatch(/^a_[a-z2-7]{16}$/u);
        expect(await store.findArticle(press, saved.articleId)).toEqual({
          ...whole,
          id: saved.articleId,
          storedAt: NOW,
        });
      });

      it('gives a quote back as it was, with its id and its article', async () => {
        const sketch = {
          title: 'Canal lease',
          outlet: 'Harbour Post',
          publishedAt: '2025-03-01',
          statements: [
            {
              content: 'There is no lease',
              speaker: 'Ada Lorne',
              role: 'Minister',
              stance: 'denied' as const,
              claim: 'The canal was let',
              saidOn: ['2025-02-27', '2025-02-28'] as const,
            },
          ],
        };
        const { articleId } = await save(sketch);
        const [found] = (await store.searchQuotes(press, { topic: parseTopic('lease'), limit: 1 })).quotes;
        const source = { id: articleId, title: 'Canal lease', outlet: 'Harbour Post', url: null };
        expect(found).toEqual({
          ...composeArticle(sketch).quotes[0]?.quote,
          id: found?.id,
          speakerId: expect.stringMatching(/^p_[a-z2-7]{16}$/u),
          article: { ...source, publishedAt: '2025-03-01' },
        });
        expect(found?.id).toMatch(/^q_[a-z2-7]{16}$/u);
        expect(await store.findQuote(press, found?.id ?? '')).toEqual(found);
      });

      it('gives back a quote that has no cue, as where a quotation goes on', async () => {
        const { article, quotes } = composeArticle({ statements: [{ content: 'There is no lease' }] });
        const bare = ({ quote, ...rest }: NewQuote): NewQuote => {
          const cue = { spans: [], text: '' };
          return { quote: { ...quote, cue }, ...rest };
        };
        const { articleId } = await store.saveArticle(press, article, quotes.map(bare));
        const found = await store.listArticleQuotes(press, articleId);
        expect(found.map(({ cue }) => cue)).toEqual([{ spans: [], text: '' }]);
      });

      it('stores the same text once and calls it a duplicate', async () => {
        const sketch = { statements: [{ content: 'There is no lease' }, { content: 'None at all' }] };
        const first = await save(sketch);
        expect(await save(sketch)).toEqual({ ...first, status: 'duplicate', quotes: 2 });
        expect(await search('lease')).toHaveLength(1);
      });

      it('stores the same text once when it comes many times at once', async () => {
        const sketch = { statements: [{ content: 'There is no lease' }] };
        const saved = await Promise.all(Array.from({ length: 8 }, () => save(sketch)));
        expect(saved.filter(({ status }) => status === 'stored')).toHaveLength(1);
        expect(new Set(saved.map(({ articleId }) => articleId)).size).toBe(1);
        expect(await store.measureCorpus(press)).toMatchObject({ articles: 1, quotes: 1 });
      });

      it('stores many different articles that come at once', async () => {
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            save({
              outlet: `Paper ${index % 3}`,
              statements: [
                { content: `Lease number ${index}`, speaker: `Person ${index % 5}` },
                { content: `Canal number ${index}`, speaker: `Person ${4 - (index % 5)}` },
              ],
            }),
          ),
        );
        expect(await store.measureCorpus(press)).toEqual({ articles: 20, quotes: 40, outlets: 3 });
        expect(await store.suggestSpeakers(press, 'person', 9)).toHaveLength(5);
      });

      it('finds an article by its content', async () => {
        const sketch = { statements: [{ content: 'There is no lease' }] };
        const { article } = composeArticle(sketch);
        expect(await store.findByContent(press, article)).toBeNull();
        const { articleId } = await save(sketch);
        expect(await store.findByContent(press, article)).toEqual({
          articleId,
          status: 'duplicate',
          quotes: 1,
        });
      });

      it('stores the same text of another outlet as a copy, and tells the same outlet, or none, as a duplicate', async () => {
        const sketch = { outlet: 'Harbour Post', statements: [{ content: 'There is no lease' }] };
        const first = await save(sketch);
        const copy = await save({ ...sketch, outlet: 'Evening Bell' });
        expect(copy).toEqual({
          articleId: copy.articleId,
          status: 'near-duplicate',
          copyOf: first.articleId,
          quotes: 1,
        });
        for (const [outlet, articleId] of [
          ['harbour post', first.articleId],
          ['Evening Bell', copy.articleId],
          [null, first.articleId],
        ] as const) {
          expect(await save({ ...sketch, outlet })).toEqual({ articleId, status: 'duplicate', quotes: 1 });
        }
        const { article } = composeArticle({ statements: [{ content: 'A bare text' }] });
        const at = (url: string) => store.saveArticle(press, { ...article, url }, []);
        expect(await at('https://www.post.example/1')).toMatchObject({ status: 'stored' });
        expect(await at('https://post.example/2')).toMatchObject({ status: 'duplicate' });
        expect(await at('https://bell.example/1')).toMatchObject({ status: 'near-duplicate' });
        expect(await store.measureCorpus(press)).toMatchObject({ articles: 4 });
      });

      it('links an article with the one it is a copy of, and with none of another workspace', async () => {
        const text = maker.article(400);
        const original = await saveText(text);
        const other = await saveText(maker.article(400));
        expect([original.status, other.status]).toEqual(['stored', 'stored']);
        for (const copy of [maker.cut(text, 0.3), maker.edit(text, 0.1), maker.credit(text)]) {
          expect(await saveText(copy)).toMatchObject({
            status: 'near-duplicate',
            copyOf: original.articleId,
          });
        }
        expect(await saveText(maker.credit(text), desk)).toMatchObject({ status: 'stored' });
      });

      it('finds copies whichever comes first, and when they come at once', async () => {
        const text = maker.article(400);
        const cut = await saveText(maker.cut(text, 0.3));
        expect(await saveText(text)).toMatchObject({ status: 'near-duplicate', copyOf: cut.articleId });
        const another = maker.article(400);
        const saved = await Promise.all(
          Array.from({ length: 6 }, () => maker.credit(another)).map((copy) => saveText(copy)),
        );
        expect(saved.map(({ status }) => status).toSorted()).toEqual([
          ...Array.from({ length: 5 }, () => 'near-duplicate'),
          'stored',
        ]);
      });

      it('shows what copies carry once, as the quote of the earliest, and names the others', async () => {
        const statements = [
          { content: 'There is no lease', speaker: 'Ada Lorne' },
          { content: 'The lease is void', speaker: 'Ada Lorne' },
        ];
        const carried = (outlet: string, publishedAt: string | null, workspace = press) =>
          save({ outlet, publishedAt, statements }, workspace);
        await carried('Evening Bell', '2025-03-02');
        await carried('Vale Courier', null);
        await carried('Harbour Post', '2025-03-01');
        await carried('Far Gazette', '2025-02-01', desk);
        await saveQuotes({ content: 'There is no lease', speaker: 'Ada Lorne', stance: 'denied' });
        const find = async (filters: Partial<SearchRequest> = {}) => {
          const request = { topic: parseTopic('lease'), limit: 9, ...filters };
          const { quotes, total } = await store.searchQuotes(press, request);
          return { quotes: quotes.filter(({ stance }) => stance === 'claimed'), total };
        };
        const all = await find();
        expect(all.total).toBe(3);
        expect(all.quotes.map(({ article }) => article.outlet)).toEqual(['Harbour Post', 'Harbour Post']);
        for (const { id, copies } of all.quotes) {
          expect(copies?.map(({ outlet }) => outlet)).toEqual(['Evening Bell', 'Vale Courier']);
          expect((await store.findQuote(press, id))?.copies).toEqual(copies);
        }
        const filtered = await find({ outlet: 'bell' });
        expect(filtered.total).toBe(2);
        expect(filtered.quotes.map(({ article }) => article.outlet)).toEqual([
          'Evening Bell',
          'Evening Bell',
        ]);
        expect(filtered.quotes[0]?.copies?.map(({ outlet }) => outlet)).toEqual([
          'Harbour Post',
          'Vale Courier',
        ]);
        expect(await find({ limit: 1 })).toMatchObject({ total: 3 });
        const [other] = (await store.searchQuotes(desk, { topic: parseTopic('lease'), limit: 9 })).quotes;
        expect(other?.copies).toBeUndefined();
      });

      it('joins what was apart when an article comes that is a copy of both', async () => {
        const [first, second] = [maker.article(300), maker.article(300)];
        const said = '\n\nAda Lorne said: “There is no lease at all” that day.';
        const texts = [`${first}${said}`, `${second}${said}`, `${first}${said}\n\n${second}`];
        const { quotes } = composeArticle({
          statements: [{ content: 'There is no lease at all', speaker: 'Ada Lorne' }],
        });
        const counts: number[] = [];
        for (const [index, text] of texts.entries()) {
          const moved = quotes.map((quote) => moveQuote(quote, text.indexOf(said) + 2, text));
          const { article } = composeArticle({ statements: [], outlet: `Paper ${index}` });
          const contentHash = createHash('sha256').update(text).digest('hex');
          await store.saveArticle(press, { ...article, text, contentHash, sketch: sketchOf(text) }, moved);
          counts.push((await store.searchQuotes(press, { topic: parseTopic('lease'), limit: 9 })).total);
        }
        expect(counts).toEqual([1, 2, 1]);
      });

      it('stores an article without a quote', async () => {
        const saved = await save({ statements: [] });
        expect(saved).toMatchObject({ status: 'stored', quotes: 0 });
        expect(await store.measureCorpus(press)).toEqual({ articles: 1, quotes: 0, outlets: 0 });
      });

      it('stores an article with more quotes than fit into one statement', async () => {
        const numbers = Array.from({ length: 1001 }, (_, index) => index);
        await saveQuotes(
          ...numbers.map((number) => ({ content: `Lease number ${number}`, speaker: `P${number}` })),
        );
        const { total, quotes } = await store.searchQuotes(press, {
          topic: parseTopic('lease'),
          limit: 2000,
        });
        expect(total).toBe(1001);
        expect(new Set(quotes.map((quote) => quote.content.text)).size).toBe(1001);
      });

      it('stores nothing of an article that has a quote which is not in it', async () => {
        const { article, quotes } = composeArticle({
          statements: [{ content: 'No lease' }, { content: 'No canal' }],
        });
        const [first, second] = quotes;
        const altered = { ...first?.quote.content, text: 'A lease' };
        const tampered = [second, { ...first, quote: { ...first?.quote, content: altered } }];
        await expect(store.saveArticle(press, article, JSON.parse(JSON.stringify(tampered)))).rejects.toThrow(
          StoreError,
        );
        expect(await store.measureCorpus(press)).toEqual({ articles: 0, quotes: 0, outlets: 0 });
      });

      it.each(['a\0b', 'a\uD800b'])('refuses a text with broken characters: %j', async (words) => {
        await expect(saveQuotes({ content: words })).rejects.toThrow(/broken characters/u);
      });

      it('knows nothing under an id that is not there', async () => {
        await saveQuotes({ content: 'No lease' });
        for (const id of ['', 'a_aaaaaaaaaaaaaaaa', "'; DROP TABLE quotes --"]) {
          expect(await store.findArticle(press, id)).toBeNull();
          expect(await store.findQuote(press, id)).toBeNull();
        }
      });
    }

    function describeTopics(): void {
      it('finds words by their stem and without their accents', async () => {
        await saveQuotes({ content: 'The missiles were transferred to Zürich' });
        expect(
          await notFound([
            'missile transfer',
            'MISSILES',
            'transferring',
            'zurich',
            'Zu\u0308rich',
            '“missile were”',
          ]),
        ).toEqual([]);
        expect(await search('missionary')).toEqual([]);
      });

      it('finds letters with strokes under the plain ones, and names however their apostrophe is written', async () => {
        await saveQuotes({
          content: 'Wałęsa met Søren in Sana’a over O’Brien’s U.S. plan for Khatam al-Anbiya',
        });
        expect(
          await notFound([
            'Walesa',
            'soren',
            "sana'a",
            'Sanaa',
            "O'Brien",
            'US plan',
            'U.S.',
            'al-Anbiya',
            'anbiya',
          ]),
        ).toEqual([]);
      });

      it('asks for every word, in any of the fields', async () => {
        await save({
          title: 'Harbour talks',
          statements: [
            { content: 'They never happened', claim: 'Reports of missile transfers', speaker: 'Ada Lorne' },
          ],
        });
        expect(
          await notFound([
            'missile transfer',
            'happened missile',
            'harbour happened',
            'harbour missile lorne',
          ]),
        ).toEqual([]);
        expect(await search('missile submarine')).toEqual([]);
      });

      it('does not find a quote by the title alone', async () => {
        await save({ title: 'Harbour talks', statements: [{ content: 'They never happened' }] });
        expect(await search('harbour')).toEqual([]);
        expect(await search('harbour talks')).toEqual([]);
      });

      it('keeps a phrase together and in order', async () => {
        await saveQuotes({ content: 'the transfer of missiles' }, { content: 'missiles for the transfer' });
        expect(await search('"transfer of missiles"')).toEqual(['the transfer of missiles']);
        expect(await search('transfer missiles')).toHaveLength(2);
      });

      it('leaves out what must not be there, wherever it stands', async () => {
        await save({ title: 'Drones', statements: [{ content: 'missiles one' }] });
        await saveQuotes(
          { content: 'missiles two', claim: 'Drones fly' },
          { content: 'missiles and drones' },
        );
        await saveQuotes({ content: 'missiles of the air force' }, { content: 'missiles by air, by force' });
        expect(new Set(await search('missile -drone'))).toEqual(
          new Set(['missiles of the air force', 'missiles by air, by force']),
        );
        expect(await search('missile -drone -"air force"')).toEqual(['missiles by air, by force']);
      });

      it('finds nothing where there is nothing to look for', async () => {
        await saveQuotes({ content: 'missiles' });
        for (const all of [[], [[]], [['']], [['?!']], [['missiles'], ['—']]]) {
          const found = await store.searchQuotes(press, { topic: { all, none: [] }, limit: 5 });
          expect(found).toEqual({ quotes: [], total: 0 });
        }
        const unharmed = { all: [['missiles']], none: [['—'], []] };
        expect(await store.searchQuotes(press, { topic: unharmed, limit: 5 })).toMatchObject({ total: 1 });
      });

      it('takes marks of a query language for what they are in a text', async () => {
        await saveQuotes({ content: 'missiles AND near or not' });
        const found = async (word: string) => {
          const topic = { all: [[word]], none: [] };
          return (await store.searchQuotes(press, { topic, limit: 5 })).total;
        };
        for (const word of ['missiles"', 'missiles*', '^missiles', '"missiles" AND "near"', 'near OR not']) {
          expect(await found(word)).toBe(1);
        }
        for (const word of ['missiles OR drones', 'content:missiles', 'not missiles', 'miss*']) {
          expect(await found(word)).toBe(0);
        }
      });

      it('bears a topic of several hundred terms', async () => {
        await saveQuotes({ content: 'missiles' });
        const terms = Array.from({ length: 400 }, (_, index) => [`word${index}`]);
        const topic = { all: [['missiles']], none: terms };
        expect(await store.searchQuotes(press, { topic, limit: 5 })).toMatchObject({ total: 1 });
        expect(await store.searchQuotes(press, { topic: { all: terms, none: [] }, limit: 5 })).toMatchObject({
          total: 0,
        });
      });
    }

    function describeFilters(): void {
      it('filters by the words of the speaker’s name and role', async () => {
        await saveQuotes(
          { content: 'missile one', speaker: 'Dmitri Peskóv', role: 'Palace spokesman' },
          { content: 'missile two', role: 'a NATO spokesperson' },
          { content: 'missile three Peskov' },
        );
        expect(await search('missile', { speaker: 'PESKOV' })).toEqual(['missile one']);
        expect(await search('missile', { speaker: 'spokesman dmitri' })).toEqual(['missile one']);
        expect(await search('missile', { speaker: 'nato' })).toEqual(['missile two']);
        expect(await search('missile', { speaker: 'pesk' })).toEqual([]);
        expect(await search('missile', { speaker: 'Peskov NATO' })).toEqual([]);
        expect(await search('missile', { speaker: '?' })).toEqual([]);
      });

      it('finds all that a filter leaves when there is no topic, newest first, and nothing without a filter', async () => {
        const said = (content: string, day: string, speaker: string) =>
          saveQuotes({ content, speaker, saidOn: [day, day] });
        await said('First word.', '2025-01-01', 'Ada Moen');
        await said('Third word.', '2025-03-01', 'Ada Moen');
        await said('Second word.', '2025-02-01', 'Ada Moen');
        await said('Another word.', '2025-02-02', 'Rolf Stig');
        const none = { all: [], none: [] };
        const found = await store.searchQuotes(press, { topic: none, speaker: 'Moen', limit: 2 });
        expect(found.quotes.map((quote) => quote.content.text)).toEqual(['Third word.', 'Second word.']);
        expect(found.total).toBe(3);
        expect(await store.searchQuotes(press, { topic: none, limit: 9 })).toEqual({ quotes: [], total: 0 });
      });

      it('filters by the words of the outlet', async () => {
        await save({
          outlet: 'The Harbour Post',
          statements: [{ content: 'missile one', speaker: 'Harbour Bell' }],
        });
        await save({ outlet: 'Évening Bell', statements: [{ content: 'missile two', speaker: 'Ann Post' }] });
        await save({ outlet: null, statements: [{ content: 'missile three' }] });
        expect(await search('missile', { outlet: 'harbour post' })).toEqual(['missile one']);
        expect(await search('missile', { outlet: 'evening' })).toEqual(['missile two']);
        expect(await search('missile', { outlet: 'Observer' })).toEqual([]);
      });

      it('filters by any of several speakers, by name or record, and of several outlets', async () => {
        const say = (content: string, speaker: string, outlet: string) =>
          save({ outlet, statements: [{ content, speaker }] });
        await say('missile one', 'Ada Moen', 'Harbour Post');
        await say('missile two', 'Rolf Stig', 'Evening Bell');
        await say('missile three', 'Ada Stig', 'Harbour Bell');
        const [ada] = await store.findSpeakers(press, 'Ada Stig', 1);
        const found = async (filters: Partial<SearchRequest>) =>
          (await search('missile', filters)).toSorted();
        expect(await found({ speakers: ['Ada Moen', 'rolf stig'] })).toEqual(['missile one', 'missile two']);
        expect(await found({ speakers: [ada?.id ?? '', 'Moen'] })).toEqual(['missile one', 'missile three']);
        expect(await found({ outlets: ['Harbour Post', 'Evening Bell'] })).toEqual([
          'missile one',
          'missile two',
        ]);
        expect(await found({ speakers: ['Stig'], outlets: ['bell', 'post'] })).toEqual([
          'missile three',
          'missile two',
        ]);
        expect(await found({ speakers: ['?', 'Moen'] })).toEqual(['missile one']);
        expect(await found({ outlets: [] })).toEqual([]);
      });

      it('filters by each stance', async () => {
        await saveQuotes(...STANCES.map((stance) => ({ content: `missile ${stance}`, stance })));
        for (const stance of STANCES) {
          expect(await search('missile', { stances: [stance] })).toEqual([`missile ${stance}`]);
        }
        expect(await search('missile', { stances: ['denied', 'disputed'] })).toHaveLength(2);
        expect(await search('missile', { stances: [...STANCES] })).toHaveLength(STANCES.length);
      });

      it('filters by the days it was said on, else by the article’s day', async () => {
        await save({
          publishedAt: '2024-09-20',
          statements: [
            { content: 'missile range', saidOn: ['2024-09-05', '2024-09-09'] },
            { content: 'missile published' },
          ],
        });
        await save({
          publishedAt: '2024-10-01T23:30:00-05:00',
          statements: [{ content: 'missile instant' }],
        });
        await save({ publishedAt: null, statements: [{ content: 'missile undated' }] });
        const within = async (since?: string, until?: string) =>
          (await search('missile', { since, until })).toSorted();
        expect(await within('2024-09-09', '2024-09-10')).toEqual(['missile range']);
        expect(await within('2024-09-01', '2024-09-05')).toEqual(['missile range']);
        expect(await within('2024-09-06', '2024-09-07')).toEqual(['missile range']);
        expect(await within('2024-09-10', '2024-09-20')).toEqual(['missile published']);
        expect(await within('2024-09-21')).toEqual(['missile instant']);
        expect(await within(undefined, '2024-10-01')).toEqual([
          'missile instant',
          'missile published',
          'missile range',
        ]);
        expect(await within('2024-10-02')).toEqual([]);
        expect(await within()).toHaveLength(4);
      });
    }

    function describeRanking(): void {
      it('puts the quote’s own words before its claim, and these before the paragraph and the title', async () => {
        await save({ title: 'Canal', statements: [{ content: 'we spoke', speaker: 'Ann Canal' }] });
        await save({ statements: [{ content: 'we met', claim: 'The canal was let' }] });
        await save({ statements: [{ content: 'the canal was let', speaker: 'Ann Lorne' }] });
        expect(await search('canal')).toEqual(['the canal was let', 'we met', 'we spoke']);
      });

      it('puts the newer before the older where both fit alike', async () => {
        for (const day of ['2024-03-02', '2024-03-04', null, '2024-03-03']) {
          await save({
            publishedAt: day,
            statements: [{ content: 'the canal', speaker: `Ann ${(day ?? '0').slice(-1)}` }],
          });
        }
        const { quotes } = await store.searchQuotes(press, { topic: parseTopic('canal'), limit: 9 });
        expect(quotes.map((quote) => quote.article.publishedAt)).toEqual([
          '2024-03-04',
          '2024-03-03',
          '2024-03-02',
          null,
        ]);
      });

      it('counts all that fit and gives the best ones', async () => {
        await saveQuotes(
          ...Array.from({ length: 7 }, (_, index) => ({ content: `canal ${index}`, speaker: 'Ann' })),
        );
        const { quotes, total } = await store.searchQuotes(press, { topic: parseTopic('canal'), limit: 3 });
        expect([quotes.length, total]).toEqual([3, 7]);
        const dated = { topic: parseTopic('canal'), since: '2024-01-01', limit: 3 };
        expect(await store.searchQuotes(press, dated)).toEqual({ quotes: [], total: 0 });
      });
    }

    function describeSuggestions(): void {
      it('suggests speakers by the start of any word of their name, the most quoted first', async () => {
        await saveQuotes(
          { content: 'one', speaker: 'Ánna Berg' },
          { content: 'two', speaker: 'Bernd Anders', role: 'Mayor' },
          { content: 'three', speaker: 'bernd anders' },
          { content: 'four', role: 'a senior official from Anders' },
          { content: 'five' },
        );
        await saveQuotes({ content: 'six', speaker: 'Bernd Anders' });
        const bernd = { name: 'Bernd Anders', role: 'Mayor' };
        const anna = { name: 'Ánna Berg', role: null };
        for (const typed of ['', ' ', 'b', 'BER', 'an']) {
          expect(await store.suggestSpeakers(press, typed, 9)).toEqual([bernd, anna]);
        }
        expect(await store.suggestSpeakers(press, 'anna', 9)).toEqual([anna]);
        expect(await store.suggestSpeakers(press, 'berg a', 9)).toEqual([anna]);
        expect(await store.suggestSpeakers(press, '', 1)).toEqual([bernd]);
        for (const typed of ['nna', 'senior', '%', '_', '*', '"', "'"]) {
          expect(await store.suggestSpeakers(press, typed, 9)).toEqual([]);
        }
      });

      it('remembers the latest role a speaker was given', async () => {
        await saveQuotes({ content: 'one', speaker: 'Ann Lorne', role: 'Mayor' });
        await saveQuotes({ content: 'two', speaker: 'Ann Lorne', role: 'Minister' });
        await saveQuotes({ content: 'three', speaker: 'Ann Lorne' });
        expect(await store.suggestSpeakers(press, 'ann', 9)).toEqual([
          { name: 'Ann Lorne', role: 'Minister' },
        ]);
      });

      it('suggests whom a name written with a slip may mean, nobody where nobody is near', async () => {
        await saveQuotes(
          { content: 'one', speaker: 'Ada Lorne' },
          { content: 'two', speaker: 'Pavo Lindqvar' },
          { content: 'three', speaker: 'Čedomir Radojčić' },
        );
        const suggested = async (typed: string) =>
          (await store.suggestSpeakers(press, typed, 9)).map((speaker) => speaker.name);
        for (const slip of ['lonre', 'lorme', 'orne', 'lornee', 'ada lorrne']) {
          expect([slip, await suggested(slip)]).toEqual([slip, ['Ada Lorne']]);
        }
        expect(await suggested('lindkwar')).toEqual(['Pavo Lindqvar']);
        expect(await suggested('radjcic')).toEqual(['Čedomir Radojčić']);
        for (const other of ['lane', 'oe', 'bo lorne', 'x'.repeat(500), 'lrone lindqvar']) {
          expect([other, await suggested(other)]).toEqual([other, []]);
        }
        expect(await store.suggestSpeakers(desk, 'lonre', 9)).toEqual([]);
      });

      it('suggests outlets, those with the most articles first', async () => {
        for (const [index, outlet] of ['Harbour Post', 'Evening Post', 'Evening Post', null].entries()) {
          await save({ outlet, statements: [{ content: `number ${index}` }] });
        }
        expect(await store.suggestOutlets(press, '', 9)).toEqual(['Evening Post', 'Harbour Post']);
        expect(await store.suggestOutlets(press, 'har', 9)).toEqual(['Harbour Post']);
        expect(await store.suggestOutlets(press, 'post', 1)).toEqual(['Evening Post']);
      });
    }

    function describeKeptState(): void {
      it('keeps what a component stands for, and the last of two', async () => {
        const state = { userId: '7', payload: { page: 2, topic: 'naïve “lease”', list: [null, true] } };
        expect(await store.findComponentState(press, 'c1')).toBeNull();
        await store.saveComponentState(press, 'c1', { userId: '1', payload: 'old' });
        await store.saveComponentState(press, 'c1', state);
        expect(await store.findComponentState(press, 'c1')).toEqual(state);
        expect(await store.findComponentState(desk, 'c1')).toBeNull();
      });

      it('knows a file that was imported until it changes, and only while its article is stored', async () => {
        const { articleId } = await save({ title: 'Canal', statements: [{ content: 'No lease' }] });
        const file = { path: '/press/naïve “lease”.txt', stamp: '12:1700', articleId };
        const other = { path: '/press/b.txt', stamp: '1:1', articleId: 'a_aaaaaaaaaaaaaaaa' };
        await store.noteImportedFiles(press, []);
        await store.noteImportedFiles(press, [{ ...file, stamp: 'old' }, other, file]);
        const known = { articleId, title: 'Canal', quotes: 1 };
        expect(await store.findImportedFile(press, file.path, file.stamp)).toEqual(known);
        expect(await store.findImportedFile(press, file.path, 'old')).toBeNull();
        expect(await store.findImportedFile(desk, file.path, file.stamp)).toBeNull();
        expect(await store.findImportedFile(press, other.path, other.stamp)).toBeNull();
        await store.noteImportedFiles(press, [{ ...file, stamp: 'new' }]);
        expect(await store.findImportedFile(press, file.path, 'new')).toEqual(known);
        expect(await store.findImportedFile(press, file.path, file.stamp)).toBeNull();
      });

      it('keeps the settings of each workspace, the usual ones where nothing was decided', async () => {
        expect(await store.readSettings(press)).toEqual(DEFAULT_SETTINGS);
        const decided = { ...DEFAULT_SETTINGS, zone: 'Europe/Oslo', storingRole: { id: '1', name: 'Desk' } };
        await store.saveSettings(press, DEFAULT_SETTINGS);
        await store.saveSettings(press, decided);
        expect(await store.readSettings(press)).toEqual(decided);
        expect(await store.readSettings(desk)).toEqual(DEFAULT_SETTINGS);
      });

      it('keeps notes, and the last of two', async () => {
        expect(await store.readNote('commands')).toBeNull();
        await store.writeNote('commands', 'one');
        await store.writeNote('commands', 'two');
        expect(await store.readNote('commands')).toBe('two');
      });

      it('keeps the runs of a model with each workspace, and sums what they cost from an instant on', async () => {
        const run: ModelRun = {
          at: '2025-03-02T09:00:00.000Z',
          prompt: 'answer-question',
          promptVersion: 3,
          promptHash: 'ab12',
          model: 'served-model',
          rung: 'object',
          inputTokens: null,
          outputTokens: 7,
          chargedTokens: 40,
          outcome: 'shown',
          rules: ['V6'],
          subject: '{"topic":"lease"}',
        };
        const older = { ...run, at: '2025-03-01T23:59:59.999Z', chargedTokens: 1000 };
        await store.recordModelRun(press, older);
        await store.recordModelRun(press, run);
        await store.recordModelRun(desk, run);
        const today = '2025-03-02T00:00:00.000Z';
        expect(await store.listModelRuns(press, today, 9)).toEqual([run]);
        expect(await store.listModelRuns(press, '2025-03-01T00:00:00.000Z', 9)).toEqual([run, older]);
        expect(await store.sumChargedTokens(press, today)).toBe(40);
        expect(await store.sumChargedTokens('nobody', today)).toBe(0);
      });
    }

    function describeSpeakers(): void {
      let said = 0;
      const says = async (speaker: string, sketch: Partial<StatementSketch> = {}, workspace = press) => {
        said += 1;
        const statements = [{ content: `Word number ${said}`, speaker, ...sketch }];
        const publishedAt = `2025-01-${10 + said}`;
        return save({ publishedAt, statements }, workspace);
      };
      const find = async (called: string, workspace = press) =>
        (await store.findSpeakers(workspace, called, 9)).map((speaker) => [
          speaker.name,
          speaker.quotes,
          speaker.roles.map(({ role }) => role).toSorted(),
        ]);

      it('keeps one record of a speaker across articles, with the roles and their days', async () => {
        await save({
          publishedAt: '2025-01-05',
          statements: [{ content: 'one', speaker: 'Ada Lorne', role: 'Minister' }],
        });
        await save({
          publishedAt: '2025-01-09',
          statements: [{ content: 'two', speaker: 'Ms. Ada LORNE', role: 'opposition leader' }],
        });
        await save({
          publishedAt: '2025-01-02',
          statements: [
            {
              content: 'three',
              speaker: 'Ada Lorne',
              role: 'Minister',
              saidOn: ['2024-12-30', '2024-12-31'],
            },
          ],
        });
        const [speaker, ...others] = await store.findSpeakers(press, 'Minister Ada Lorne', 9);
        expect(others).toEqual([]);
        expect(speaker).toEqual({
          id: expect.stringMatching(/^p_[a-z2-7]{16}$/u),
          name: 'Ada Lorne',
          aliases: [],
          roles: [
            { role: 'Minister', since: '2024-12-31', until: '2025-01-05' },
            { role: 'opposition leader', since: '2025-01-09', until: '2025-01-09' },
          ],
          quotes: 3,
        });
        expect(await find('Ada Lorne', desk)).toEqual([]);
      });

      it('knows a speaker by the id of the record, in its own workspace alone', async () => {
        await says('Ada Lorne');
        const [speaker] = await store.findSpeakers(press, 'Ada Lorne', 9);
        expect(await store.findSpeakers(press, speaker?.id ?? '', 9)).toEqual([speaker]);
        expect(await store.findSpeakers(desk, speaker?.id ?? '', 9)).toEqual([]);
      });

      it('never links a bare surname, with a title or without, nor one who is unnamed', async () => {
        await says('Lorne', { role: 'Minister' });
        await says('Minister Lorne');
        await says('Ada Lorne');
        await says('Bo Lorne');
        await save({ statements: [{ content: 'unnamed', role: 'Minister' }] });
        expect(await find('Lorne')).toEqual([]);
        expect(await find('Minister Lorne')).toEqual([]);
        expect(await find('Ada Lorne')).toEqual([['Ada Lorne', 1, []]]);
        expect(await find('Bo Lorne')).toEqual([['Bo Lorne', 1, []]]);
        expect(await find('Minister')).toEqual([]);
      });

      it('takes two of one name with callings far apart for two, and asks which where nothing tells', async () => {
        await says('John Kirr', { role: 'goalkeeper' });
        await says('John Kirr', { role: 'defence minister' });
        await says('John Kirr', { role: 'minister of finance' });
        await says('John Kirr');
        expect(await find('John Kirr')).toEqual([
          ['John Kirr', 2, ['defence minister', 'minister of finance']],
          ['John Kirr', 1, ['goalkeeper']],
        ]);
        const [minister] = await store.findSpeakers(press, 'John Kirr', 1);
        const found = await search('word number', { speakerId: minister?.id });
        expect(found).toHaveLength(2);
        expect(await search('word number', { speaker: 'kirr' })).toHaveLength(4);
        expect(await search('word number', { speakerId: minister?.id }, desk)).toEqual([]);
      });

      it('knows a body by the acronym that an article gave it', async () => {
        const { article, quotes } = composeArticle({
          statements: [{ content: 'There is no lease', speaker: 'European Commission' }],
        });
        await store.saveArticle(
          press,
          article,
          quotes.map(({ quote, document, statement }) => ({
            quote,
            document,
            statement,
            aliases: ['EC'],
          })),
        );
        await says('EC');
        expect(await store.findSpeakers(press, 'ec', 9)).toMatchObject([
          { name: 'European Commission', aliases: ['EC'], quotes: 2 },
        ]);
        expect(await store.suggestSpeakers(press, 'ec', 9)).toMatchObject([
          { name: 'European Commission' },
          { name: 'EC' },
        ]);
        expect(await search('lease', { speaker: 'EC' })).toEqual(['There is no lease']);
      });

      it('follows quotes that are replaced', async () => {
        const { article, quotes } = composeArticle({
          statements: [
            { content: 'one', speaker: 'Ada Lorne' },
            { content: 'two', speaker: 'Bo Wick' },
          ],
        });
        const { articleId } = await store.saveArticle(press, article, quotes.slice(0, 1));
        await store.replaceQuotes(press, articleId, quotes, NOT_EXTRACTED);
        expect([await find('Ada Lorne'), await find('Bo Wick')]).toMatchObject([
          [['Ada Lorne', 1, []]],
          [['Bo Wick', 1, []]],
        ]);
        const [wick] = await store.findSpeakers(press, 'Bo Wick', 1);
        expect(await search('two', { speakerId: wick?.id })).toEqual(['two']);
        await store.replaceQuotes(press, articleId, quotes.slice(0, 1), NOT_EXTRACTED);
        expect(await find('Bo Wick')).toEqual([]);
      });
    }

    function describeExtractions(): void {
      const now = '2025-03-02T10:00:00.000Z';
      const later = '2025-03-02T10:01:00.000Z';
      const waiting: Extraction = { ...NOT_EXTRACTED, awaits: 'model', dueAt: now };
      const claim = { awaits: ['grammar', 'model'] as const, now, until: later, limit: 9 };
      const saveWaiting = async (content: string, extraction = waiting, workspace = press) => {
        const { article, quotes } = composeArticle({ statements: [{ content }] });
        const { articleId } = await store.saveArticle(workspace, article, quotes, extraction);
        return articleId;
      };
      const claimedIds = async (overrides: Partial<ExtractionClaim> = {}) => {
        const claimed = await store.claimExtractions({ workspace: press, ...claim, ...overrides });
        return claimed.map(({ article }) => article.id);
      };

      it('hands an article that waits to one pass at a time, until the lease lapses', async () => {
        const articleId = await saveWaiting('one');
        await saveWaiting('elsewhere', waiting, desk);
        await saveWaiting('later', { ...waiting, dueAt: later });
        await saveWaiting('given up', { ...waiting, dueAt: null });
        expect(await claimedIds({ awaits: ['grammar'] })).toEqual([]);
        expect(await store.countWaiting(press, ['model'], now)).toBe(1);
        const [first, second] = await Promise.all([claimedIds(), claimedIds()]);
        expect([...(first ?? []), ...(second ?? [])]).toEqual([articleId]);
        expect(await claimedIds({ now: '2025-03-02T10:00:59.999Z' })).toEqual([]);
        await store.holdExtractions([articleId], '2025-03-02T10:02:00.000Z');
        const [taken] = await store.claimExtractions({ ...claim, workspace: null, now: later, limit: 1000 });
        expect(taken).toBeDefined();
        expect(await claimedIds({ now: '2025-03-02T10:02:00.000Z', until: '2026-01-01' })).toContain(
          articleId,
        );
      });

      it('tells how the extraction of an article stands, to its own workspace', async () => {
        const told = { ...waiting, problem: 'It is too long.' };
        const articleId = await saveWaiting('one', told);
        expect(await store.findExtraction(press, articleId)).toEqual(told);
        expect(await store.findExtraction(desk, articleId)).toBeNull();
        expect(await store.findExtraction(press, 'a_0')).toBeNull();
      });

      it('tells the whole article with its workspace and how it stands, and ends a claim with the outcome', async () => {
        const articleId = await saveWaiting('one');
        const [claimed] = await store.claimExtractions({ workspace: press, ...claim });
        expect(claimed).toEqual({
          workspace: press,
          article: await store.findArticle(press, articleId),
          extraction: waiting,
        });
        const failed = { ...waiting, problem: 'The model is away.', attempts: 1, modelStamp: 'm' };
        await store.recordExtraction(press, articleId, failed);
        await store.recordExtraction(desk, articleId, NOT_EXTRACTED);
        const [again] = await store.claimExtractions({ workspace: press, ...claim });
        expect(again?.extraction).toEqual(failed);
        await store.recordExtraction(press, articleId, { ...failed, awaits: null, dueAt: null });
        expect(await claimedIds({ now: '2031-01-01T00:00:00.000Z' })).toEqual([]);
      });

      it('makes the articles wait that another version or model has read, those of one workspace', async () => {
        const done = { ...NOT_EXTRACTED, version: 'v2', modelStamp: 'm1' };
        const old = await saveWaiting('old', { ...done, version: 'v1' });
        const never = await saveWaiting('never', NOT_EXTRACTED);
        const stuck = await saveWaiting('stuck', { ...done, awaits: 'grammar', dueAt: null, attempts: 5 });
        const read = await saveWaiting('done', done);
        await saveWaiting('elsewhere', NOT_EXTRACTED, desk);
        await store.markOutdated({ workspace: press, version: 'v2', modelStamp: null, now });
        expect((await claimedIds()).toSorted()).toEqual([old, never, stuck].toSorted());
        expect(await store.countWaiting(desk, ['grammar'], now)).toBe(0);
        await store.markOutdated({ workspace: press, version: 'v2', modelStamp: 'm2', now });
        expect(await claimedIds()).toEqual([read]);
      });

      it('replaces quotes in one go: same spans and speaker keep their id, others come and go with their words and names', async () => {
        const statements: StatementSketch[] = [
          { content: 'The lease stands', speaker: 'Ada Lorne', role: 'Minister' },
          { content: 'The canal is shut', speaker: 'Bo Wick' },
          { content: 'The bridge is open', speaker: 'Cy Vane' },
        ];
        const { article, quotes } = composeArticle({ statements });
        const [first, second, third] = quotes;
        if (first === undefined || second === undefined || third === undefined)
          throw new Error('three quotes');
        const { articleId } = await store.saveArticle(press, article, [first, second]);
        const before = await store.listArticleQuotes(press, articleId);
        const denied = { ...first, quote: { ...first.quote, stance: 'denied' as const } };
        const done = { ...NOT_EXTRACTED, version: 'v2' };
        expect(await store.replaceQuotes(press, articleId, [denied, third], done)).toEqual({
          kept: 1,
          added: 1,
          removed: 1,
        });
        const after = await store.listArticleQuotes(press, articleId);
        expect(after.map(({ content, stance }) => [content.text, stance])).toEqual([
          ['The lease stands', 'denied'],
          ['The bridge is open', 'claimed'],
        ]);
        expect(after[0]?.id).toBe(before[0]?.id);
        expect(await store.findQuote(press, before[1]?.id ?? '')).toBeNull();
        expect(await search('lease', { stances: ['denied'] })).toEqual(['The lease stands']);
        expect(await search('lease', { stances: ['claimed'] })).toEqual([]);
        expect(await search('canal shut')).toEqual([]);
        expect(await search('bridge', { speaker: 'vane' })).toEqual(['The bridge is open']);
        const suggested = await store.suggestSpeakers(press, '', 9);
        expect(suggested.map((speaker) => speaker.name).toSorted()).toEqual(['Ada Lorne', 'Cy Vane']);
        expect(await store.measureCorpus(press)).toMatchObject({ quotes: 2 });
        expect(await store.replaceQuotes(desk, articleId, [], done)).toBeNull();
        expect(await store.listArticleQuotes(desk, articleId)).toEqual([]);
      });

      it('keeps the former text of an address, and finds what the newest revision has', async () => {
        const url = 'https://post.example/lease';
        const revise = (day: string | null, statements: readonly StatementSketch[], workspace = press) => {
          const { article, quotes } = composeArticle({ outlet: 'Harbour Post', statements });
          return store.saveArticle(workspace, { ...article, url, modifiedAt: day }, quotes);
        };
        const lease = { content: 'There is no lease', speaker: 'Ada Lorne' };
        const canal = { content: 'The canal lease is void', speaker: 'Bo Wick' };
        const fixed = { content: 'The canal lease was void', speaker: 'Bo Wick' };
        const bridge = { content: 'The bridge lease ends', speaker: 'Cy Vane' };
        const found = async () =>
          (await store.searchQuotes(press, { topic: parseTopic('lease'), limit: 9 })).quotes.toSorted(
            (a, b) => (a.content.text < b.content.text ? -1 : 1),
          );

        const first = await revise('2025-03-01', [lease, canal, bridge]);
        const [oldBridge, oldCanal, oldLease] = await found();
        const second = await revise('2025-03-02', [{ content: 'New', speaker: 'Al' }, fixed, lease]);
        expect(second).toMatchObject({ status: 'revised', revisionOf: first.articleId, quotes: 3 });
        const [newCanal, newLease] = await found();
        expect(newLease).toMatchObject({ id: oldLease?.id, article: { id: second.articleId } });
        expect(newCanal?.content.text).toBe(fixed.content);
        expect(newCanal?.id).not.toBe(oldCanal?.id);
        expect(await store.findQuote(press, oldCanal?.id ?? '')).toEqual({
          ...oldCanal,
          superseded: { on: '2025-03-02', by: newCanal?.id },
        });
        expect(await store.findQuote(press, oldBridge?.id ?? '')).toEqual({
          ...oldBridge,
          superseded: { on: '2025-03-02', by: null },
        });
        expect(await store.findArticle(press, first.articleId)).toMatchObject({ url });
        expect(await store.findArticle(press, second.articleId)).toMatchObject({ revision: 2 });
        expect(await store.measureCorpus(press)).toEqual({ articles: 1, quotes: 3, outlets: 1 });
        const speakers = await store.suggestSpeakers(press, '', 9);
        expect(speakers.map((speaker) => speaker.name).toSorted()).toEqual(['Ada Lorne', 'Al', 'Bo Wick']);

        const again = await revise('2025-03-02', [{ content: 'New', speaker: 'Al' }, fixed, lease]);
        expect(again).toEqual({ articleId: second.articleId, status: 'duplicate', quotes: 3 });
        const third = await revise('2025-03-05', [bridge]);
        expect(await found()).toMatchObject([{ id: oldBridge?.id, article: { id: third.articleId } }]);
        expect(await store.findQuote(press, newLease?.id ?? '')).toMatchObject({
          superseded: { on: '2025-03-05', by: null },
        });
        const elsewhere = await revise('2025-03-06', [lease], desk);
        expect(elsewhere.status).toBe('stored');
        expect(await found()).toHaveLength(1);
      });

      it('stores a revision that tells of an earlier change behind the newest', async () => {
        const revise = (modifiedAt: string, content: string) => {
          const { article, quotes } = composeArticle({ statements: [{ content, speaker: 'Ada Lorne' }] });
          return store.saveArticle(press, { ...article, url: 'https://post.example/1', modifiedAt }, quotes);
        };
        const newest = await revise('2025-03-03T10:00:00+02:00', 'A new lease');
        const late = await revise('2025-03-03T07:00:00Z', 'An old lease');
        expect(late).toMatchObject({ status: 'revised', revisionOf: newest.articleId });
        expect(await search('lease')).toEqual(['A new lease']);
        const [gone] = await store.listArticleQuotes(press, late.articleId);
        expect(gone).toMatchObject({ superseded: { on: '2025-03-03', by: null } });
        expect(await store.measureCorpus(press)).toMatchObject({ articles: 1, quotes: 1 });
        expect(await store.findArticle(press, newest.articleId)).toMatchObject({ revision: 2 });
        const still = await store.replaceQuotes(press, late.articleId, [], NOT_EXTRACTED);
        expect(still).toEqual({ kept: 1, added: 0, removed: 0 });
      });

      it('takes a quote that a revision drops from the carriers of its copies', async () => {
        const statements = [
          { content: 'There is no lease', speaker: 'Ada Lorne' },
          { content: 'None of it was signed', speaker: 'Ada Lorne' },
        ];
        const url = 'https://post.example/lease';
        const { article, quotes } = composeArticle({ outlet: 'Harbour Post', statements });
        await store.saveArticle(press, { ...article, url }, quotes);
        await save({ outlet: 'Evening Bell', statements });
        const carriers = async () =>
          (await store.searchQuotes(press, { topic: parseTopic('lease'), limit: 9 })).quotes.map(
            ({ article: { outlet }, copies = [] }) => [outlet, copies.length],
          );
        expect(await carriers()).toEqual([['Harbour Post', 1]]);
        const shorter = composeArticle({ outlet: 'Harbour Post', statements: statements.slice(1) });
        await store.saveArticle(press, { ...shorter.article, url }, shorter.quotes);
        expect(await carriers()).toEqual([['Evening Bell', 0]]);
      });

      it('keeps what copies carry right when the quotes of one are replaced', async () => {
        const sketch = { statements: [{ content: 'The lease stands', speaker: 'Ada Lorne' }] };
        const { articleId } = await save({ ...sketch, outlet: 'Harbour Post' });
        const { quotes } = composeArticle(sketch);
        const copy = await save({ ...sketch, outlet: 'Evening Bell' });
        const carriers = async () =>
          (await store.listArticleQuotes(press, articleId)).map(({ copies }) => copies?.length ?? 0);
        expect(await carriers()).toEqual([1]);
        await store.replaceQuotes(press, copy.articleId, [], NOT_EXTRACTED);
        expect(await carriers()).toEqual([0]);
        await store.replaceQuotes(press, copy.articleId, quotes, NOT_EXTRACTED);
        expect(await carriers()).toEqual([1]);
      });

      it('leaves everything as it was when one of the new quotes is not in the article', async () => {
        const { article, quotes } = composeArticle({ statements: [{ content: 'one' }, { content: 'two' }] });
        const { articleId } = await store.saveArticle(press, article, quotes.slice(0, 1));
        const forge = ({ quote, ...rest }: NewQuote): NewQuote => {
          const content = { spans: quote.content.spans, text: 'forged' };
          return { quote: { ...quote, content }, ...rest };
        };
        const forged = quotes.map(forge);
        await expect(store.replaceQuotes(press, articleId, forged, waiting)).rejects.toThrow(StoreError);
        expect(await search('one')).toEqual(['one']);
        expect(await claimedIds()).toEqual([]);
      });

      it('keeps what a model replied, for each workspace', async () => {
        expect(await store.findModelReply(press, 'key')).toBeNull();
        await store.keepModelReply(press, 'key', { quotes: [] });
        await store.keepModelReply(press, 'key', { quotes: ['“naïve”'] });
        expect(await store.findModelReply(press, 'key')).toEqual({ quotes: ['“naïve”'] });
        expect(await store.findModelReply(desk, 'key')).toBeNull();
      });
    }

    function describeWorkspaces(): void {
      it('shows nothing of a workspace to another', async () => {
        const sketch = {
          outlet: 'Harbour Post',
          statements: [{ content: 'There is no lease', speaker: 'Ada Lorne', stance: 'denied' as const }],
        };
        const { articleId } = await save(sketch, press);
        const [quote] = (await store.searchQuotes(press, { topic: parseTopic('lease'), limit: 1 })).quotes;
        await save({ statements: [{ content: 'A canal' }] }, desk);
        for (const workspace of [desk, 'nobody', press.toUpperCase(), `${press} `, '']) {
          expect(await search('lease', {}, workspace)).toEqual([]);
          expect(await search('lease', { stances: ['denied'], speaker: 'lorne' }, workspace)).toEqual([]);
          expect(await store.findQuote(workspace, quote?.id ?? '')).toBeNull();
          expect(await store.findArticle(workspace, articleId)).toBeNull();
          expect(await store.suggestSpeakers(workspace, '', 9)).toEqual([]);
          expect(await store.suggestOutlets(workspace, '', 9)).toEqual([]);
        }
        expect(await store.measureCorpus(desk)).toEqual({ articles: 1, quotes: 1, outlets: 0 });
        expect(await store.measureCorpus('nobody')).toEqual({ articles: 0, quotes: 0, outlets: 0 });
      });

      it('stores the same text in two workspaces, once each', async () => {
        const sketch = { statements: [{ content: 'There is no lease' }] };
        const first = await save(sketch, press);
        const second = await save(sketch, desk);
        expect(second).toMatchObject({ status: 'stored' });
        expect(second.articleId).not.toBe(first.articleId);
        expect(await store.findByContent(desk, composeArticle(sketch).article)).toEqual({
          ...second,
          status: 'duplicate',
        });
      });
    }
  });
}
