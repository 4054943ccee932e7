import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeBriefing } from '../../../src/briefing/compose-briefing.ts';
import { InputError } from '../../../src/errors.ts';
import type { Report } from '../../../src/records/report.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { composeArticle, type ArticleSketch, type StatementSketch } from '../../support/store-articles.ts';

const on = (date: string) => ({ saidOn: [date, date] as const });
const claim = 'A missile transfer was reported';
const shared: StatementSketch = {
  content: 'No missile transfer was ever planned.',
  speaker: 'Ida Korn',
  stance: 'denied',
  claim,
  ...on('2025-06-02'),
};

const ARTICLES: readonly ArticleSketch[] = [
  {
    outlet: 'Harbour Times',
    publishedAt: '2025-03-04',
    statements: [
      {
        content: 'There was no missile transfer.',
        speaker: 'Mara Lindqvist',
        stance: 'denied',
        claim,
        ...on('2025-03-03'),
      },
    ],
  },
  {
    outlet: 'Fjord Post',
    publishedAt: '2025-06-02',
    statements: [
      {
        content: 'The missile transfer took place, and I signed it.',
        speaker: 'Mara Lindqvist',
        stance: 'confirmed',
        ...on('2025-06-01'),
      },
      { content: 'Herring is dear.', speaker: 'Oskar Brandt', ...on('2025-06-01') },
      shared,
    ],
  },
  { title: 'A copy', outlet: 'Cape Wire', publishedAt: '2025-06-03', statements: [shared] },
];

const quotesOf = ({ parts }: Report) =>
  parts.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'quote' ? [entry] : [])));

describe('A briefing', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
    for (const sketch of ARTICLES) {
      const { article, quotes } = composeArticle(sketch);
      await store.saveArticle('desk', article, quotes);
    }
  });
  afterAll(() => store.close());
  const compose = (
    topics: readonly string[],
    since = '2025-06-01',
    until = '2025-06-30',
    workspace = 'desk',
  ) => composeBriefing({ topics, since, until }, { workspace, store });

  it('tells what was said in the period alone, denials first, with the change of position it brings', async () => {
    const report = await compose(['missile transfer']);
    expect(report.parts[0]).toMatchObject({
      heading: 'On “missile transfer”: 1 denial, 1 confirmation',
      entries: [
        { quote: { content: { text: shared.content } }, note: null },
        {
          quote: { content: { text: 'The missile transfer took place, and I signed it.' } },
          note: 'Changed position: denied it on 3 March 2025.',
        },
      ],
    });
  });

  it('tells a statement that several outlets carry once, with all of them', async () => {
    const report = await compose(['missile transfer']);
    const [first] = quotesOf(report);
    expect(first?.quote.article.outlet).toBe('Fjord Post');
    expect(first?.quote.copies?.map(({ outlet }) => outlet)).toEqual(['Cape Wire']);
    expect(report.told[0]).toBe('2 statements in 2 articles of 2 outlets: 1 denial, 1 confirmation.');
  });

  it('tells who conflicts with whom where a statement of the period takes part', async () => {
    const { parts } = await compose(['missile transfer']);
    expect(parts.map(({ heading }) => heading)).toContain(
      'In conflict with their own words on “missile transfer”',
    );
    const before = await compose(['missile transfer'], '2025-03-01', '2025-03-31');
    expect(before.parts).toHaveLength(1);
  });

  it('tells no statement twice, though it fits two topics', async () => {
    const { parts } = await compose(['missile transfer', 'missile']);
    const news = quotesOf({
      ...(await compose(['missile'])),
      parts: parts.filter(({ heading }) => heading?.startsWith('On ')),
    });
    const ids = news.map(({ quote }) => quote.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('covers everything where no topic is named', async () => {
    const report = await compose([]);
    expect(quotesOf(report).map(({ quote }) => quote.content.text)).toContain('Herring is dear.');
    expect(report.parts).toHaveLength(1);
  });

  it('says so when nothing is new', async () => {
    const nothing = await compose(['missile transfer'], '2025-05-01', '2025-05-02');
    expect(nothing).toMatchObject({
      parts: [],
      told: ['Nothing new is on the record on “missile transfer” for this period.'],
    });
    expect((await compose([], '2025-06-01', '2025-06-30', 'another desk')).parts).toEqual([]);
  });

  it('refuses a topic without a word to look for', async () => {
    await expect(compose(['the'])).rejects.toThrow(InputError);
  });
});
