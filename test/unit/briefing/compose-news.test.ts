import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeNews } from '../../../src/briefing/compose-news.ts';
import { InputError } from '../../../src/errors.ts';
import type { Wanted } from '../../../src/records/briefing.ts';
import type { Report } from '../../../src/records/report.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { wordsIn } from '../../../src/words/words.ts';
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

const quotesOf = ({ parts }: Pick<Report, 'parts'>) =>
  parts.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'quote' ? [entry] : [])));

describe('What is new in a period of days', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
    for (const sketch of ARTICLES) {
      const { article, quotes } = composeArticle(sketch);
      await store.saveArticle('desk', article, quotes);
    }
  });
  afterAll(() => store.close());
  const tell = async (
    wanted: Partial<Wanted>,
    [since, until]: readonly [string, string] = ['2025-06-01', '2025-06-30'],
    workspace = 'desk',
  ): Promise<Report> => {
    const { report } = await composeNews(
      {
        title: 'News',
        wanted: { topics: [], stances: [], speakers: [], outlets: [], ...wanted },
        when: { kind: 'days', since, until },
        period: [],
        length: 'long',
        teller: null,
      },
      { workspace, store, words: wordsIn('en') },
    );
    return report;
  };
  const TOPIC = { topics: ['missile transfer'] };

  it('tells what was said in the period alone, changes of position with both statements first, then denials', async () => {
    const { parts } = await tell(TOPIC);
    expect(parts).toMatchObject([
      {
        heading: 'Changed position on “missile transfer”',
        entries: [
          {
            quote: { content: { text: 'The missile transfer took place, and I signed it.' } },
            note: 'Changed position: denied it on 3 March 2025.',
          },
          { quote: { content: { text: 'There was no missile transfer.' } }, note: 'What they said before.' },
        ],
      },
      {
        heading: 'Denials on “missile transfer”',
        entries: [{ quote: { content: { text: shared.content } }, note: null }],
      },
    ]);
  });

  it('tells a statement that several outlets carry once, with all of them', async () => {
    const report = await tell(TOPIC);
    const carried = quotesOf(report).find(({ quote }) => quote.content.text === shared.content);
    expect(carried?.quote.article.outlet).toBe('Fjord Post');
    expect(carried?.quote.copies?.map(({ outlet }) => outlet)).toEqual(['Cape Wire']);
    expect(report.told[0]).toBe('2 statements in 2 articles of 2 outlets: 1 denial, 1 confirmation.');
  });

  it('tells who conflicts with whom where a statement of the period takes part', async () => {
    const { parts } = await tell({ ...TOPIC, stances: ['denied'] });
    expect(parts.map(({ heading }) => heading)).toEqual(['Denials on “missile transfer”']);
    const before = await tell(TOPIC, ['2025-03-01', '2025-03-31']);
    expect(before.parts).toHaveLength(1);
  });

  it('tells no statement twice, though it fits two topics', async () => {
    const { parts, told } = await tell({ topics: ['missile transfer', 'missile'] });
    const ids = quotesOf({ parts }).map(({ quote }) => quote.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(told[1]).toBe('On “missile transfer”: 1 denial, 1 confirmation. On “missile”: nothing more.');
  });

  it('covers everything where no topic is named', async () => {
    const report = await tell({});
    expect(quotesOf(report).map(({ quote }) => quote.content.text)).toContain('Herring is dear.');
    expect(report.parts.map(({ heading }) => heading)).toEqual([
      'In conflict: Mara Lindqvist, against their own words',
      'Denials',
      'Other statements',
    ]);
  });

  it.each([
    [
      { stances: ['confirmed'], speakers: ['Lindqvist'] },
      ['There was no missile transfer.', 'The missile transfer took place, and I signed it.'],
    ],
    [{ speakers: ['oskar brandt', 'Ida Korn'] }, [shared.content, 'Herring is dear.']],
    [{ outlets: ['Cape Wire'] }, [shared.content]],
    [{ topics: ['herring'], stances: ['denied'] }, []],
  ] satisfies [Partial<Wanted>, string[]][])(
    'tells only what is wanted, and what it conflicts with: %j',
    async (wanted, expected) => {
      const report = await tell(wanted);
      expect(quotesOf(report).map(({ quote }) => quote.content.text)).toEqual(expected);
    },
  );

  it('says so when nothing is new', async () => {
    const nothing = await tell(TOPIC, ['2025-05-01', '2025-05-02']);
    expect(nothing).toMatchObject({
      parts: [],
      told: ['Nothing new is on the record on “missile transfer” for this period.'],
    });
    expect((await tell({}, ['2025-06-01', '2025-06-30'], 'another desk')).parts).toEqual([]);
  });

  it('refuses a topic without a word to look for', async () => {
    await expect(tell({ topics: ['the'] })).rejects.toThrow(InputError);
  });
});
