import { describe, expect, it } from 'vitest';
import { latestSlot, nextSlot, nextSlots } from '../../../src/schedule/next-slots.ts';

const at = (cron: string, zone: string) => ({ cron, words: cron, zone });

describe('nextSlots', () => {
  it.each([
    ['a time that exists', '30 7 * * *', 'Europe/Berlin', '2031-03-29T12:00:00Z', '2031-03-30T05:30:00.000Z'],
    ['an hour left out', '30 2 * * *', 'Europe/Berlin', '2031-03-29T12:00:00Z', '2031-03-30T01:00:00.000Z'],
    [
      'half an hour left out',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2031-10-04T00:00:00Z',
      '2031-10-04T15:30:00.000Z',
    ],
    [
      'a midnight left out',
      '0 0 * * *',
      'America/Santiago',
      '2031-09-06T12:00:00Z',
      '2031-09-07T04:00:00.000Z',
    ],
    ['a day left out', '0 9 30 12 *', 'Pacific/Apia', '2011-06-01T00:00:00Z', '2011-12-30T10:00:00.000Z'],
    ['a leap day', '0 9 29 2 *', 'UTC', '2096-03-01T00:00:00Z', '2104-02-29T09:00:00.000Z'],
    ['the last of a month', '0 9 L * *', 'UTC', '2028-02-01T00:00:00Z', '2028-02-29T09:00:00.000Z'],
  ])('finds %s', (...[, cron, zone, after, expected]) => {
    expect(nextSlot(at(cron, zone), after)).toBe(expected);
    expect(latestSlot(at(cron, zone), expected)).toBe(expected);
  });

  it('runs once, the first time, where the clock shows a time twice', () => {
    expect(nextSlots(at('30 2 * * *', 'Europe/Berlin'), '2031-10-25T12:00:00Z', 2)).toEqual([
      '2031-10-26T00:30:00.000Z',
      '2031-10-27T01:30:00.000Z',
    ]);
  });

  it('runs once where two times fall together', () => {
    expect(nextSlots(at('0 2,3 * * *', 'Europe/Berlin'), '2031-03-29T12:00:00Z', 2)).toEqual([
      '2031-03-30T01:00:00.000Z',
      '2031-03-31T00:00:00.000Z',
    ]);
  });

  it('joins several lines', () => {
    expect(nextSlots(at('0 9 * * 6;30 7 * * 1-5', 'UTC'), '2031-02-28T00:00:00Z', 3)).toEqual([
      '2031-02-28T07:30:00.000Z',
      '2031-03-01T09:00:00.000Z',
      '2031-03-03T07:30:00.000Z',
    ]);
  });

  it('finds the slot that was last, not one that is to come', () => {
    const mornings = at('30 7 * * 1-5', 'UTC');
    expect(latestSlot(mornings, '2031-03-03T07:29:59.999Z')).toBe('2031-02-28T07:30:00.000Z');
    expect(latestSlot(mornings, '2031-03-03T07:30:00.000Z')).toBe('2031-03-03T07:30:00.000Z');
  });
});
