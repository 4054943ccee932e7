/**
 * Scores the grammar extractor on test/corpus/quotes, prints the scores, raises the floors to what is reached, and notes
 * which version reads what.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { ExtractorOutput, readOutput } from '../support/extractor-output.ts';
import { readQuoteCorpus } from '../support/quote-corpus.ts';
import { MEASURES, scoreQuotes } from '../support/quote-scorer.ts';

const folder = new URL('../corpus/quotes', import.meta.url).pathname;
const file = `${folder}-floors.json`;
const floors = z.record(z.enum(MEASURES), z.number()).parse(JSON.parse(readFileSync(file, 'utf8')));

const scores = scoreQuotes(
  readQuoteCorpus(folder).map(({ input, quotes }) => ({
    text: input.text,
    expected: quotes,
    found: extractQuotes(input),
  })),
);
const raised = MEASURES.map((measure): [string, number] => {
  const reached = Math.floor(scores[measure] * 100) / 100;
  console.log(
    `${measure.padEnd(10)} ${(100 * scores[measure]).toFixed(1).padStart(5)} (floor ${floors[measure]})`,
  );
  return [measure, Math.max(reached, floors[measure])];
});
writeFileSync(file, `${JSON.stringify(Object.fromEntries(raised), null, 2)}\n`);

const noted = ExtractorOutput.parse(JSON.parse(readFileSync(`${folder}-output.json`, 'utf8')));
const now = readOutput(readQuoteCorpus(folder));
if (now.cases === noted.cases && now.output !== noted.output && now.version === noted.version) {
  throw new Error('The extractor reads otherwise than before: raise RULES in src/quotes/version.ts first.');
}
writeFileSync(`${folder}-output.json`, `${JSON.stringify(now, null, 2)}\n`);
