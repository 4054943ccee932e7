import { simulateWeek } from '../support/feed-week.ts';

/** `npm run bench:feeds [FEEDS] [ENTRIES]`: feeds polled through a simulated week, over real HTTP. */
const [feeds = '500', entriesEach = '100'] = process.argv.slice(2);
const started = performance.now();
const counts = await simulateWeek({ feeds: Number(feeds), entriesEach: Number(entriesEach), tick: 5 });
for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(12)} ${count}`);
console.log(`${'seconds'.padEnd(12)} ${((performance.now() - started) / 1000).toFixed(0)}`);
const { published, stored, twice, lost, mostAtOnce } = counts;
process.exitCode = stored === published && twice === 0 && lost === 0 && mostAtOnce === 1 ? 0 : 1;
