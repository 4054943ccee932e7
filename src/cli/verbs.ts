import { article } from './article.ts';
import { ask } from './ask.ts';
import { brief } from './brief.ts';
import { extract } from './extract.ts';
import { feed } from './feed.ts';
import { ingest } from './ingest.ts';
import { reextract } from './reextract.ts';
import { verify } from './verify.ts';
import type { Verb } from './verb.ts';

/** Every verb of the command line, in the order in which help lists them. */
export const VERBS: readonly Verb[] = [ask, brief, verify, ingest, extract, reextract, article, feed];
