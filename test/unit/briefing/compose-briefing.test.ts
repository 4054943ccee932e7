import { afterEach, describe, expect, it } from 'vitest';
import type { ComposedBriefing } from '../../../src/records/briefing.ts';
import { STANCES, type Stance } from '../../../src/records/quote.ts';
import { openDesk, wordsOf, type BriefingDesk } from '../../support/briefing-desk.ts';
import type { StatementSketch } from '../../support/store-articles.ts';

const MONDAY = '2026-11-23T06:30:00.000Z';
const TUESDAY = '2026-11-24T06:30:00.000Z';
const WEDNESDAY = '2026-11-25T06:30:00.000Z';
const claim = 'A sale of ferries was reported';
const LONG = 'We did not sell a single ferry to anybody';

const says = (
  content: string,
  stance: Stance = 'denied',
  more: Partial<StatementSketch> = {},
): StatementSketch => ({ speaker: 'Mara Lindqvist', content, stance, claim, ...more });
const on = (day: string) => ({ saidOn: [day, day] as const });

const outline = ({ report }: ComposedBriefing) =>
  report.parts.map(({ heading, entries }) => [heading, ...entries.map(({ note }) => note)]);

describe('A briefing', () => {
  let desk: BriefingDesk;
  afterEach(() => desk.close());

  it('tells what came on the record since the last one that was delivered, and nothing of it again', async () => {
    desk = await openDesk(MONDAY, { wanted: { topics: ['ferries'] } });
    desk.at('2026-11-23T10:00:00.000Z');
    await desk.save({ outlet: 'Harbour Post', statements: [says(LONG)] });
    desk.at(TUESDAY);
    expect(wordsOf(await desk.compose())).toEqual([LONG]);
    const first = await desk.deliver();
    expect(wordsOf(first)).toEqual([LONG]);
    expect(first.report.filters[0]).toBe('since Monday 07:30 (Europe/Oslo)');
    await desk.save({ outlet: 'Cape Wire', title: 'Much later', statements: [says(LONG)] });
    desk.at(WEDNESDAY);
    const second = await desk.deliver();
    expect([second.isQuiet, second.told, second.report.told]).toEqual([
      true,
      [],
      ['Nothing new is on the record on “ferries” for this period.'],
    ]);
  });

  it('marks what was said long before it came on the record', async () => {
    desk = await openDesk(MONDAY);
    await desk.save({
      statements: [says(LONG, 'denied', on('2026-09-01')), says('Not so', 'denied', on('2026-11-20'))],
    });
    desk.at(TUESDAY);
    expect(outline(await desk.compose())).toEqual([
      ['Denials', null, 'New on the record, though from 1 September 2026.'],
    ]);
  });

  it('tells once, with every outlet, what fourteen outlets carry, though none copies another', async () => {
    desk = await openDesk(MONDAY);
    for (let index = 0; index < 14; index += 1) {
      await desk.save({
        outlet: `Paper ${index}`,
        title: `Words of paper number ${index}`,
        statements: [says(LONG, 'denied', { claim: `Paper ${index} reported it` })],
      });
    }
    desk.at(TUESDAY);
    const { report } = await desk.compose();
    const [entry, ...more] = report.parts.flatMap(({ entries }) => entries);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'quote', quote: { content: { text: LONG } } });
    expect(entry?.kind === 'quote' && entry.quote.copies).toHaveLength(13);
    expect(report.told[0]).toBe('1 statement in 14 articles of 14 outlets: 1 denial.');
  });

  it('tells nothing of an archive that was read in, nor of what was stored long before it is read again', async () => {
    desk = await openDesk(MONDAY);
    await desk.save({ quiet: true, statements: [says('What an old archive holds of it')] });
    desk.at(TUESDAY);
    await desk.deliver();
    desk.at('2026-11-27T06:30:00.000Z');
    expect((await desk.compose({ after: 0 })).isQuiet).toBe(true);
  });

  it('holds a new statement against what an archive holds of the speaker', async () => {
    desk = await openDesk(MONDAY, { wanted: { topics: ['ferries'] } });
    await desk.save({ quiet: true, statements: [says(LONG, 'denied', on('2025-03-03'))] });
    await desk.save({
      statements: [says('The ferries were sold in May', 'confirmed', on('2026-11-23'))],
    });
    desk.at(TUESDAY);
    const composed = await desk.compose();
    expect(outline(composed)).toEqual([
      [
        'Changed position on “ferries”',
        'Changed position: denied it on 3 March 2025.',
        'What they said before.',
      ],
    ]);
    expect(wordsOf(composed)).toEqual(['The ferries were sold in May', LONG]);
  });

  it('takes nothing for a change that is older than what the speaker said since', async () => {
    desk = await openDesk(MONDAY, { wanted: { topics: ['ferries'] } });
    await desk.save({
      quiet: true,
      statements: [says('Yes, they were sold', 'confirmed', on('2026-10-01'))],
    });
    await desk.save({ statements: [says(LONG, 'denied', on('2026-09-01'))] });
    desk.at(TUESDAY);
    expect(outline(await desk.compose())).toEqual([
      ['In conflict on “ferries”: Mara Lindqvist, against their own words', null, 'Also on the record.'],
    ]);
  });

  it('tells two speakers who contradict each other as a pair, once', async () => {
    desk = await openDesk(MONDAY, { wanted: { topics: ['ferries'] } });
    await desk.save({ statements: [says('No ferries were sold to Tarn by the port', 'denied')] });
    desk.at(TUESDAY);
    await desk.deliver();
    desk.at('2026-11-24T09:00:00.000Z');
    await desk.save({
      statements: [says('Ferries were sold to Tarn by the port', 'claimed', { speaker: 'Oskar Brandt' })],
    });
    desk.at(WEDNESDAY);
    expect(outline(await desk.compose())).toEqual([
      ['In conflict on “ferries”: Mara Lindqvist against Oskar Brandt', 'Also on the record.', null],
    ]);
  });

  it('tells once what was corrected or removed of what it told, in the old words and the new', async () => {
    desk = await openDesk(MONDAY, { wanted: { topics: ['ferries'] } });
    const url = 'https://post.example/ferries';
    await desk.save({
      url,
      statements: [says(LONG), says('There will be no further talks about it at all')],
    });
    desk.at(TUESDAY);
    await desk.deliver();
    desk.at('2026-11-24T12:00:00.000Z');
    await desk.save({ url, statements: [says(`${LONG}, but for two`)] });
    desk.at(WEDNESDAY);
    const composed = await desk.deliver();
    const day = 'on 24 November 2026.';
    expect(outline(composed)[0]).toEqual([
      'Corrected since it was told here',
      `Told here before; changed in a later revision of the article, ${day}`,
      'What the article has in its place now.',
      `Told here before; removed in a later revision of the article, ${day}`,
    ]);
    expect(wordsOf(composed).slice(0, 2)).toEqual([LONG, `${LONG}, but for two`]);
    expect(composed.report.parts).toHaveLength(1);
    expect([composed.isQuiet, composed.corrected.length, composed.report.told[1]]).toEqual([
      false,
      2,
      '2 corrections of what was told here.',
    ]);
    desk.at('2026-11-26T06:30:00.000Z');
    expect((await desk.compose()).isQuiet).toBe(true);
  });

  it('tells who was asked and gave no reply, about a topic and about everything', async () => {
    desk = await openDesk(MONDAY);
    await desk.save({
      outlet: 'Harbour Post',
      statements: [
        says(LONG),
        says('It is true', 'claimed', { claim: 'The Tarn Ministry did not reply to questions' }),
      ],
    });
    desk.at(TUESDAY);
    const { report } = await desk.compose();
    expect(report.parts.at(-1)).toMatchObject({
      heading: 'Without a reply on record',
      entries: [{ kind: 'sentence', who: 'The Tarn Ministry' }],
    });
  });

  it('looks through the stances that answer first, and counts the rest', async () => {
    desk = await openDesk(MONDAY, { length: 'short' });
    const claims = Array.from({ length: 300 }, (_, index) =>
      says(`Statement number ${index} about quite another thing`, 'claimed', { claim: undefined }),
    );
    await desk.save({ statements: claims });
    await desk.save({ statements: [says(LONG)] });
    desk.at(TUESDAY);
    const { report } = await desk.compose();
    expect(report.parts.map(({ heading, entries }) => [heading, entries.length])).toEqual([
      ['Denials', 1],
      ['Other statements', 1],
    ]);
    expect([report.notShown, report.told[0]]).toEqual([
      299,
      'The 201 of 301 statements that answer or fit best, in 2 articles: 1 denial, 200 other statements.',
    ]);
  });

  it('tells some of every stance where not all has room, most of those that answer', async () => {
    desk = await openDesk(MONDAY, { length: 'medium' });
    await desk.save({
      statements: STANCES.flatMap((stance) =>
        Array.from({ length: 9 }, (_, index) =>
          says(`Words ${index} that were ${stance} in a way`, stance, { speaker: null, claim: undefined }),
        ),
      ),
    });
    desk.at(TUESDAY);
    const { report } = await desk.compose();
    const counts = report.parts.map(({ entries }) => entries.length);
    expect(counts).toEqual([4, 4, 3, 3, 2, 1, 1, 1, 1]);
    expect(report.notShown).toBe(81 - 20);
  });

  it('says when it was due where it is caught up', async () => {
    desk = await openDesk(MONDAY);
    desk.at(TUESDAY);
    const { report } = await desk.compose({ caughtUpFrom: '2026-11-24T05:00:00.000Z' });
    expect(report.filters).toEqual([
      'since Monday 07:30 (Europe/Oslo)',
      'due Tuesday 06:00, caught up Tuesday 07:30',
    ]);
    const old = await desk.compose({ since: '2026-11-09T06:30:00.000Z' });
    expect(old.report.filters).toEqual(['since Monday 9 November 2026 07:30 (Europe/Oslo)']);
  });
});
