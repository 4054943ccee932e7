import { parentPort, workerData } from 'node:worker_threads';

/**
 * A thread beside the one that works, which may be too busy to look up: ends the process when it holds more memory than
 * it may (buffers too, which V8's own limits leave out), and when the program that started it is gone.
 */
const EVERY = 50;
const { limit, parent }: GuardOrders = workerData;

/** What the guard is told to watch: `limit` in MB, and the id of the process that started this one. */
export interface GuardOrders {
  readonly limit: number;
  readonly parent: number;
}

setInterval(() => {
  const isTooLarge = process.memoryUsage.rss() > limit * 1024 * 1024;
  if (isTooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY);
parentPort?.unref();
