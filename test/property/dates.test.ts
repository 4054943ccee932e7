import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/quotes/dates/find-dates.ts';

const DAY = '2024-09-10';

const WORDS =
  'Monday|on Sunday|last|next|the|previous|following|same|day|week|month|year|two|a|999|days|earlier|later|ago|yesterday|overnight|the weekend|in|early|June|Sept.|May|March|3|3rd|31|29|Feb|2021|1000|9999|2024-09-09|–|-|will vote|said|.|,|\n|\u00a0|“|of|this|and|before|after|🛰|\ud83d';

/** Text made of what dates are made of, so that most runs hold several, whole and broken. */
const dateLike = fc
  .array(fc.oneof(fc.constantFrom(...WORDS.split('|')), fc.string({ maxLength: 4 })), { maxLength: 40 })
  .map((words) => words.join(' '));

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), dateLike);

const anyDay = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the dates found in any text', () => {
  it('are slices of the text in reading order, and days that exist, up to the day of the article', () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, publishedAt) => {
        let end = 0;
        for (const { from, to, span } of findDates(text, publishedAt)) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(text.slice(...span).trim()).toHaveLength(span[1] - span[0]);
          for (const day of [from, to]) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
          expect(from <= to && to <= publishedAt.slice(0, 10)).toBe(true);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(anyText, fc.option(anyDay), (text, publishedAt) => {
        expect(findDates(text, publishedAt)).toEqual(findDates(text, publishedAt));
      }),
    );
  });

  it('do not depend on the paragraphs that follow', () => {
    fc.assert(
      fc.property(dateLike, dateLike, (text, next) => {
        const alone = findDates(text, DAY);
        expect(findDates(`${text}\n\n${next}`, DAY).slice(0, alone.length)).toEqual(alone);
      }),
    );
  });

  it('hold a full date or count from one where the article has no date', () => {
    fc.assert(
      fc.property(
        dateLike,
        fc.constantFrom(null, '', 'soon', '2024-13-01', '10 September'),
        (text, publishedAt) => {
          const first = findDates(text, publishedAt).slice(0, 1);
          for (const { span } of first) expect(text.slice(...span)).toMatch(/\d{4}/);
        },
      ),
    );
  });

  it('never depend on anything but the text and the day of the article', () => {
    fc.assert(
      fc.property(
        dateLike,
        fc.constantFrom('T00:00:00Z', 'T23:59:59-11:00', 'T00:30:00+14:00'),
        (text, time) => {
          expect(findDates(text, DAY + time)).toEqual(findDates(text, DAY));
        },
      ),
    );
  });
});

describe('five million characters', () => {
  it.each([
    ['weekdays', 'Monday '],
    ['broken dates', 'the 3 '],
    ['digits', '1'],
    ['quotation marks', '"'],
  ])('of %s are read to the end', (_, piece) => {
    const text = piece.repeat(Math.ceil(5_000_000 / piece.length));
    const dates = findDates(`${text}. He spoke yesterday`, DAY);
    expect(dates.at(-1)?.from).toBe('2024-09-09');
  });
});
