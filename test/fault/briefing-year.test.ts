import { describe, expect, it } from 'vitest';
import { runBriefingYear } from '../support/briefing-year.ts';

describe('Briefings over a simulated year', () => {
  // Each minute of it, with more briefings, is `npm run bench:briefings`.
  it('are each delivered exactly once or skipped by rule, wherever clocks are set and however often the process dies', async () => {
    const counts = await runBriefingYear({
      from: '2028-01-01T00:00:00.000Z',
      days: 366,
      seed: 7,
      deaths: 0.003,
      failures: 0.03,
      each: 1,
      idleMinutes: false,
    });
    expect(counts).toMatchObject({
      missing: 0,
      skippedWrongly: 0,
      lost: 0,
      twice: 0,
      disordered: 0,
      unasked: 0,
    });
    expect(counts.delivered + counts.skipped).toBe(counts.slots);
    expect(counts.slots).toBeGreaterThan(1500);
    expect(counts.deaths).toBeGreaterThan(40);
    expect(counts.failures).toBeGreaterThan(40);
    expect(counts.delivered).toBeGreaterThan(counts.slots * 0.6);
  }, 120_000);
});
