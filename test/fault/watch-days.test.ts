import { describe, expect, it } from 'vitest';
import { runWatchDays } from '../support/watch-days.ts';

describe('Watches over simulated days', () => {
  it('tell each statement that is news exactly once, within their hours and limits, however often the process dies', async () => {
    const counts = await runWatchDays({
      from: '2028-02-20T00:00:00.000Z',
      days: 12,
      seed: 11,
      deaths: 0.004,
      publishing: 0.03,
    });
    expect(counts).toMatchObject({ missed: 0, twice: 0, unasked: 0, inQuietHours: 0, beyondLimit: 0 });
    expect(counts.deaths).toBeGreaterThan(20);
    expect(counts.told).toBeGreaterThan(300);
    expect(counts.messages).toBeGreaterThan(100);
  }, 60_000);
});
