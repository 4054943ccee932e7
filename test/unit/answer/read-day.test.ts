import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../src/answer/read-day.ts';
import { InputError } from '../../../src/errors.ts';

/** A Wednesday. */
const TODAY = '2025-07-02';

describe('The period of a question', () => {
  it('is the days as they were given, with nothing to explain', () => {
    expect(readPeriod({ since: '2025-03-01', until: '2025-03-31' }, TODAY)).toEqual({
      since: '2025-03-01',
      until: '2025-03-31',
    });
    expect(readPeriod({}, TODAY)).toEqual({});
  });

  it.each([
    ['last Monday', '2025-06-30', '2025-06-30'],
    ['yesterday', '2025-07-01', '2025-07-01'],
    ['last week', '2025-06-23', '2025-06-29'],
    ['3 March 2025', '2025-03-03', '2025-03-03'],
    ['March 2025', '2025-03-01', '2025-03-31'],
    ['since last month', '2025-06-01', '2025-06-30'],
    [' today ', TODAY, TODAY],
  ])('reads %s in words, and tells how', (words, first, last) => {
    expect(readPeriod({ since: words }, TODAY).since).toBe(first);
    expect(readPeriod({ until: words }, TODAY).until).toBe(last);
    expect(readPeriod({ until: words }, TODAY).understood).toMatch(/^Understood “.*” as \d+ \w+ 2025\.$/);
  });

  it.each(['next Monday', '2025-02-30', 'soon', 'Monday or Tuesday', 'on the day it rained', '2030-01-01x'])(
    'refuses %s with a sentence',
    (words) => {
      expect(() => readPeriod({ since: words }, TODAY)).toThrow(InputError);
    },
  );

  it('refuses an end before its beginning', () => {
    expect(() => readPeriod({ since: 'yesterday', until: 'last Monday' }, TODAY)).toThrow(
      'should not be after',
    );
  });
});
