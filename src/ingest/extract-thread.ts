import { parentPort, workerData } from 'node:worker_threads';
import { extractQuotes } from '../quotes/extract.ts';

/** A thread that extracts the quotes of one article, its `workerData`, and ends. */
parentPort?.postMessage(extractQuotes(workerData));
