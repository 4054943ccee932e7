import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, afterSuccess, intervalOf } from '../../src/ingest/feed-timing.ts';
import { readFeed } from '../../src/article/feed/read-feed.ts';
import { writeRss } from '../support/feed-site.ts';

const NOW = new Date('2031-03-10T12:00:00.000Z');
const MINUTE = 60_000;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

const minutesUntil = (instant: string): number => (Date.parse(instant) - NOW.getTime()) / MINUTE;

describe('when a feed is tried again', () => {
  it('lies between 15 minutes and 12 hours ahead, a tenth more or less, whatever it publishes', () => {
    const ages = fc.array(fc.integer({ min: -10_000, max: 100_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(ages, chance, (minutes, luck) => {
        const items = minutes.map((age, number) => ({
          id: `${number}`,
          title: 'x',
          published: new Date(NOW.getTime() - age * MINUTE).toISOString(),
        }));
        const feed = readFeed({ bytes: Buffer.from(writeRss(items)), address: null });
        const wait = minutesUntil(afterSuccess(NOW, intervalOf(feed, NOW), luck));
        expect(wait).toBeGreaterThanOrEqual(13);
        expect(wait).toBeLessThanOrEqual(12 * 60 * 1.1 + 1);
      }),
    );
  });

  it('after failures lies ever later, a day and a quarter at most, and never before the host allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 5000 }),
        chance,
        (failures, asked, luck) => {
          const retryAfter = new Date(NOW.getTime() + asked * MINUTE);
          const wait = minutesUntil(afterFailure(NOW, { failures, retryAfter }, luck));
          const next = minutesUntil(afterFailure(NOW, { failures: failures + 1, retryAfter }, luck));
          expect(wait).toBeGreaterThanOrEqual(Math.max(15, asked) - 1);
          expect(next).toBeGreaterThanOrEqual(wait);
          expect(wait).toBeLessThanOrEqual(Math.max(24 * 60, asked) * 1.25 + 1);
        },
      ),
    );
  });
});
