import { serveJobs } from '../threads/serve-jobs.ts';
import { extractQuotes } from './extract.ts';

/** The thread in which quotes are found. */
serveJobs({ run: extractQuotes });
