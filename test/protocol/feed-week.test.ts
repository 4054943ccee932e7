import { expect, it } from 'vitest';
import { simulateWeek } from '../support/feed-week.ts';

it(
  'loses no entry of a simulated week, stores none twice, honours ETags, and asks a host for one thing at a time',
  { timeout: 120_000 },
  async () => {
    const counts = await simulateWeek({ feeds: 40, entriesEach: 50, tick: 15 });
    expect(counts).toMatchObject({
      published: 2000,
      stored: 2000,
      twice: 0,
      lost: 0,
      forgetful: 0,
      mostAtOnce: 1,
    });
    expect(counts.unchanged).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  },
);
