import { openArticleWorkers } from '../../../src/article-workers.ts';
import { AppError } from '../../../src/errors.ts';
import { createFetcher } from '../../../src/fetch/create-fetcher.ts';
import type { Fetcher } from '../../../src/fetch/fetcher.ts';
import { readFromUrl } from '../../../src/ingest/ingest-url.ts';
import { mapInOrder } from '../../../src/ingest/map-in-order.ts';
import { hostOf, type HostileCase } from './case.ts';
import { HOSTILE_CASES } from './cases.ts';
import { hostileResolver } from './resolver.ts';
import { watchMemory } from './watch-memory.ts';

/**
 * A program of its own, so that its memory can be measured: reads every case of the hostile web at the ports given as
 * arguments and tells what came of each, a line of JSON a case, and last the most that it and the processes it started held, in MB.
 */
const [http = '', raw = ''] = process.argv.slice(2);

const resolve = hostileResolver();
const open = (time: number): Fetcher =>
  createFetcher({
    settings: {
      ports: [80, 443, Number(http)],
      privateHosts: HOSTILE_CASES.flatMap((_, index) => [
        `${hostOf(index)}:${http}`,
        `${hostOf(index)}:${raw}`,
      ]),
      contact: null,
    },
    now: () => new Date(),
    resolve,
    limits: { time, connectTime: 500, pause: 0 },
  });
const patient = open(10_000);
const hurried = open(1000);
const workers = openArticleWorkers();

async function readCase({ address, raw: isRaw, endless }: HostileCase, index: number): Promise<object> {
  const own = `http://${hostOf(index)}:${isRaw === undefined ? http : raw}/story`;
  const fetcher = endless === true ? hurried : patient;
  try {
    const { text } = await readFromUrl(address?.replace('PORT', http) ?? own, {
      fetcher,
      read: workers.read,
    });
    return { outcome: 'read', text: text.slice(0, 2000) };
  } catch (error) {
    if (error instanceof AppError) return { outcome: 'refused', text: error.userMessage };
    return { outcome: 'bug', text: error instanceof Error ? error.stack : String(error) };
  }
}

const done = new AbortController();
const watching = watchMemory(done.signal);
for await (const told of mapInOrder(HOSTILE_CASES.entries(), 2, ([index, each]) => readCase(each, index))) {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
done.abort();
const megabytes = await watching;
await Promise.all([patient.close(), hurried.close(), workers.close()]);
process.stdout.write(`${JSON.stringify({ megabytes })}\n`);
