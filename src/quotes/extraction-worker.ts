import { serveJobs } from '../processes/serve-jobs.ts';
import { extractQuotes } from './extract.ts';

/** The process in which quotes are found. */
serveJobs({ run: extractQuotes });
