import { runBriefingYear } from '../support/briefing-year.ts';

/**
 * Briefings over a simulated leap year, minute by minute, with a process that dies at random steps.
 * `npm run bench:briefings -- [DAYS] [EACH]`: 366 days and 4 briefings a zone unless told otherwise; a fifth runs each hour.
 */
const [days = '366', each = '4'] = process.argv.slice(2);
const started = performance.now();
const counts = await runBriefingYear({
  from: '2028-01-01T00:00:00.000Z',
  days: Number(days),
  seed: 11,
  deaths: 0.0003,
  failures: 0.01,
  each: Number(each),
  idleMinutes: true,
});
console.log(`${days} days from 1 January 2028 in ten zones: ${counts.ticks} minutes ticked`);
console.log(`the process died ${counts.deaths} times, ${counts.failures} posts failed`);
console.log(`${counts.slots} slots: ${counts.delivered} delivered once, ${counts.skipped} skipped by rule`);
console.log(
  `${counts.missing} missing, ${counts.skippedWrongly} skipped against the rule; of the messages ${counts.lost} lost, ${counts.twice} posted twice, ${counts.disordered} in disorder, ${counts.unasked} unasked`,
);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
