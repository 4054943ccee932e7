import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../../../../src/answer/reports/make-report.ts';
import { InputError } from '../../../../src/errors.ts';
import type { Report } from '../../../../src/records/report.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { wordsIn } from '../../../../src/words/words.ts';
import { composeArticle, type ArticleSketch } from '../../../support/store-articles.ts';

const day = (date: string) => [date, date] as const;
const claim = 'A missile transfer was reported';

const ARTICLES: readonly ArticleSketch[] = [
  {
    title: 'Ships at night',
    outlet: 'Harbour Times',
    publishedAt: '2025-03-04',
    statements: [
      {
        content: 'There was no missile transfer.',
        speaker: 'Mara Lindqvist',
        role: 'Harbour Minister',
        stance: 'denied',
        claim,
        saidOn: day('2025-03-03'),
      },
      { content: 'I cannot confirm the missile transfer.', speaker: 'Tomas Eke', stance: 'declined', claim },
      { content: 'The missile transfer went on all night.', speaker: 'Oskar Brandt', claim },
      {
        content: 'The missile transfer may have been a drill.',
        speaker: 'Lena Brandt',
        role: 'clerk',
        claim,
      },
    ],
  },
  {
    title: 'Minister changes her account',
    outlet: 'Fjord Post',
    publishedAt: '2025-06-02',
    statements: [
      {
        content: 'The missile transfer took place, and I signed it.',
        speaker: 'Mara Lindqvist',
        stance: 'confirmed',
        saidOn: day('2025-06-01'),
      },
      { content: 'I will not speak of the missile transfer.', speaker: 'Mara Lindqvist', stance: 'declined' },
      { content: 'Herring is dear.', speaker: 'Mara Lindqvist', saidOn: day('2025-06-01') },
    ],
  },
];

const wordsOf = ({ parts }: Report) =>
  parts.map(({ entries }) =>
    entries.map((entry) => (entry.kind === 'quote' ? entry.quote.content.text : entry.text)),
  );

describe('A report', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
    for (const sketch of ARTICLES) {
      const { article, quotes } = composeArticle(sketch);
      await store.saveArticle('desk', article, quotes);
    }
  });
  afterAll(() => store.close());
  const make = (
    name: Parameters<typeof makeReport>[0],
    question: Parameters<typeof makeReport>[1],
    workspace = 'desk',
  ) => makeReport(name, question, { store, workspace, words: wordsIn('en') });

  it('of a position tells statements oldest first and marks the change, once', async () => {
    const report = await make('position', { speaker: 'Mara Lindqvist', topic: 'missile transfer' });
    expect(wordsOf(report)).toEqual([
      [
        'There was no missile transfer.',
        'The missile transfer took place, and I signed it.',
        'I will not speak of the missile transfer.',
      ],
    ]);
    expect(report.parts[0]?.entries.map(({ note }) => note)).toEqual([
      null,
      'Changed position: denied it on 3 March 2025.',
      'Changed position: confirmed it on 1 June 2025.',
    ]);
    expect(report.told).toEqual([
      '3 statements of 3 on file, oldest first.',
      '2 changes of position, marked below.',
    ]);
  });

  it('of a position needs no topic, and marks no change then: nobody knows that it is one matter', async () => {
    const report = await make('position', { speaker: 'Lindqvist', topic: '' });
    expect(wordsOf(report).flat()).toHaveLength(4);
    expect(report.parts[0]?.entries.every(({ note }) => note === null)).toBe(true);
  });

  it('of a position asks which of two people with one name is meant, and mixes them never', async () => {
    const report = await make('position', { speaker: 'Brandt', topic: '' });
    expect(report.parts).toEqual([]);
    expect(report.told).toEqual([
      'More than one speaker on file bears that name: Lena Brandt (clerk) and Oskar Brandt. Ask for one of them.',
    ]);
    expect((await make('timeline', { speaker: 'Brandt', topic: 'missile' })).told[0]).toBe(report.told[0]);
    expect(wordsOf(await make('position', { speaker: 'Lena Brandt', topic: '' }))).toEqual([
      ['The missile transfer may have been a drill.'],
    ]);
  });

  it('of a position says plainly that nothing is on file', async () => {
    expect((await make('position', { speaker: 'Nobody Known', topic: '' })).told).toEqual([
      'Nothing that Nobody Known said is on file.',
    ]);
    await expect(make('position', { topic: 'missile' })).rejects.toThrow(InputError);
  });

  it('over time goes day by day', async () => {
    const report = await make('timeline', { topic: 'missile transfer' });
    expect(report.parts.map(({ heading }) => heading)).toEqual([
      '3 March 2025',
      '4 March 2025',
      '1 June 2025',
      '2 June 2025',
    ]);
    expect(report.told[0]).toBe('6 statements of 6 quotes on file, on 4 days.');
  });

  it('of contradictions pairs a denial with what asserts the same, the speaker against herself first', async () => {
    const report = await make('contradictions', { topic: 'missile transfer' });
    expect(report.parts.map(({ heading }) => heading)).toEqual([
      'Mara Lindqvist (Harbour Minister), against what they said themselves',
      'Mara Lindqvist (Harbour Minister) against Oskar Brandt',
    ]);
    expect(wordsOf(report)[0]).toEqual([
      'There was no missile transfer.',
      'The missile transfer took place, and I signed it.',
    ]);
  });

  it('of contradictions takes a speaker in place of a topic', async () => {
    const report = await make('contradictions', { topic: '', speaker: 'Mara Lindqvist' });
    expect(report.parts).toHaveLength(1);
    expect((await make('contradictions', { topic: '', speaker: 'Tomas Eke' })).parts).toEqual([]);
  });

  it('crosses into no other workspace', async () => {
    expect((await make('timeline', { topic: 'missile transfer' }, 'other')).parts).toEqual([]);
    expect((await make('silent', { topic: 'missile transfer' }, 'other')).parts).toEqual([]);
  });
});
