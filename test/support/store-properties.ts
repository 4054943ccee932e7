import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import { STANCES } from '../../src/records/quote.ts';
import type { SearchRequest } from '../../src/records/search.ts';
import type { Store } from '../../src/store/store.ts';
import { wordsOf } from '../../src/store/words.ts';
import { makeTexts } from './copies.ts';
import { composeArticle, type ArticleSketch, type StatementSketch } from './store-articles.ts';

/** Words that no stemmer touches and none of which begins another. */
const WORDS = ['canal', 'harbour', 'lease', 'drone', 'pact'] as const;
/** What one article carries of a story. */
interface Filing {
  readonly story: readonly string[] | undefined;
  readonly from: number;
  readonly to: number;
}

const PEOPLE = ['Ada Lorne', 'Bo Lorne', 'Cy Marsh'] as const;
const OUTLETS = ['Harbour Post', 'Evening Post'] as const;
const DAYS = ['2024-03-01', '2024-03-02', '2024-03-03'] as const;
const maker = makeTexts(9);
const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });

const statement = fc.record({
  content: words,
  speaker: fc.constantFrom(...PEOPLE),
  stance: fc.constantFrom(...STANCES.slice(0, 3)),
  claim: optional(words),
});
const sketch = fc.record({
  title: fc.option(words),
  outlet: fc.option(fc.constantFrom(...OUTLETS)),
  publishedAt: fc.option(fc.constantFrom(...DAYS)),
  statements: fc.array(statement, { maxLength: 3 }),
});
const question = fc.record({
  topic: fc.record({
    all: fc.array(fc.array(word, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    none: fc.array(
      word.map((one) => [one]),
      { maxLength: 1 },
    ),
  }),
  speaker: optional(fc.constantFrom('lorne', 'Ada', 'marsh cy')),
  outlet: optional(fc.constantFrom('post', 'evening')),
  stances: optional(fc.subarray(STANCES.slice(0, 3), { minLength: 1 })),
  since: optional(fc.constantFrom(...DAYS)),
  until: optional(fc.constantFrom(...DAYS)),
  limit: fc.constant(1000),
});

/**
 * What a search must find, by looking at every statement one after the other: each once in its article, or in all that
 * have the same text.
 */
function findByReading(sketches: readonly ArticleSketch[], request: SearchRequest): readonly string[] {
  const found = sketches.flatMap((article) =>
    article.statements
      .filter((one) => fits(article, one, request))
      .map((one) => ({
        one,
        utterance: JSON.stringify([textOf(article), one.speaker, one.stance, one.content]),
      })),
  );
  return [...new Map(found.map(({ one, utterance }) => [utterance, one])).values()].map(
    (one) => `${one.speaker ?? ''}: ${one.content}`,
  );
}

function fits(article: ArticleSketch, one: StatementSketch, request: SearchRequest): boolean {
  const paragraph = `${one.claim === undefined ? '' : `${one.claim}. `}${one.speaker ?? ''} said ${one.content}`;
  const beyondTitle = [one.content, one.claim ?? '', paragraph];
  const found = (fields: readonly string[], term: readonly string[]) =>
    fields.some((field) => ` ${wordsOf(field).join(' ')} `.includes(` ${term.join(' ')} `));
  const anywhere = [...beyondTitle, article.title ?? ''];
  const has = (text: string, filter: string | undefined) =>
    filter === undefined || wordsOf(filter).every((part) => wordsOf(text).includes(part));
  const day = article.publishedAt ?? null;
  const inTime = (request.since === undefined && request.until === undefined) || isWithin(day, request);
  return (
    request.topic.all.every((term) => found(anywhere, term)) &&
    request.topic.all.some((term) => found(beyondTitle, term)) &&
    !request.topic.none.some((term) => found(anywhere, term)) &&
    (request.stances === undefined || request.stances.includes(one.stance ?? 'claimed')) &&
    has(one.speaker ?? '', request.speaker) &&
    has(article.outlet ?? '', request.outlet) &&
    inTime
  );
}

function textOf(sketched: ArticleSketch): string {
  return composeArticle(sketched).article.text;
}

/** Whether two sketches make the same text, and their outlets, where both are told, are the same. */
function isSame(one: ArticleSketch, other: ArticleSketch): boolean {
  return (
    textOf(one) === textOf(other) &&
    (one.outlet == null || other.outlet == null || one.outlet === other.outlet)
  );
}

function isWithin(day: string | null, { since = '', until = '9' }: SearchRequest): boolean {
  return day !== null && day >= since && day <= until;
}

/** What must hold for every store, whatever is put into it. `open` gives a new and empty one. */
export function describeStoreProperties(storeName: string, open: () => Promise<Store>): void {
  describe(`What always holds for ${storeName}`, () => {
    let store: Store;
    let runs = 0;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it('gives each workspace what reading its own articles gives, and nothing of another', async () => {
      const places = ['press', 'desk', 'web'] as const;
      const filing = fc.record({ place: fc.constantFrom(...places), sketch });
      const property = fc.asyncProperty(
        fc.array(filing, { maxLength: 12 }),
        fc.array(question, { minLength: 1, maxLength: 6 }),
        async (filings, questions) => {
          runs += 1;
          const run = runs;
          const filed = new Map<string, ArticleSketch[]>(places.map((place) => [place, []]));
          const articleIds = new Map<string, Set<string>>(places.map((place) => [place, new Set()]));
          for (const { place, sketch: filedSketch } of filings) {
            const { article, quotes } = composeArticle(filedSketch);
            const known = (filed.get(place) ?? []).some((one) => isSame(one, filedSketch));
            const saved = await store.saveArticle(`${place} ${run}`, article, quotes);
            expect(saved.status === 'duplicate').toBe(known);
            if (!known) filed.get(place)?.push(filedSketch);
            articleIds.get(place)?.add(saved.articleId);
          }
          const allIds = [...articleIds.values()].reduce((ids, more) => ids.union(more));
          for (const place of places) {
            const own = filed.get(place) ?? [];
            for (const request of questions) {
              const { quotes, total } = await store.searchQuotes(`${place} ${run}`, request);
              const found = quotes.map((quote) => `${quote.speaker?.name ?? ''}: ${quote.content.text}`);
              expect(found.toSorted()).toEqual(findByReading(own, request).toSorted());
              expect(total).toBe(quotes.length);
              for (const quote of quotes) {
                for (const other of places) {
                  const seen = await store.findQuote(`${other} ${run}`, quote.id);
                  expect(seen).toEqual(other === place ? quote : null);
                }
              }
            }
            for (const id of allIds) {
              const seen = await store.findArticle(`${place} ${run}`, id);
              expect(seen !== null).toBe(articleIds.get(place)?.has(id));
            }
            const statements = own.flatMap((one) => one.statements);
            const suggested = await store.suggestSpeakers(`${place} ${run}`, '', 99);
            expect(new Set(suggested.map(({ name }) => name))).toEqual(
              new Set(statements.map(({ speaker }) => speaker)),
            );
            const outlets = new Set(
              own.map(({ outlet }) => outlet).filter((outlet) => typeof outlet === 'string'),
            );
            expect(new Set(await store.suggestOutlets(`${place} ${run}`, '', 99))).toEqual(outlets);
            expect(await store.measureCorpus(`${place} ${run}`)).toEqual({
              articles: own.length,
              quotes: statements.length,
              outlets: outlets.size,
            });
          }
        },
      );
      await fc.assert(property, { numRuns: 60 });
    });

    it('tells the same statements with the same carriers, in whatever order copies and revisions come', async () => {
      const stories = [maker.article(200), maker.article(200)].map((text) =>
        text.match(/[^.]+\./gu)?.map((sentence) => sentence.trim()),
      );
      const filing = fc.record({
        story: fc.constantFrom(...stories),
        from: fc.nat({ max: 4 }),
        to: fc.integer({ min: 5, max: 12 }),
        outlet: fc.constantFrom('Harbour Post', 'Evening Bell', 'Vale Courier'),
        publishedAt: fc.option(fc.constantFrom(...DAYS)),
        /** The revision of the one address that is revised, the hour of its change; null for an address of its own. */
        revised: fc.option(fc.integer({ min: 0, max: 23 })),
      });
      const linesOf = ({ story = [], from, to }: Filing) => story.slice(from, to);
      const orders = fc
        .uniqueArray(filing, {
          maxLength: 7,
          // Of two revisions with one text or one hour, the order of coming tells which is the newer.
          comparator: (one, other) =>
            one.revised !== null &&
            other.revised !== null &&
            (one.revised === other.revised || linesOf(one).join() === linesOf(other).join()),
        })
        .chain((filings) =>
          fc.tuple(fc.constant(filings), fc.shuffledSubarray(filings, { minLength: filings.length })),
        );
      const tell = async (workspace: string) => {
        const request = { topic: { all: [['said']], none: [] }, limit: 1000 };
        const { quotes, total } = await store.searchQuotes(workspace, request);
        expect(quotes).toHaveLength(total);
        const told = quotes.map(({ content, article, copies = [] }) => {
          const outlets = [article, ...copies].map(({ outlet }) => outlet ?? '');
          return `${content.text} (${outlets.toSorted().join(', ')})`;
        });
        return told.toSorted();
      };
      const property = fc.asyncProperty(orders, async ([first, second]) => {
        runs += 1;
        const told: (readonly string[])[] = [];
        for (const [place, filings] of [first, second].entries()) {
          const workspace = `order ${place} of ${runs}`;
          for (const { story = [], from, to, revised, ...rest } of filings) {
            const statements = story.slice(from, to).map((content) => ({ content, speaker: 'Ada Lorne' }));
            const { article, quotes } = composeArticle({
              ...rest,
              outlet: revised === null ? rest.outlet : 'Revised Mail',
              statements,
            });
            const revision =
              revised === null
                ? {}
                : { url: 'https://mail.example/', modifiedAt: new Date(revised * 3_600_000).toISOString() };
            await store.saveArticle(
              workspace,
              { ...article, ...revision, sketch: sketchOf(article.text) },
              quotes,
            );
          }
          told.push(await tell(workspace));
        }
        expect(told[1]).toEqual(told[0]);
      });
      await fc.assert(property, { numRuns: 30 });
    });

    it('answers any text as topic, filter or beginning of a name without an error', async () => {
      const { article, quotes } = composeArticle({
        statements: [{ content: 'canal', speaker: 'Ada Lorne' }],
      });
      await store.saveArticle('hostile', article, quotes);
      const anyText = fc.string({ unit: 'binary', maxLength: 30 });
      const terms = fc.array(fc.array(anyText, { maxLength: 3 }), { maxLength: 3 });
      const request = fc.record({
        topic: fc.record({ all: terms, none: terms }),
        speaker: optional(anyText),
        outlet: optional(anyText),
        limit: fc.integer({ min: 0, max: 5 }),
      });
      await fc.assert(
        fc.asyncProperty(request, anyText, async (asked, typed) => {
          expect((await store.searchQuotes('hostile', asked)).total).toBeLessThanOrEqual(1);
          expect((await store.suggestSpeakers('hostile', typed, 5)).length).toBeLessThanOrEqual(1);
          await store.suggestOutlets('hostile', typed, 5);
          await store.findQuote('hostile', typed);
          await store.findArticle('hostile', typed);
        }),
        { numRuns: 300 },
      );
    });

    it('gives back any text as it was, and finds it under each of its words', async () => {
      const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(
          texts.filter((text) => text.isWellFormed() && !text.includes('\0')),
          async (content) => {
            runs += 1;
            const { article, quotes } = composeArticle({
              title: content,
              statements: [{ content, speaker: content }],
            });
            const { articleId } = await store.saveArticle(`texts ${runs}`, article, quotes);
            expect(await store.findArticle(`texts ${runs}`, articleId)).toMatchObject({ ...article });
            for (const one of wordsOf(content)) {
              const topic = { all: [[one]], none: [] };
              const found = await store.searchQuotes(`texts ${runs}`, { topic, speaker: one, limit: 1 });
              expect(found.quotes[0]?.content.text).toBe(content);
            }
          },
        ),
        { numRuns: 300 },
      );
    });
  });
}
