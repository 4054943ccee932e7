import { parentPort } from 'node:worker_threads';
import { extractQuotes, type ExtractorInput } from './extract.ts';

/** The thread in which articles are read. What it throws ends it, and fails the article it was reading. */
parentPort?.on('message', (article: ExtractorInput) => parentPort?.postMessage(extractQuotes(article)));
parentPort?.postMessage('loaded');
