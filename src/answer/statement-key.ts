import { createHash } from 'node:crypto';
import type { Quote } from '../records/quote.ts';
import { sourceLabel } from './speakers.ts';
import { normalise } from './verify/normalise.ts';

/** 96 bits: two different statements of one cluster with one key are not to be expected. */
const LENGTH = 16;

/**
 * Equal for the same words, as the verifier compares them, of the same speaker with the same stance: what makes the
 * quotes of copies one utterance.
 */
export function statementKey(quote: Quote): string {
  const parts = [quote.stance, sourceLabel(quote), normalise(quote.content.text).trim()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, LENGTH);
}
