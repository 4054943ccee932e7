import { createHash } from 'node:crypto';
import { WEIGHTS } from './weights.ts';

/** Raised by whoever changes a rule so that stored articles are worth reading again. */
const RULES = 13;

/**
 * The version of the grammar extractor, kept with every article it has read. The learned weights are part of it by their
 * hash. The rules are not: a hash over all sources would call for millions of articles to be read again over a comment. A
 * test holds what each version reads in test/corpus against it.
 */
export const EXTRACTOR_VERSION = `grammar-${RULES}-${createHash('sha256')
  .update(JSON.stringify(WEIGHTS))
  .digest('hex')
  .slice(0, 8)}`;
