import { describe, expect, it } from 'vitest';
import { readSampleArticles } from '../../../src/demo/sample-articles.ts';
import { extractApart } from '../../../src/ingest/extract-apart.ts';
import { extractQuotes } from '../../../src/quotes/extract.ts';

const [sample] = await readSampleArticles();

describe('extraction', () => {
  it(
    'of a large article finds the same quotes, and lets other work go on',
    { timeout: 120_000 },
    async () => {
      if (sample === undefined) throw new Error('there are sample articles');
      const large = { ...sample, text: Array.from({ length: 200 }, () => sample.text).join('\n\n') };
      let turns = 0;
      const other = setInterval(() => {
        turns += 1;
      }, 1);
      const quotes = await extractApart(large);
      clearInterval(other);
      expect(quotes).toEqual(extractQuotes(large));
      expect(turns).toBeGreaterThan(10);
    },
  );

  it('of a small article is done at once', async () => {
    if (sample === undefined) throw new Error('there are sample articles');
    expect(await extractApart(sample)).toEqual(extractQuotes(sample));
  });
});
