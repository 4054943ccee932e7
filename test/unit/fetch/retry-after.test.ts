import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../../src/fetch/retry-after.ts';

const now = new Date('2025-03-04T10:00:00Z');

describe('readRetryAfter', () => {
  it.each([
    ['120', '2025-03-04T10:02:00.000Z'],
    ['0', '2025-03-04T10:00:00.000Z'],
    ['Tue, 04 Mar 2025 12:00:00 GMT', '2025-03-04T12:00:00.000Z'],
    ['Tue, 04 Mar 2025 08:00:00 GMT', '2025-03-04T10:00:00.000Z'],
    ['9999999999', '2025-03-05T10:00:00.000Z'],
  ])('reads %j', (header, expected) => expect(readRetryAfter(header, now)?.toISOString()).toBe(expected));

  it.each([null, '', 'soon', '-5', '1e9', '12345678901'])('makes nothing of %j', (header) => {
    expect(readRetryAfter(header, now)).toBeNull();
  });
});
