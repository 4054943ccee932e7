import { serveJobs } from '../threads/serve-jobs.ts';
import { readArticle } from './read.ts';

/** The thread in which articles are read that may be heavy or hostile. */
serveJobs({ run: readArticle });
