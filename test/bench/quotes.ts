/**
 * Prints the grammar extractor's figures: on the annotated articles beside the repository, where there are any, and on
 * test/corpus. With --cross also on articles that its weights were not learned from, which takes a minute more.
 */
import { parseArgs } from 'node:util';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { readQuoteCorpus } from '../support/quote-corpus.ts';
import { MEASURES, scoreQuotes } from '../support/quote-scorer.ts';
import { hasSharedData, measureAcross, measureShared, measureSharedSpeed } from './quotes/measure.ts';
import { sharedFile } from './quotes/shared-data.ts';
import { percent } from './quotes/table.ts';

const { values } = parseArgs({ options: { cross: { type: 'boolean', default: false } } });

measureCorpus();
if (hasSharedData()) {
  await measureShared();
  measureSharedSpeed();
  if (values.cross) await measureAcross();
} else {
  console.log(
    `There are no annotated articles at ${sharedFile('')}: the cases of test/corpus are all that is measured.`,
  );
}

function measureCorpus(): void {
  const cases = readQuoteCorpus(new URL('../corpus/quotes', import.meta.url).pathname);
  const scores = scoreQuotes(
    cases.map(({ input, quotes }) => ({ text: input.text, expected: quotes, found: extractQuotes(input) })),
  );
  const figures = MEASURES.map(
    (measure) => `  ${measure.padEnd(30)}${percent(scores[measure]).padStart(16)}`,
  );
  console.log([`test/corpus, ${cases.length} cases`, ...figures, ''].join('\n'));
}
