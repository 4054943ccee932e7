import { serveJobs } from '../../processes/serve-jobs.ts';
import { readFeed, type RawFeed } from './read-feed.ts';

/** The process in which large feeds are read. */
serveJobs({ run: (raw: RawFeed) => readFeed(raw) });
