import { serveJobs } from '../threads/serve-jobs.ts';
import { readAnyArticle } from './documents/read-any-article.ts';

/** The thread in which articles are read that may be heavy or hostile. */
serveJobs({ run: readAnyArticle });
