import { createHash } from 'node:crypto';
import { z } from 'zod';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { EXTRACTOR_VERSION } from '../../src/quotes/version.ts';
import type { CorpusCase } from './quote-corpus.ts';

/** Which version of the extractor reads what: hashes of the cases, and of all that it reads in them. */
export const ExtractorOutput = z.object({ version: z.string(), cases: z.string(), output: z.string() });
type ExtractorOutput = z.infer<typeof ExtractorOutput>;

const hash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

export function readOutput(corpus: readonly CorpusCase[]): ExtractorOutput {
  const inputs = corpus.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map(({ input }) => input);
  return { version: EXTRACTOR_VERSION, cases: hash(inputs), output: hash(inputs.map(extractQuotes)) };
}
