import { serveJobs } from '../processes/serve-jobs.ts';
import { readAnyArticle } from './documents/read-any-article.ts';

/** The process in which articles are read that may be heavy or hostile. */
serveJobs({ run: readAnyArticle });
