import { afterEach, describe, expect, it } from 'vitest';
import { extractQuotes, type ExtractorInput } from '../../../src/quotes/extract.ts';
import {
  createExtractionPool,
  type ExtractionLimits,
  type ExtractionPool,
} from '../../../src/quotes/pool.ts';

const LIMITS: ExtractionLimits = { size: 1, timeLimit: 20_000, memoryLimit: 512, longestText: 10_000_000 };

const reading = (text: string): ExtractorInput => ({ text, title: null, publishedAt: '2031-05-06' });
const SMALL = reading('“The dam is sound,” engineer Lea Brandt said on Monday.');
const LONG = reading(
  'Mayor Tom Ost denied on Monday that the ferry had sunk near the old pier.\n'.repeat(120_000),
);

let pool: ExtractionPool | null = null;
afterEach(async () => {
  await pool?.close();
  pool = null;
});

function open(limits: Partial<ExtractionLimits> = {}): ExtractionPool {
  pool = createExtractionPool({ ...LIMITS, ...limits });
  return pool;
}

describe('a pool of extraction processes', () => {
  it('finds what the extractor finds, for more articles at once than there are processes', async () => {
    const { extract } = open({ size: 2 });
    const articles = ['Ana Roe', 'Lea Brandt', 'Tom Ost', 'Ida Falk', 'Jon Lund'].map((name) =>
      reading(`“No ship has left,” ${name} said on Sunday.`),
    );
    const found = await Promise.all(articles.map(extract));
    expect(found.flat()).toHaveLength(5);
    expect(found).toEqual(articles.map((article) => extractQuotes(article)));
  });

  it('gives up an article that takes too long, in one sentence, and goes on with the next', async () => {
    const { extract } = open({ timeLimit: 2_000 });
    const [slow, next] = await Promise.allSettled([extract(LONG), extract(SMALL)]);
    expect(slow).toMatchObject({
      status: 'rejected',
      reason: { userMessage: 'Finding the quotes in the article took too long; give it in parts.' },
    });
    expect(next).toEqual({ status: 'fulfilled', value: extractQuotes(SMALL) });
  });

  it('refuses an article that is too long before it starts a process', async () => {
    const { extract } = open({ longestText: 20 });
    await expect(extract(SMALL)).rejects.toThrow('longer than 20 characters; give it in parts.');
  });
});
